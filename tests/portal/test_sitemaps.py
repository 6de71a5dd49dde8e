"""The site map as a search engine reads it."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest

from portal import languages, sitemaps
from portal.publishing import clock
from portal.publishing.workflow import take
from tests.reading import minsk

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(visitor):
    """read(path) → {address: day of its last change or None}, of pages or of parts."""

    def go(path="/sitemap.xml"):
        answer = visitor.get(path)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/xml"
        return {
            each.findtext("{*}loc").removeprefix("http://testserver"): each.findtext("{*}lastmod")
            for each in ElementTree.fromstring(answer.content)
        }

    return go


def fronts():
    return {
        languages.localise(code, room)
        for code in languages.CODES
        for room in ("", "news/", "tourism/", "calendar/")
    }


def test_the_map_holds_each_room_in_each_language_and_each_page_leads_somewhere(read, visitor):
    found = read()
    assert set(found) == fronts()
    assert {visitor.get(path).status_code for path in found} == {200}


def test_the_map_holds_what_is_live_and_nothing_else(
    read,
    make_live,
    make_scheduled,
    make_withdrawn,
    make_in_review,
    make_article,
    make_discarded,
    replace,
):
    english = make_live()
    russian = make_live(language="ru", title="Ночь")
    corrected = replace(make_live(slug="old"), slug="new")
    replace(english, slug="to-come", at=make_scheduled().live_from)
    make_withdrawn()
    make_in_review()
    make_article()
    make_discarded()
    articles = {edition.get_absolute_url() for edition in (english, russian, corrected)}
    lists = {"/en/news/opinions/", "/ru/news/opinions/"}
    assert set(read()) == fronts() | articles | lists


def test_an_article_comes_into_the_map_at_its_minute_and_leaves_it_withdrawn(
    read, make_scheduled, publisher, time_machine
):
    article = make_scheduled()
    address = article.get_absolute_url()
    time_machine.move_to(article.live_from - timedelta(microseconds=1), tick=False)
    assert address not in read()
    time_machine.move_to(article.live_from, tick=False)
    assert address in read()
    time_machine.move_to(article.live_from + timedelta(seconds=1), tick=False)
    take("withdraw", article, by=publisher, note="A mistake.")
    assert address not in read()


def test_an_article_says_when_its_text_last_changed(read, make_adopted, replace, time_machine):
    article = make_adopted(minsk(2019, 6, 5))[0]
    assert read()[article.get_absolute_url()] == "2019-06-05"
    time_machine.move_to(minsk(2027, 2, 1, 12))
    replace(article, lead="Changed.")
    assert read()[article.get_absolute_url()] == "2027-02-01"


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(sitemaps.EntrySitemap, "limit", 2)


def test_a_map_too_long_for_one_file_is_an_index_of_parts_that_hold_all(
    read, make_adopted, small_parts
):
    made = make_adopted(*(minsk(2019, 6, day) for day in range(1, 6)))
    parts = read()
    assert list(parts) == [
        "/sitemap-rooms.xml",
        "/sitemap-content.xml",
        "/sitemap-content.xml?p=2",
        "/sitemap-content.xml?p=3",
        "/sitemap-lists.xml",
    ]
    found = {address for part in parts for address in read(part)}
    articles = {article.get_absolute_url() for article in made}
    assert found == fronts() | articles | {"/en/news/opinions/"}


def test_an_index_says_when_content_last_changed_without_reading_all_of_it(
    read, make_adopted, small_parts, django_assert_max_num_queries
):
    made = make_adopted(*(minsk(2019, 6, day, 12) for day in range(1, 6)))
    with django_assert_max_num_queries(5):
        parts = read()
    assert parts["/sitemap-content.xml"] == "2019-06-05T12:00:00+03:00"
    assert len(made) == 5


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "1.5", "\x00", "9" * 5_000, ""])
@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-content.xml"])
def test_a_part_that_is_none_is_unknown(visitor, make_live, path, page):
    make_live()
    assert visitor.get(path, {"p": page}).status_code == 404


def test_a_section_that_is_none_is_unknown(visitor):
    assert visitor.get("/sitemap-secrets.xml").status_code == 404


def test_the_map_costs_the_same_whatever_it_holds(visitor, make_adopted, django_assert_num_queries):
    for moments in ([minsk(2019, 6, 5)], [minsk(2019, 7, day) for day in range(1, 31)]):
        make_adopted(*moments)
        with django_assert_num_queries(5):
            visitor.get("/sitemap.xml")


# --- News -----------------------------------------------------------------------------------------


def read_news(visitor):
    answer = visitor.get("/sitemap-news.xml")
    assert answer["Content-Type"] == "application/xml"
    return [
        {field.tag.rpartition("}")[2]: (field.text or "").strip() for field in url.iter()}
        for url in ElementTree.fromstring(answer.content)
    ]


def test_the_map_of_news_holds_the_last_two_days_as_google_wants_them(
    visitor, make_adopted, make_scheduled, make_withdrawn
):
    now = clock.now().replace(microsecond=0)
    make_adopted(now - timedelta(days=2, minutes=1), title="Too old")
    [russian] = make_adopted(now - timedelta(days=1), title="Ночь & день", language="ru")
    [chinese] = make_adopted(now - timedelta(hours=3), title="夜\x01", language="zh-hans")
    make_scheduled(title="To come")
    make_withdrawn(title="Withdrawn")
    first, second = read_news(visitor)
    assert first["loc"] == f"http://testserver{chinese.get_absolute_url()}"
    assert (first["language"], first["title"]) == ("zh-cn", "夜")
    assert (second["language"], second["title"]) == ("ru", "Ночь & день")
    assert second["name"] == "Официальный сайт Республики Беларусь"
    assert datetime.fromisoformat(second["publication_date"]) == russian.first_published_at


def test_the_map_of_news_is_named_by_robots_txt_and_stays_short(
    visitor, make_adopted, monkeypatch, django_assert_num_queries
):
    assert b"Sitemap: http://testserver/sitemap-news.xml" in visitor.get("/robots.txt").content
    monkeypatch.setattr(sitemaps, "NEWS_MOST", 3)
    make_adopted(*(clock.now() - timedelta(hours=hour) for hour in range(5)))
    with django_assert_num_queries(1):
        assert len(read_news(visitor)) == 3


def test_an_empty_map_of_news_is_a_map(visitor):
    assert read_news(visitor) == []
