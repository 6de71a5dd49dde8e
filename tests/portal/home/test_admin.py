"""Composing the home page at the desk."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.home.models import HomePage
from tests import cast
from tests.desk import page, text, typed

pytestmark = pytest.mark.django_db

FORM = "#homepage_form"


def url(view, *args):
    return reverse(f"admin:home_homepage_{view}", args=args)


@pytest.fixture
def at_desk(client, composer):
    client.force_login(composer)
    return client


def add(client, **fields):
    blank = typed(client.get(url("add")), FORM)
    return client.post(url("add"), blank | {"language": "en", "_continue": "1"} | fields)


def titles(answer):
    return [" ".join(row.get_text().split()) for row in page(answer).select(".documents__list li")]


def test_it_is_composed_by_numbers_and_addresses_and_shows_their_titles(at_desk, make_live):
    lead, feature, strip = (make_live(title=f"Story {place}") for place in range(3))
    answer = add(
        at_desk,
        **{
            "title": "Front",
            "lead_story": str(lead.document.number),
            "features-0-document": feature.get_absolute_url(),
            "strip-0-document": f"document:{strip.document.number}",
        },
    )
    home = HomePage.objects.get()
    assert [document.number for document in home.picked()] == [
        each.document.number for each in (lead, feature, strip)
    ]
    shown = at_desk.get(answer["Location"])
    assert titles(shown) == [f"{e.document.number}: {e.title}" for e in (lead, feature, strip)]


def test_features_stand_in_the_order_of_their_positions(at_desk, make_home, make_live):
    first, second = make_live(), make_live()
    home = make_home(features=[first, second])
    data = typed(at_desk.get(url("change", home.pk)), FORM)
    data |= {"features-0-position": "2", "features-1-position": "1", "_continue": "1"}
    assert at_desk.post(url("change", home.pk), data).status_code == 302
    assert [pick.document for pick in home.features.all()] == [second.document, first.document]


def test_whoever_changed_nothing_did_not_write(at_desk, make_home, make_live):
    home = make_home(story=make_live(), features=[make_live()], latest_from="news/opinions")
    data = typed(at_desk.get(url("change", home.pk)), FORM) | {"_continue": "1"}
    assert at_desk.post(url("change", home.pk), data).status_code == 302
    assert cast.fresh(home).version == home.version


@pytest.mark.parametrize("words", ["999999", "words", "https://elsewhere.example/en/news/108863/"])
def test_what_names_no_document_gets_a_sentence_and_nothing_typed_is_lost(at_desk, words):
    answer = add(at_desk, title="Kept", lead_story=words, **{"features-0-document": words})
    assert answer.status_code == 200
    assert text(answer).count("No document has the number" if words.isdigit() else "is no doc") == 2
    data = typed(answer, FORM)
    assert (data["title"], data["lead_story"]) == ("Kept", words)
    assert not HomePage.objects.exists()


def test_two_documents_in_one_place_are_refused(at_desk, make_live):
    numbers = " ".join(str(make_live().document.number) for _i in range(2))
    assert "Name one document only." in text(add(at_desk, title="Two", lead_story=numbers))


def test_what_has_no_page_cannot_be_chosen(at_desk, make_live_home):
    """The home page itself, of another language."""
    number = make_live_home(language="ru").document.number
    answer = add(at_desk, title="In itself", lead_story=str(number))
    assert f"No document has the number {number}." in text(answer)


def test_a_second_one_in_a_language_is_refused_in_the_form(at_desk, make_home):
    make_home()
    answer = add(at_desk, title="A second one")
    assert "There is a home page in this language already" in text(answer)
    assert typed(answer, FORM)["title"] == "A second one"
    assert HomePage.objects.count() == 1


def test_one_begun_in_another_language_belongs_to_the_same_document(at_desk, make_home):
    first = make_home()
    assert add(at_desk, title="Галоўная", language="be").status_code == 302
    assert HomePage.objects.get(language="be").document_id == first.document_id


def test_a_page_is_chosen_by_its_address_which_tells_no_number(at_desk, make_page):
    place = make_page("about", title="About the country")
    add(at_desk, title="With a page", **{"strip-0-document": place.get_absolute_url()})
    assert [pick.document for pick in HomePage.objects.get().strip.all()] == [place.document]


def test_the_latest_are_fed_by_streams_chosen_by_name(at_desk, make_live):
    cast.a_stream("photo", en="Photo reports")
    make_live()
    boxes = page(at_desk.get(url("add"))).select("[name=latest_from]")
    names = {box["value"]: box.parent.get_text(strip=True) for box in boxes}
    assert names == {"news/photo": "Photo reports", "news/opinions": "Opinions"}
    add(at_desk, title="Fed", latest_from=["news/photo"])
    home = HomePage.objects.get()
    assert home.sections == ["news/photo"]
    form = page(at_desk.get(url("change", home.pk)))
    assert [box["value"] for box in form.select("[name=latest_from][checked]")] == ["news/photo"]


def test_a_news_author_does_not_find_it_and_a_chief_does(client, author, chief, make_home):
    home = make_home()
    for person, status in ((author, 403), (chief, 200)):
        client.force_login(person)
        assert client.get(url("changelist")).status_code == status
        index = BeautifulSoup(client.get(reverse("admin:index")).content, "html.parser")
        assert bool(index.select(f"a[href='{url('changelist')}']")) is (status == 200)
    client.force_login(author)
    assert client.get(url("change", home.pk)).status_code in {403, 404}


def test_two_editions_are_compared_with_their_stories_by_title(
    at_desk, make_live_home, make_live, revise, composer
):
    old, new = make_live(title="The old story"), make_live(title="The new story")
    first = make_live_home(story=old, strip=[make_live(title="A page")])
    draft = revise(first, by=composer, lead_story=new.document)
    shown = text(at_desk.get(url("compare", draft.pk)))
    assert "The old story" in shown
    assert "The new story" in shown
    assert at_desk.get(url("history", draft.pk)).status_code == 200


def test_an_approver_is_not_told_the_title_of_what_is_not_public(
    client, make_home, make_scheduled, approver
):
    home = make_home(story=make_scheduled(title="Secret"))
    client.force_login(approver)
    answer = text(client.get(url("change", home.pk)))
    assert str(home.lead_story.number) in answer
    assert "Secret" not in answer
