"""The news as visitors find it at its addresses."""

from datetime import timedelta

import pytest

from portal import languages, listing
from portal.publishing import clock
from portal.publishing.models import Document
from portal.publishing.workflow import take
from tests import cast
from tests.reading import everything_of, links_of, minsk, page_of, text_of, titles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(db):
    return cast.a_stream("photo", en="Photo", ru="Фото")


# --- Lists ----------------------------------------------------------------------------------------


def test_the_list_shows_the_newest_first(visitor, make_adopted):
    for day in (5, 7, 6):
        make_adopted(minsk(2019, 6, day), title=f"Day {day}")
    assert titles_of(visitor.get("/en/news/")) == ["Day 7", "Day 6", "Day 5"]


def test_a_stream_shows_its_own_articles_only(visitor, make_adopted, photo):
    make_adopted(minsk(2019, 6, 5), title="Words")
    make_adopted(minsk(2019, 6, 6), title="Pictures", stream=photo)
    assert titles_of(visitor.get("/en/news/photo/")) == ["Pictures"]
    assert titles_of(visitor.get("/en/news/opinions/")) == ["Words"]
    assert titles_of(visitor.get("/en/news/")) == ["Pictures", "Words"]


def test_a_list_speaks_one_language(visitor, make_adopted):
    make_adopted(minsk(2019, 6, 5), title="English")
    make_adopted(minsk(2019, 6, 6), title="По-русски", language="ru")
    assert titles_of(visitor.get("/en/news/")) == ["English"]
    assert titles_of(visitor.get("/ru/news/")) == ["По-русски"]


def test_a_stream_without_articles_says_so_and_one_that_is_none_is_unknown(visitor, photo):
    page = page_of(visitor.get("/ru/news/photo/"))
    assert text_of(page.h1) == "Фото"
    assert page.select_one("p.notice")
    assert visitor.get("/ru/news/video/").status_code == 404


def test_an_empty_list_links_no_empty_year(visitor, stream):
    page = page_of(visitor.get("/en/news/"))
    assert page.select(".archive__caption")
    assert not page.select(".archive a")


def test_a_list_has_the_calendar_of_the_month_it_shows(visitor, make_adopted, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    make_adopted(minsk(2019, 6, 5), minsk(2018, 3, 1))
    first = page_of(visitor.get("/en/news/"))
    assert text_of(first.select_one(".archive__caption")) == "June 2019"
    older = first.find("a", rel="next")["href"]
    second = page_of(visitor.get(f"/en/news/{older}"))
    assert text_of(second.select_one(".archive__caption")) == "March 2018"


def test_a_list_names_its_feed(visitor, photo):
    for path in ("/en/news/", "/en/news/photo/"):
        link = page_of(visitor.get(path)).find("link", type="application/rss+xml")
        assert link["href"] == f"{path}feed/rss/"


# --- Articles -------------------------------------------------------------------------------------


def test_visitor_reads_the_article_at_its_address(visitor, make_live):
    article = make_live()
    assert article.get_absolute_url() == (
        f"/en/news/{article.document.number}/the-library-opens-at-night/"
    )
    page = page_of(visitor.get(article.get_absolute_url()))
    assert text_of(page.h1) == "The library opens at night"
    assert "The doors open at nine in the evening." in text_of(page.select_one(".prose"))


@pytest.mark.parametrize("slug", ["", "another/", "the-library-opens/", "x" * 5_000 + "/"])
def test_any_other_slug_is_one_permanent_redirect_to_the_live_one(visitor, make_live, slug):
    article = make_live()
    answer = visitor.get(f"/en/news/{article.document.number}/{slug}", follow=True)
    assert answer.redirect_chain == [(article.get_absolute_url(), 301)]
    assert answer.status_code == 200


def test_an_old_slug_leads_to_the_new_one_from_its_minute_on(visitor, make_live, replace):
    old = make_live().get_absolute_url()
    article = replace(make_live(), slug="doors-open-at-nine")
    assert visitor.get(old).status_code == 200
    number = article.document.number
    answer = visitor.get(f"/en/news/{number}/the-library-opens-at-night/")
    assert answer["Location"] == f"/en/news/{number}/doors-open-at-nine/"


def test_a_slug_to_come_is_not_told(visitor, make_live, replace):
    article = make_live()
    replace(article, slug="secret", at=clock.now() + timedelta(hours=1))
    answer = visitor.get(f"/en/news/{article.document.number}/secret/")
    assert answer["Location"] == article.get_absolute_url()


def test_a_chinese_address_has_no_words(visitor, make_live):
    article = make_live(language="zh-hans", title="图书馆夜间开放")
    bare = f"/zh/news/{article.document.number}/"
    assert article.get_absolute_url() == bare
    assert visitor.get(bare).status_code == 200
    answer = visitor.get(f"{bare}library/")
    assert (answer.status_code, answer["Location"]) == (301, bare)


@pytest.mark.parametrize("slug", ["2019-in-numbers", "Night_Opening", "-dash"])
def test_whatever_words_an_editor_types_the_article_has_an_address(visitor, make_live, slug):
    article = make_live(slug=slug)
    assert visitor.get(article.get_absolute_url()).status_code == 200


def withdrawn(visitor, article):
    return [
        visitor.get(article.get_absolute_url()),
        visitor.get(f"/en/news/{article.document.number}/"),
        visitor.get(f"/en/news/{article.document.number}/whatever/"),
    ]


def test_a_withdrawn_article_is_gone_by_whatever_words(visitor, make_withdrawn):
    article = make_withdrawn(title="A mistake")
    for answer in withdrawn(visitor, article):
        assert answer.status_code == 410
        assert len(page_of(answer).find_all("h1")) == 1
        assert "A mistake" not in answer.content.decode()


def test_a_withdrawn_article_stays_gone_until_the_minute_of_its_return(
    visitor, make_withdrawn, revise, submit, publisher, time_machine
):
    article = make_withdrawn()
    draft = submit(revise(article))
    assert {answer.status_code for answer in withdrawn(visitor, article)} == {410}
    soon = clock.now() + timedelta(hours=1)
    cast.approve(draft, publisher, at=soon, answers=["republish"])
    assert {answer.status_code for answer in withdrawn(visitor, article)} == {410}
    time_machine.move_to(soon)
    assert visitor.get(article.get_absolute_url()).status_code == 200


def test_an_article_withdrawn_in_one_language_stays_in_the_others(
    visitor, make_live, translate, publisher
):
    english = make_live()
    russian = translate(english, "ru")
    take("withdraw", english, by=publisher, note="A mistake.")
    assert visitor.get(english.get_absolute_url()).status_code == 410
    assert visitor.get(russian.get_absolute_url()).status_code == 200


@pytest.fixture
def translate(author, publisher):
    """translate(edition, language) → the approved translation."""

    def go(edition, language, at=None):
        draft = take("translate", edition, by=author, language=language)
        return cast.approve(take("submit", draft, by=author), publisher, at=at)

    return go


def test_not_yet_is_byte_for_byte_never_was(
    visitor, make_live, make_scheduled, make_article, translate, author, desk, stream
):
    """A number is known to outsiders only by guessing; none of these tells that one was right."""
    scheduled = make_scheduled(slug="soon")
    only_russian = make_live(language="ru", title="По-русски")
    english = make_live()
    translate(english, "be", at=clock.now() + timedelta(hours=1))
    take("translate", english, by=author, language="zh-hans")
    numbered = Document.objects.create(owner=author, desk=desk, number=999_000)
    make_article(document=numbered)
    known = {
        "en": [scheduled.document.number, only_russian.document.number, 999_000],
        "be": [english.document.number, scheduled.document.number],
        "zh-hans": [english.document.number],
    }
    for language, numbers in known.items():
        for words in ("", "soon/", "the-library-opens-at-night/"):
            path = f"news/%06d/{words}"
            unknown = everything_of(visitor, languages.localise(language, path % 777_777))
            assert unknown[0] == 404
            for number in numbers:
                address = languages.localise(language, path % number)
                assert everything_of(visitor, address) == unknown, address
                head = everything_of(visitor, address, "head")
                assert head == (*unknown[:2], b"", unknown[3])


def test_the_breadcrumb_leads_home_through_the_stream(visitor, make_live, photo):
    page = page_of(visitor.get(make_live(stream=photo, language="ru").get_absolute_url()))
    links = links_of(page.select(".breadcrumbs a"))
    assert list(links.values()) == ["/ru/", "/ru/news/", "/ru/news/photo/"]
    assert "Фото" in links


def test_an_article_has_the_calendar_of_its_month_with_its_day_marked(visitor, make_adopted):
    article, _other = make_adopted(minsk(2019, 6, 5), minsk(2019, 6, 7))
    page = page_of(visitor.get(article.get_absolute_url()))
    assert text_of(page.select_one(".archive__caption")) == "June 2019"
    days = {link["href"]: link.get("aria-current") for link in page.select("a.archive__day")}
    assert days == {"/en/news/2019/06/05/": "date", "/en/news/2019/06/07/": None}


def test_an_agency_text_shows_its_source(visitor, make_live):
    article = make_live(
        source_name="BelTA", source_url="https://eng.belta.by/x", author_line="A. B."
    )
    foot = page_of(visitor.get(article.get_absolute_url())).select_one(".article__foot")
    assert links_of(foot.find_all("a")) == {"BelTA": "https://eng.belta.by/x"}
    assert "A. B." in text_of(foot)


# --- Changes --------------------------------------------------------------------------------------


def changes_of(visitor, article):
    page = page_of(visitor.get(article.get_absolute_url()))
    updated = page.select_one(".article__updated")
    return updated and text_of(updated), [text_of(row) for row in page.select(".changes__item")]


def test_a_major_change_is_dated_and_told_on_the_page(visitor, make_live, replace, time_machine):
    time_machine.move_to(minsk(2019, 6, 5, 12), tick=False)
    article = make_live()
    assert changes_of(visitor, article) == (None, [])
    time_machine.move_to(minsk(2019, 6, 7, 12), tick=False)
    article = replace(article, is_major=True, change_note="A hundred museums, not ninety.")
    time_machine.move_to(minsk(2019, 6, 9, 12), tick=False)
    article = replace(article, title="A comma, mended")
    assert changes_of(visitor, article) == (
        "Updated 7 June 2019",
        ["7 June 2019 A hundred museums, not ninety.", "5 June 2019 Published"],
    )


def test_a_note_is_text_and_never_markup(visitor, make_live, replace):
    article = replace(make_live(), is_major=True, change_note="<b>One</b>\ntwo")
    page = page_of(visitor.get(article.get_absolute_url()))
    note = page.select_one(".changes__note")
    assert text_of(note) == "<b>One</b> two"
    assert [tag.name for tag in note.find_all(True)] == ["br"]
