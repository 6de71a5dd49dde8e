"""What the address of a page answers, and what stands around the text."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.steps import Afterwards
from portal.publishing.workflow import take
from tests import cast
from tests.reading import everything_of, links_of, page_of, structured_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_fallbacks(settings):
    settings.LANGUAGE_FALLBACKS = {}


@pytest.fixture
def fallbacks(settings, no_fallbacks):
    settings.LANGUAGE_FALLBACKS = {"be": ["ru", "en"]}


def crumbs(answer):
    return [text_of(each) for each in page_of(answer).select(".breadcrumbs__item")]


def children(answer):
    return links_of(page_of(answer).select(".below__link"))


def test_visitor_reads_a_page_at_its_place(visitor, make_page):
    make_page("about/geography", title="Geography")
    answer = visitor.get("/en/about/geography/")
    assert answer.status_code == 200
    assert text_of(page_of(answer).h1) == "Geography"
    assert visitor.get("/en/about/geography").status_code == 301


def test_not_yet_is_never_was_in_bytes_and_queries(
    visitor, make_page, make_page_draft, chief, superuser
):
    make_page("about")
    make_page_draft("about/draft")
    scheduled = take("submit", make_page_draft("about/scheduled"), by=chief)
    cast.approve(scheduled, superuser, at=clock.now() + timedelta(hours=1))
    make_page("about/russian", language="ru")
    cast.a_place("about/planted")
    visitor.get("/en/about/never/")
    never = everything_of(visitor, "/en/about/never/")
    assert never[0] == 404
    for word in ("draft", "scheduled", "russian", "planted"):
        assert everything_of(visitor, f"/en/about/{word}/") == never


def test_a_scheduled_page_is_there_at_its_instant(
    visitor, make_page_draft, chief, superuser, time_machine
):
    review = take("submit", make_page_draft("about"), by=chief)
    due = clock.now() + timedelta(hours=1)
    cast.approve(review, superuser, at=due)
    time_machine.move_to(due - timedelta(microseconds=1), tick=False)
    assert visitor.get("/en/about/").status_code == 404
    time_machine.move_to(due, tick=False)
    assert visitor.get("/en/about/").status_code == 200


def test_withdrawn_page_answers_as_was_decided(visitor, make_page, chief):
    gone, noticed, replaced = (make_page(path) for path in ("gone", "noticed", "replaced"))
    target = make_page("about")
    after = [
        Afterwards(),
        Afterwards(answer="notice", notice="It is no longer valid."),
        Afterwards(answer="redirect", target=target.document),
    ]
    for page, afterwards in zip((gone, noticed, replaced), after, strict=True):
        take("withdraw", page, by=chief, note="Old.", afterwards=afterwards)
    assert visitor.get("/en/gone/").status_code == 410
    answer = visitor.get("/en/noticed/")
    assert "It is no longer valid." in answer.content.decode()
    assert page_of(answer).select_one('meta[name="robots"]')["content"] == "noindex"
    assert visitor.get("/en/replaced/")["Location"] == "/en/about/"


# --- Around it ------------------------------------------------------------------------------------


def test_the_way_back_names_live_ancestors_in_the_language_of_the_page(visitor, make_page):
    make_page("about", title="About the country")
    make_page("about/nature", language="ru", title="Природа")
    make_page("about/nature/rivers", title="Rivers")
    answer = visitor.get("/en/about/nature/rivers/")
    assert crumbs(answer) == ["Home", "About the country"]
    named = structured_of(page_of(answer))["BreadcrumbList"]["itemListElement"]
    assert [each["name"] for each in named] == ["Home", "About the country"]


def test_children_stand_in_the_order_of_the_tree_and_only_while_live(
    visitor, make_page, make_page_draft, chief
):
    make_page("about")
    for word in ("c", "a", "b"):
        make_page(f"about/{word}", title=f"Page {word}")
    make_page("about/a/deeper", title="Deeper")
    make_page_draft("about/draft", title="Draft")
    gone = make_page("about/gone", title="Gone")
    take("withdraw", gone, by=chief, note="Old.")
    expected = {f"Page {word}": f"/en/about/{word}/" for word in ("c", "a", "b")}
    assert list(children(visitor.get("/en/about/")).items()) == list(expected.items())


def test_contents_lead_to_the_headings_of_a_long_page(visitor, make_page):
    body = "<h2>Rivers &amp; lakes</h2><p>Many.</p><h3>Озёра</h3><p>A.</p><h2>森林</h2><p>B.</p>"
    make_page("about", body=body)
    page = page_of(visitor.get("/en/about/"))
    links = [(text_of(a), a["href"]) for a in page.select(".contents__link")]
    assert [words for words, _href in links] == ["Rivers & lakes", "Озёра", "森林"]
    for words, href in links:
        assert text_of(page.find(id=href[1:])) == words


def test_a_short_page_has_no_contents(visitor, make_page):
    make_page("about", body="<h2>One</h2><p>A.</p><h2>Two</h2><p>B.</p>")
    assert not page_of(visitor.get("/en/about/")).select(".contents")


def test_a_fact_says_as_of_when_and_where_it_comes_from(visitor, make_page):
    fact = cast.a_fact(source_url="https://www.belstat.gov.by/")
    make_page("about", parts=[fact])
    row = page_of(visitor.get("/en/about/")).select_one(".facts__row")
    assert (
        text_of(row) == "Population 9.1 million as of 1 January 2026 National Statistical Committee"
    )
    assert row.time["datetime"] == "2026-01-01"
    assert row.a["href"] == "https://www.belstat.gov.by/"


def test_a_major_change_dates_the_page_and_a_minor_one_does_not(
    visitor, make_page, chief, superuser
):
    def change(edition, **changes):
        draft = cast.save(take("revise", edition, by=chief), chief, **changes)
        return cast.approve(take("submit", draft, by=chief), superuser)

    first = make_page("about", live_from=clock.now() - timedelta(days=400))
    then = page_of(visitor.get("/en/about/")).select_one(".reference__meta time")["datetime"]
    minor = change(first, body="<p>A comma.</p>")
    page = page_of(visitor.get("/en/about/"))
    assert page.select_one(".reference__meta time")["datetime"] == then
    change(minor, is_major=True, change_note="The area was measured anew.")
    page = page_of(visitor.get("/en/about/"))
    assert page.select_one(".reference__meta time")["datetime"] > then
    assert "The area was measured anew." in text_of(page.select_one(".changes"))


def test_machines_are_told_of_existing_translations_only(visitor, make_page):
    english = make_page("about")
    make_page("about", language="ru", document=english.document)
    page = page_of(visitor.get("/en/about/"))
    links = {link["hreflang"]: link["href"] for link in page.select('link[rel="alternate"]')}
    assert links == {"en": "http://testserver/en/about/", "ru": "http://testserver/ru/about/"}
    data = structured_of(page)["WebPage"]
    assert data["url"] == "http://testserver/en/about/"
    site_map = visitor.get(f"/sitemap-content.xml?p={clock.today():%Y-%m}").content.decode()
    assert "/en/about/" in site_map
    assert "/ru/about/" in site_map


# --- Where there is no text in the language -------------------------------------------------------


def test_a_page_falls_back_by_rule_and_says_so(visitor, make_page, fallbacks):
    make_page("about", language="ru", title="О стране")
    answer = visitor.get("/be/about/")
    page = page_of(answer)
    assert answer.status_code == 200
    assert page.html["lang"] == "be"
    assert page.select_one(".reference")["lang"] == "ru"
    assert text_of(page.h1) == "О стране"
    assert page.select_one(".stand-in a")["href"] == "/ru/about/"


def test_a_page_that_stands_in_is_canonical_elsewhere_and_told_to_no_machine(
    visitor, make_page, fallbacks
):
    make_page("about", language="ru")
    page = page_of(visitor.get("/be/about/"))
    assert page.select_one('link[rel="canonical"]')["href"] == "http://testserver/ru/about/"
    assert page.select_one('meta[property="og:url"]')["content"] == "http://testserver/ru/about/"
    assert not page.select('link[rel="alternate"]')
    site_map = visitor.get(f"/sitemap-content.xml?p={clock.today():%Y-%m}").content.decode()
    assert "/ru/about/" in site_map
    assert "/be/about/" not in site_map


def test_the_first_language_of_the_rule_stands_in(visitor, make_page, fallbacks):
    english = make_page("about", title="The country")
    assert text_of(page_of(visitor.get("/be/about/")).h1) == "The country"
    make_page("about", language="ru", title="Страна", document=english.document)
    assert text_of(page_of(visitor.get("/be/about/")).h1) == "Страна"
    assert visitor.get("/zh/about/").status_code == 404


def test_nothing_stands_in_for_what_was_withdrawn_or_is_not_live(
    visitor, make_page, make_page_draft, chief, fallbacks
):
    own = make_page("about", language="be")
    make_page("about", language="ru", document=own.document)
    take("withdraw", own, by=chief, note="Wrong.")
    assert visitor.get("/be/about/").status_code == 410
    make_page_draft("plans", language="ru")
    assert visitor.get("/be/plans/").status_code == 404
    russian = make_page("gone", language="ru")
    take("withdraw", russian, by=chief, note="Wrong.")
    assert visitor.get("/be/gone/").status_code == 404


def test_neighbours_that_stand_in_are_led_to_in_their_own_language(
    visitor, make_page, chief, fallbacks
):
    make_page("about", language="be", title="Пра краіну")
    make_page("about/nature", language="ru", title="Природа")
    gone = make_page("about/gone", language="be", title="Няма")
    make_page("about/gone", language="ru", title="Нет", document=gone.document)
    take("withdraw", gone, by=chief, note="Wrong.")
    answer = visitor.get("/be/about/")
    assert children(answer) == {"Природа": "/be/about/nature/"}
    assert page_of(answer).select_one(".below__link")["lang"] == "ru"
    assert visitor.get("/be/about/nature/").status_code == 200


def test_articles_do_not_fall_back(visitor, make_live, fallbacks):
    article = make_live(language="ru")
    assert visitor.get(f"/be/news/{article.document.number}/").status_code == 404


def test_an_entry_of_a_page_is_found_by_links_and_lists(make_page):
    page = make_page("about/geography")
    entry = Entry.objects.get(document=page.document)
    assert (entry.path, entry.section) == ("about/geography/", "pages/about/geography")
