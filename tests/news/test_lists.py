"""Lists of news as visitors narrow them: facets with counts, days, pages."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from news.lists import list_context
from portal import listing
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.subjects import facets
from portal.subjects.counting import settle
from portal.subjects.models import Office
from tests import cast
from tests.reading import everything_of, minsk, page_of, text_of, titles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(db):
    return cast.a_stream("photo", en="Photo", ru="Фото")


@pytest.fixture
def several(make_adopted, photo, topic, region):
    """Four articles: two topics, two regions, two streams, in June and July 2019."""
    science, minsk_city = cast.a_topic("science"), cast.a_region("minsk")
    make_adopted(minsk(2019, 6, 5), title="A", subjects=[topic, region])
    make_adopted(minsk(2019, 6, 6), title="B", subjects=[topic, minsk_city], stream=photo)
    make_adopted(minsk(2019, 7, 1), title="C", subjects=[topic, science])
    make_adopted(minsk(2019, 7, 2), title="D", subjects=[science, region], stream=photo)
    make_adopted(minsk(2019, 7, 3), title="По-русски", language="ru", subjects=[topic])


def options_of(answer) -> dict[str, tuple[str, str]]:
    """Name of an option → its number and its address."""
    found = {}
    for option in page_of(answer).select(".filters__option"):
        number = option.select_one(".filters__count")
        found[text_of(option.span)] = (number and text_of(number), option["href"])
    return found


def numbers_of(answer) -> dict[str, str]:
    return {name: number for name, (number, _url) in options_of(answer).items()}


def told(answer) -> str:
    return text_of(page_of(answer).select_one(".listing__count"))


# --- Pages of subjects ----------------------------------------------------------------------------


def test_each_subject_has_a_page_with_what_is_about_it(visitor, several):
    assert titles_of(visitor.get("/en/news/topic/culture/")) == ["C", "B", "A"]
    assert titles_of(visitor.get("/en/news/region/brest/")) == ["D", "A"]
    assert titles_of(visitor.get("/ru/news/topic/culture/")) == ["По-русски"]
    page = page_of(visitor.get("/en/news/topic/science/"))
    assert text_of(page.h1) == "Science"
    assert page.select_one(".archive")


def test_a_person_is_shown_with_offices_and_their_dates(visitor, make_live, person):
    make_live(subjects=[person])
    Office.objects.create(
        person_id=person.pk, titles={"en": "Minister"}, from_on=date(2019, 3, 1), until_on=None
    )
    Office.objects.create(
        person_id=person.pk,
        titles={"ru": "Директор"},
        from_on=date(2011, 1, 10),
        until_on=date(2019, 2, 28),
    )
    offices = page_of(visitor.get("/en/news/person/a-minister/")).select(".offices__office")
    assert [text_of(office) for office in offices] == [
        "Minister since 1 March 2019",
        "Директор 10 January 2011 – 28 February 2019",
    ]
    assert offices[1].select_one(".offices__title")["lang"] == "ru"


def test_a_subject_is_unknown_where_nothing_public_is_about_it(
    visitor, make_scheduled, make_withdrawn, make_in_review, time_machine
):
    due, gone, review = (cast.a_topic(slug) for slug in ("due", "gone", "review"))
    scheduled = make_scheduled(subjects=[due])
    make_withdrawn(subjects=[gone])
    make_in_review(subjects=[review])
    time_machine.move_to(scheduled.live_from - timedelta(microseconds=1), tick=False)
    for path in ("/en/news/topic/%s/", "/en/news/?topic=%s", "/en/news/topic/%s/feed/rss/"):
        never = everything_of(visitor, path % "never-was")
        assert never[0] == 404
        for slug in ("due", "gone", "review"):
            assert everything_of(visitor, path % slug) == never, (path, slug)
    before = visitor.get("/en/news/").content.decode()
    assert not {slug for slug in ("due", "gone", "review") if f"topic/{slug}" in before}
    time_machine.move_to(scheduled.live_from, tick=False)
    assert visitor.get("/en/news/topic/due/").status_code == 200
    assert visitor.get("/ru/news/topic/due/").status_code == 404
    assert "topic/due" in visitor.get("/en/news/").content.decode()


def test_a_subject_that_is_not_public_costs_what_one_does_that_never_was(visitor, make_scheduled):
    """So that no clock tells the two apart."""
    make_scheduled(subjects=[cast.a_topic("due")])
    costs = {}
    for slug in ("warm", "due", "never-was"):
        with CaptureQueriesContext(connection) as asked:
            assert visitor.get(f"/en/news/topic/{slug}/").status_code == 404
        costs[slug] = len(asked)
    assert costs["due"] == costs["never-was"] > 0


def test_a_subject_offers_only_the_languages_it_has(visitor, several):
    page = page_of(visitor.get("/en/news/topic/culture/"))
    found = {link["hreflang"] for link in page.select("link[hreflang]")}
    assert found == {"en", "ru"}
    page = page_of(visitor.get("/en/news/topic/science/"))
    assert {link["hreflang"] for link in page.select("link[hreflang]")} == {"en"}


# --- Facets ---------------------------------------------------------------------------------------


def test_facets_count_what_their_links_lead_to(visitor, several):
    """On every list that links lead to, before anybody has settled anything and after."""
    for _i in range(2):
        seen, waiting = set(), ["/en/news/"]
        while waiting:
            path = waiting.pop()
            seen.add(path)
            for number, url in options_of(visitor.get(path)).values():
                answer = visitor.get(url)
                assert len(titles_of(answer)) == int(number), (path, url)
                assert told(answer) == f"{number} article{'s' * (number != '1')}"
                waiting += {url} - seen
        assert len(seen) > 15
        settle()


def test_all_news_count_each_stream_topic_and_region(visitor, several):
    assert numbers_of(visitor.get("/en/news/")) == {
        **{"Opinions": "2", "Photo": "2", "Culture": "3", "Science": "2"},
        **{"Brest": "2", "Minsk": "1"},
    }
    assert told(visitor.get("/en/news/")) == "4 articles"


def test_facets_are_combined_in_the_address_and_each_can_be_taken_away(visitor, several):
    answer = visitor.get("/en/news/photo/?topic=culture&region=minsk")
    assert titles_of(answer) == ["B"]
    chips = {text_of(c): c["href"] for c in page_of(answer).select(".chips__chip")}
    assert list(chips.values()) == [
        "/en/news/photo/?region=minsk",
        "/en/news/photo/?topic=culture",
    ]
    # The label of the page comes first: stream, topic, person, region.
    _number, url = options_of(visitor.get("/en/news/region/brest/"))["Photo"]
    assert url == "/en/news/photo/?region=brest"
    assert titles_of(visitor.get("/en/news/region/brest/?stream=photo")) == ["D"]


def test_a_narrowed_list_is_no_page_of_its_own_for_search_engines(visitor, several):
    narrowed = page_of(visitor.get("/en/news/photo/?topic=culture"))
    assert narrowed.find("meta", attrs={"name": "robots"})["content"] == "noindex, follow"
    canonical = narrowed.find("link", rel="canonical")["href"]
    assert canonical == "http://testserver/en/news/photo/"
    assert {link["rel"][0] for link in narrowed.select(".filters__option")} == {"nofollow"}
    plain = page_of(visitor.get("/en/news/photo/"))
    assert not plain.find("meta", attrs={"name": "robots"})


@pytest.mark.parametrize(
    "query",
    ["topic=never-was", "stream=never-was", "region=culture", "person=culture", "topic=%00"],
)
def test_a_facet_that_is_none_is_unknown(visitor, several, query):
    assert visitor.get(f"/en/news/?{query}").status_code == 404


def test_an_empty_facet_narrows_nothing(visitor, several):
    assert len(titles_of(visitor.get("/en/news/?topic=&region=&from=&until="))) == 4


def test_numbers_beside_filters_are_remembered_until_something_appears(
    visitor, make_adopted, topic, time_machine, django_assert_num_queries
):
    make_adopted(minsk(2019, 6, 5), subjects=[topic])
    time_machine.move_to(clock.now(), tick=False)  # an answer that takes long is not remembered
    assert numbers_of(visitor.get("/en/news/"))["Culture"] == "1"
    with django_assert_num_queries(1):  # the cards
        visitor.get("/en/news/")
    make_adopted(minsk(2019, 6, 6), subjects=[topic])
    assert numbers_of(visitor.get("/en/news/"))["Culture"] == "2"


def test_filters_that_nothing_fits_are_answered_by_a_sentence_that_helps(visitor, several):
    answer = visitor.get("/en/news/region/minsk/?topic=science")
    assert answer.status_code == 200
    page = page_of(answer)
    assert "Remove one of them above" in text_of(page.select_one(".notice"))
    assert page.select(".chips__chip")


def test_more_than_can_be_counted_is_told_so_and_no_number_is_invented(
    visitor, several, monkeypatch
):
    monkeypatch.setattr(facets, "MOST", 1)
    answer = visitor.get("/en/news/topic/culture/?from=2019-01-01")
    assert told(answer) == "More than 1 articles"
    assert set(numbers_of(answer).values()) == {None}
    assert "Minsk" in numbers_of(answer)


def test_a_name_in_another_language_says_in_which(visitor, make_live):
    make_live(subjects=[cast.a_topic("sea", ru="Море")])
    option = page_of(visitor.get("/en/news/")).select_one(".filters__option[href*=sea] span")
    assert (text_of(option), option["lang"]) == ("Море", "ru")


def test_what_is_not_due_is_in_no_count_before_its_minute(
    visitor, make_live, make_scheduled, topic, time_machine
):
    make_live(subjects=[topic])
    scheduled = make_scheduled(subjects=[topic])
    for shift, number in ((-1, "1"), (0, "2")):
        time_machine.move_to(scheduled.live_from + timedelta(microseconds=shift), tick=False)
        assert numbers_of(visitor.get("/en/news/"))["Culture"] == number
        assert told(visitor.get("/en/news/topic/culture/")).startswith(number)


# --- Days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("from=2019-06-06", ["D", "C", "B"]),
        ("until=2019-06-06", ["B", "A"]),
        ("from=2019-06-06&until=2019-07-01", ["C", "B"]),
        ("from=2019-06-05&until=2019-06-05", ["A"]),
        ("from=05.06.2019&until=2019-06-05", ["A"]),
        ("from=2020-01-01", []),
    ],
)
def test_a_list_is_narrowed_to_days_of_the_site_s_zone(visitor, several, query, titles):
    assert titles_of(visitor.get(f"/en/news/?{query}")) == titles


def test_both_days_are_whole(visitor, make_adopted):
    make_adopted(minsk(2019, 6, 5), title="First")
    make_adopted(minsk(2019, 6, 6, 23, 59, 59, 999_999), title="Last")
    make_adopted(minsk(2019, 6, 4, 23, 59, 59, 999_999), minsk(2019, 6, 7), title="Outside")
    answer = visitor.get("/en/news/?from=2019-06-05&until=2019-06-06")
    assert titles_of(answer) == ["Last", "First"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("from=2019-02-31", "This is not a date. Write it like this: 2019-06-05."),
        ("from=yesterday&until=2019-06-05", "This is not a date."),
        ("until=%00", "This is not a date."),
        ("from=0001-01-01", "Choose a year from 1900 to 2100."),
        ("until=9999-12-31", "Choose a year from 1900 to 2100."),
        ("from=2019-07-01&until=2019-06-01", "The last day comes before the first."),
        ("from=" + "9" * 9_000, "This is not a date."),
    ],
)
def test_a_wrong_day_is_answered_by_a_sentence_and_nothing_is_lost(
    visitor, several, query, sentence
):
    answer = visitor.get(f"/en/news/photo/?topic=culture&{query}")
    assert answer.status_code == 200
    page = page_of(answer)
    assert sentence in text_of(page.select_one(".filters__error"))
    assert page.select_one("details.filters").has_attr("open")
    typed = parse_qs(query)
    for name, values in typed.items():
        value = page.select_one(f".filters__day[name={name}]")["value"]
        assert values[0].replace("\0", "�").startswith(value.rstrip("…").replace("\0", "�"))
    hidden = {field["name"]: field["value"] for field in page.select("input[type=hidden]")}
    assert hidden == {"topic": "culture"}


def test_the_form_of_days_takes_the_other_filters_along(visitor, several):
    page = page_of(visitor.get("/en/news/photo/?topic=culture&from=2019-06-01"))
    form = page.select_one(".filters__days")
    assert (form["action"], form["method"]) == ("/en/news/photo/", "get")
    sent = {field["name"]: field["value"] for field in form.select("input")}
    assert sent == {"topic": "culture", "from": "2019-06-01", "until": ""}


# --- Pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/en/news/topic/culture/",
        "/en/news/?topic=culture&from=2019-06-01",
        "/en/news/region/brest/?topic=culture",
    ],
)
def test_pages_keep_the_filters_and_hold_each_article_once(
    visitor, make_adopted, topic, region, monkeypatch, path
):
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    make_adopted(*(minsk(2019, 6, 5, hour) for hour in range(5)), subjects=[topic, region])
    make_adopted(*(minsk(2019, 6, 5, hour, 30) for hour in range(5)), title="Another")
    wanted = parse_qs(urlsplit(path).query)
    seen, url = [], path
    while url:
        answer = visitor.get(url)
        seen.append(titles_of(answer))
        following = page_of(answer).find("a", rel="next")
        url = following and urlsplit(path).path + following["href"]
        assert not url or wanted.items() <= parse_qs(urlsplit(url).query).items()
    assert [len(titles) for titles in seen] == [2, 2, 1]
    assert "Another" not in {title for titles in seen for title in titles}
    back = page_of(answer).select_one(".pager__link")["href"]
    assert titles_of(visitor.get(back)) == seen[0]


def test_a_topic_s_hundredth_page_costs_what_the_first_does(
    visitor, make_adopted, topic, monkeypatch, time_machine, django_assert_num_queries
):
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    time_machine.move_to(clock.now(), tick=False)  # an answer that takes long is not remembered
    start = minsk(2019, 6, 5)
    make_adopted(*(start + timedelta(minutes=i) for i in range(100)), subjects=[topic])
    deep = f"?before={start + timedelta(minutes=1):%Y%m%dT%H%M%S%f}-999999"
    visitor.get("/en/news/")
    for address in ("", deep):
        with django_assert_num_queries(3):
            assert len(titles_of(visitor.get(f"/en/news/topic/culture/{address}"))) == 1


# --- Cards ----------------------------------------------------------------------------------------


def test_a_card_says_how_many_photos_and_whether_there_is_a_video(visitor, make_live):
    make_live()
    Entry.objects.update(photo_count=12, has_video=True)
    for path in ("/en/news/", "/en/"):
        notes = page_of(visitor.get(path)).select(".media-note")
        assert [text_of(note) for note in notes] == ["12 photos", "Video"]
    Entry.objects.update(photo_count=1, has_video=False)
    notes = page_of(visitor.get("/en/news/")).select(".media-note")
    assert [text_of(note) for note in notes] == ["1 photo"]


def test_a_moment_of_the_past_has_the_counts_of_its_day(several, rf):
    settle()
    with clock.moment(minsk(2019, 6, 6, 12)), translation.override("en"):
        context = list_context(rf.get("/en/news/"))
    assert context["counts"].total == len(context["page"].entries) == 2
