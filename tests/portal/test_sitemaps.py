"""The site map as a search engine reads it."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from portal import languages, sitemaps
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
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


def test_a_month_known_already_takes_in_what_is_due_at_its_minute(
    read_file, make_adopted, make_scheduled, time_machine
):
    time_machine.move_to(minsk(2027, 2, 1, 12))
    make_adopted(minsk(2027, 2, 1, 9))
    article = make_scheduled()
    part, address = "/sitemap-content.xml?p=2027-02", article.get_absolute_url()
    time_machine.move_to(article.live_from - timedelta(microseconds=1), tick=False)
    assert address not in read_file(part)
    assert read_file()[part] == "2027-02-01T09:00:00+03:00"
    time_machine.move_to(article.live_from, tick=False)
    assert address in read_file(part)
    assert read_file()[part] == article.live_from.astimezone(minsk(2027, 2, 1).tzinfo).isoformat()


def test_an_article_says_when_its_text_last_changed(read, make_adopted, replace, time_machine):
    article = make_adopted(minsk(2019, 6, 5))[0]
    assert read()[article.get_absolute_url()] == "2019-06-05"
    time_machine.move_to(minsk(2027, 2, 1, 12))
    replace(article, lead="Changed.")
    assert read()[article.get_absolute_url()] == "2027-02-01"


def content(parts):
    return {part: day for part, day in parts.items() if "content" in part}


def test_the_map_is_an_index_of_months_that_hold_all(read_file, make_adopted):
    moments = [minsk(2019, 5, 31, 23), minsk(2019, 6, 1), minsk(2019, 6, 30, 23), minsk(2024, 1, 1)]
    made = make_adopted(*moments)
    parts = read_file()
    assert list(parts) == [
        "/sitemap-rooms.xml",
        "/sitemap-content.xml?p=2019-05",
        "/sitemap-content.xml?p=2019-06",
        "/sitemap-content.xml?p=2024-01",
        "/sitemap-lists.xml",
    ]
    found = {address for part in parts for address in read_file(part)}
    articles = {article.get_absolute_url() for article in made}
    assert found == fronts() | articles | {"/en/news/opinions/"}


def test_the_index_says_of_each_part_when_something_in_it_last_changed(
    read_file, make_adopted, replace, time_machine
):
    made = make_adopted(*(minsk(2019, 6, day, 12) for day in range(1, 6)))
    time_machine.move_to(minsk(2027, 2, 1, 12), tick=False)
    replace(made[4], lead="Changed.")
    parts = read_file()
    assert content(parts) == {
        "/sitemap-content.xml?p=2019-06": "2019-06-04T12:00:00+03:00",
        "/sitemap-content.xml?p=2027-02": "2027-02-01T12:00:00+03:00",
    }
    # Nobody keeps when a list last changed, and so no date is made up.
    assert parts["/sitemap-rooms.xml"] is None


def test_what_is_new_changes_the_last_part_alone(visitor, read_file, make_adopted):
    make_adopted(minsk(2019, 6, 1, 12), minsk(2019, 7, 1, 12))
    before = [visitor.get(part).content for part in content(read_file())]
    make_adopted(minsk(2019, 7, 7, 12))
    after = [visitor.get(part).content for part in content(read_file())]
    assert after[:1] == before[:1]
    assert after[1:] != before[1:]


def test_each_page_names_its_translations_that_exist_and_no_other(
    parsed, read_file, make_live, make_scheduled
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
        for part in read_file()
        for url in parsed(part)
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


@pytest.mark.parametrize(
    "name",
    ["0", "1", "x", "2019-13", "2019-6", "0000-01", "9999-12", "2019-05", "\x00", "9" * 5_000, ""],
)
def test_a_part_that_is_none_is_unknown(visitor, make_adopted, name):
    make_adopted(minsk(2019, 6, 5))
    assert visitor.get("/sitemap-content.xml", {"p": "2019-06"}).status_code == 200
    assert visitor.get("/sitemap-content.xml", {"p": name}).status_code == 404


def test_a_section_that_is_none_is_unknown(visitor):
    assert visitor.get("/sitemap-secrets.xml").status_code == 404


def test_the_map_costs_the_same_whatever_it_holds(visitor, make_adopted, django_assert_num_queries):
    for moments in ([minsk(2019, 6, 5)], [minsk(2019, 6, day) for day in range(1, 31)]):
        make_adopted(*moments)
        for path, cost in (("/sitemap.xml", 2), ("/sitemap-content.xml?p=2019-06", 2)):
            with django_assert_num_queries(cost):
                visitor.get(path)


def test_a_part_of_dated_pages_says_when_the_last_of_them_changed(visitor, make_adopted):
    make_adopted(minsk(2019, 6, 5, 12), minsk(2019, 6, 6, 12))
    dated, rooms = (visitor.get(f"/sitemap-{part}.xml") for part in ("content", "rooms"))
    assert dated.status_code == 404  # without its month
    dated = visitor.get("/sitemap-content.xml?p=2019-06")
    assert dated["Last-Modified"] == "Thu, 06 Jun 2019 09:00:00 GMT"
    assert "Last-Modified" not in rooms
    assert dated["X-Robots-Tag"] == rooms["X-Robots-Tag"] == "noindex, noodp, noarchive"


def test_an_address_is_escaped_however_odd_it_is():
    drawn = sitemaps.element("url", "http://a/?b=1&c=<d>", "2019-06-05")
    assert ElementTree.fromstring(drawn).findtext("loc") == "http://a/?b=1&c=<d>"


def test_a_part_changes_with_its_month_and_the_index_with_everything(rf, make_adopted):
    make_adopted(minsk(2019, 6, 5, 12))
    month = scopes.listing(scopes.INDEX, "", date(2019, 6, 1))
    with scopes.gathering() as found:
        sitemaps.site_map_part(rf.get("/", {"p": "2019-06"}), "content").render()
    assert found.scopes == {scopes.SITE, month}
    with scopes.gathering() as found:
        sitemaps.site_map(rf.get("/"))
    assert found.scopes == {scopes.SITE, scopes.INDEX}


def test_a_language_that_the_site_gave_up_is_no_alternate(parsed, make_live):
    english = make_live()
    make_live(document=english.document, language="ru", title="Ночь")
    Entry.objects.filter(language="ru").update(language="de")
    [url] = parsed(f"/sitemap-content.xml?p={clock.today():%Y-%m}")
    assert url.findtext("{*}loc") == f"http://testserver{english.get_absolute_url()}"
    assert not list(url.iterfind("{http://www.w3.org/1999/xhtml}link"))
