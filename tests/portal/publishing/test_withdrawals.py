"""What a withdrawn content's address answers: three answers, in every language of the site."""

import pytest

from portal import languages
from portal.publishing.models import Answer, Document
from portal.publishing.steps import Afterwards
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.desk import confirm, text, url
from tests.portal.publishing.refusing import refusal
from tests.portal.publishing.times import hour
from tests.reading import everything_of, page_of, text_of

NOTICE = "A newer text holds since June."
DOORS = ("news/", "news/opinions/", "news/2026/06/05/", "news/feed/rss/")


@pytest.fixture
def everywhere(author, desk, stream, chief, noon):
    """everywhere(title) → one document, live in all languages: {code: edition}."""

    def make(title):
        document = Document(owner=author, desk=desk)
        articles = [
            cast.an_article(author, stream, document=document, language=code, title=title)
            for code in languages.CODES
        ]
        made = take_all("adopt", articles, by=chief, author=author).done
        return {article.language: article for article in made}

    return make


@pytest.fixture
def old(everywhere):
    return everywhere("The old rules")


@pytest.fixture
def new(everywhere):
    return everywhere("The new rules")


def afterwards(answer, new):
    return {
        Answer.GONE: Afterwards(Answer.GONE),
        Answer.NOTICE: Afterwards(Answer.NOTICE, notice=NOTICE),
        Answer.REDIRECT: Afterwards(Answer.REDIRECT, target=new["en"].document),
    }[answer]


@pytest.fixture
def withdrawn(old, new, publisher, clock_at):
    """withdrawn(answer, code, at=None) → withdrawn in one language at one o'clock."""

    def go(answer, code, at=None):
        clock_at(1)
        after = afterwards(answer, new)
        return take("withdraw", old[code], by=publisher, note="Outdated.", at=at, afterwards=after)

    return go


def answered(visitor, edition):
    return visitor.get(edition.get_absolute_url())


@pytest.mark.parametrize("code", languages.CODES)
@pytest.mark.parametrize("answer", Answer)
def test_withdrawal_by_answer_and_language(answer, code, withdrawn, old, new, visitor):
    edition = withdrawn(answer, code)
    response = answered(visitor, edition)
    if answer == Answer.GONE:
        assert response.status_code == 410
    elif answer == Answer.REDIRECT:
        assert response.status_code == 301
        assert response["Location"] == new[code].get_absolute_url()
    else:
        assert response.status_code == 200
        page = page_of(response)
        assert NOTICE in text_of(page.select_one(".withdrawal"))
        assert "2026" in text_of(page.select_one(".withdrawal__title"))
        assert "The doors open at nine in the evening." in text_of(page.select_one(".prose"))
        assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert not page.select("link[rel=canonical], link[rel=alternate][hreflang]")
    for door in DOORS:
        listed = visitor.get(languages.localise(code, door)).content.decode()
        assert "The old rules" not in listed, door
        assert "The new rules" in listed, door
    assert edition.get_absolute_url() not in visitor.get("/sitemap.xml").content.decode()
    others = [old[other] for other in languages.CODES if other != code]
    assert {answered(visitor, other).status_code for other in others} == {200}


@pytest.mark.parametrize("answer", Answer)
def test_planned_withdrawal_answers_from_its_instant(answer, withdrawn, visitor, clock_at):
    edition = withdrawn(answer, "en", at=hour(5))
    clock_at(4.9999)
    before = answered(visitor, edition)
    assert before.status_code == 200
    assert not page_of(before).select(".withdrawal")
    clock_at(5)
    expected = {Answer.GONE: 410, Answer.REDIRECT: 301, Answer.NOTICE: 200}
    assert answered(visitor, edition).status_code == expected[answer]


def test_redirect_whose_target_went_as_well_is_gone(withdrawn, new, publisher, visitor, clock_at):
    edition = withdrawn(Answer.REDIRECT, "en")
    clock_at(2)
    take("withdraw", new["en"], by=publisher, note="Outdated too.")
    assert answered(visitor, edition).status_code == 410


def test_redirects_make_no_ring(withdrawn, old, new, publisher):
    withdrawn(Answer.REDIRECT, "en")
    back = Afterwards(Answer.REDIRECT, target=old["en"].document)
    said = refusal("withdraw", new["en"], publisher, note="Outdated.", afterwards=back)
    assert "Name another document that is public in this language" in said


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (Afterwards("perhaps"), "Choose what the address says afterwards."),
        (Afterwards(Answer.NOTICE, notice=" "), "Write the notice that readers find above"),
        (Afterwards(Answer.REDIRECT), "Name another document that is public in this language"),
    ],
)
def test_answer_that_nothing_could_give_is_refused(after, sentence, old, publisher):
    said = refusal("withdraw", old["en"], publisher, note="Outdated.", afterwards=after)
    assert said.startswith(sentence)


def test_redirect_to_itself_or_to_what_is_not_public_is_refused(
    old, make_scheduled, make_live, publisher
):
    places = [old["en"], make_scheduled(at=hour(9)), make_live(language="ru", title="Only here")]
    for place in places:
        after = Afterwards(Answer.REDIRECT, target=place.document)
        assert refusal("withdraw", old["en"], publisher, note="Outdated.", afterwards=after)


def test_published_again_the_answer_is_the_text(withdrawn, revise, submit, publisher, visitor):
    edition = withdrawn(Answer.NOTICE, "en")
    cast.approve(submit(revise(edition)), publisher, answers=["republish"])
    response = answered(visitor, edition)
    assert response.status_code == 200
    assert not page_of(response).select(".withdrawal")


def test_unknown_costs_what_it_did_whatever_answers_there_are(withdrawn, visitor):
    withdrawn(Answer.NOTICE, "en")
    visitor.get("/en/news/987654/")  # what stands around pages is known by then
    never = everything_of(visitor, "/en/news/987654/")
    assert (never[0], never[3]) == (404, 2)  # the page, and a redirect


def test_at_the_desk_the_three_answers_are_asked_for(
    old, new, publisher, client, visitor, clock_at
):
    clock_at(1)
    client.force_login(publisher)
    target = str(new["en"].document.number)
    refused = confirm(client, old["en"], "withdraw", note="Outdated.", answer="notice")
    assert "Write the notice that readers find above the withdrawn text." in text(refused)
    refused = confirm(client, old["en"], "withdraw", note="Old.", answer="redirect", target="99")
    assert "“99” names no document of this site." in text(refused)
    done = confirm(client, old["en"], "withdraw", note="Old.", answer="redirect", target=target)
    assert done.status_code == 302
    client.logout()
    assert answered(visitor, old["en"]).status_code == 301


def test_an_address_of_this_site_names_the_target_as_well(old, new, publisher, client):
    client.force_login(publisher)
    address = f"https://portal.example{new['en'].get_absolute_url()}"
    done = confirm(client, old["en"], "withdraw", note="Old.", answer="redirect", target=address)
    assert done.status_code == 302


def test_history_tells_what_the_address_says_afterwards(withdrawn, publisher, client):
    edition = withdrawn(Answer.NOTICE, "en")
    client.force_login(publisher)
    assert f"with the notice “{NOTICE}”" in text(client.get(url("history", edition)))
