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
def parsed(visitor):
    def go(path):
        answer = visitor.get(path)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/xml"
        return ElementTree.fromstring(answer.content)

    return go


@pytest.fixture
def read_file(parsed):
    """read_file(path) → {address: its last change or None}, of the index or of a part."""

    def go(path="/sitemap.xml"):
        return {
            each.findtext("{*}loc").removeprefix("http://testserver"): each.findtext("{*}lastmod")
            for each in parsed(path)
        }

    return go


@pytest.fixture
def read(read_file):
    """read() → {address: day of its last change or None} of all parts."""
    return lambda: {
        address: day for part in read_file() for address, day in read_file(part).items()
    }


def fronts():
    return {
        languages.localise(code, room)
        for code in languages.CODES
        for room in ("", "news/", "tourism/", "calendar/", "accessibility/", "site-map/")
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


def test_the_map_is_an_index_of_parts_that_hold_all(read_file, make_adopted, small_parts):
    made = make_adopted(*(minsk(2019, 6, day) for day in range(1, 6)))
    parts = read_file()
    assert list(parts) == [
        "/sitemap-rooms.xml",
        "/sitemap-content.xml",
        "/sitemap-content.xml?p=2",
        "/sitemap-content.xml?p=3",
        "/sitemap-lists.xml",
    ]
    found = {address for part in parts for address in read_file(part)}
    articles = {article.get_absolute_url() for article in made}
    assert found == fronts() | articles | {"/en/news/opinions/"}


def test_the_index_says_of_each_part_when_something_in_it_last_changed(
    read_file, make_adopted, replace, small_parts, time_machine, django_assert_num_queries
):
    made = make_adopted(*(minsk(2019, 6, day, 12) for day in range(1, 6)))
    time_machine.move_to(minsk(2027, 2, 1, 12), tick=False)
    replace(made[2], lead="Changed.")
    with django_assert_num_queries(3):
        parts = read_file()
    content = {part: day for part, day in parts.items() if "content" in part}
    assert content == {
        "/sitemap-content.xml": "2019-06-02T12:00:00+03:00",
        "/sitemap-content.xml?p=2": "2027-02-01T12:00:00+03:00",
        "/sitemap-content.xml?p=3": "2019-06-05T12:00:00+03:00",
    }
    # Nobody keeps when a list last changed, and so no date is made up.
    assert parts["/sitemap-rooms.xml"] is None


def test_what_is_new_changes_the_last_part_alone(visitor, read_file, make_adopted, small_parts):
    make_adopted(*(minsk(2019, 6, day, 12) for day in range(1, 6)))
    before = [visitor.get(part).content for part in read_file() if "content" in part]
    make_adopted(minsk(2019, 6, 7, 12))
    after = [visitor.get(part).content for part in read_file() if "content" in part]
    assert after[:2] == before[:2]
    assert after[2:] != before[2:]


def test_each_page_names_its_translations_that_exist_and_no_other(
    parsed, make_live, make_scheduled
):
    english = make_live()
    russian = make_live(document=english.document, language="ru", title="Ночь")
    make_scheduled(document=english.document, language="be", title="Ноч")
    alone = make_live(title="Alone")
    found = {
        url.findtext("{*}loc").removeprefix("http://testserver"): {
            link.get("hreflang"): link.get("href").removeprefix("http://testserver")
            for link in url.iterfind("{http://www.w3.org/1999/xhtml}link")
        }
        for part in ("content", "rooms", "lists")
        for url in parsed(f"/sitemap-{part}.xml")
    }
    both = {"en": english.get_absolute_url(), "ru": russian.get_absolute_url()}
    assert found[both["en"]] == found[both["ru"]] == both
    assert found[alone.get_absolute_url()] == {}
    assert found["/zh/tourism/"]["zh-Hans"] == "/zh/tourism/"
    assert len(found["/zh/tourism/"]) == len(languages.CODES)
    assert found["/en/news/opinions/"] == {
        "en": "/en/news/opinions/",
        "ru": "/ru/news/opinions/",
    }


def test_every_address_of_the_map_opens(read, visitor, make_live, topic, region, person):
    english = make_live(subjects=[topic, region, person])
    make_live(document=english.document, language="ru", title="Ночь", subjects=[topic])
    found = read()
    assert len(found) > 30
    assert {path: visitor.get(path).status_code for path in found} == dict.fromkeys(found, 200)


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
        for path, cost in (("/sitemap.xml", 3), ("/sitemap-content.xml", 3)):
            with django_assert_num_queries(cost):
                visitor.get(path)


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
