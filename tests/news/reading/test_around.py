"""What stands around an article."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from news.models import Article
from news.reading.around import surroundings
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.workflow import take
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db


@pytest.fixture
def around(visitor):
    """around(article) → the context of its page, as a visitor gets it."""
    return lambda article: visitor.get(article.get_absolute_url()).context


def names(context):
    return tuple(entry and entry.title for entry in (context["previous"], context["next"]))


@pytest.fixture
def shelf(make_adopted):
    """Articles of one stream, a day apart, the oldest first."""
    return [
        make_adopted(minsk(2019, 6, day), title=f"Day {day}")[0] for day in (3, 4, 5, 6, 7, 8, 9)
    ]


def test_the_neighbours_are_the_next_older_and_the_next_newer(around, shelf):
    assert names(around(shelf[2])) == ("Day 4", "Day 6")


def test_the_oldest_has_nothing_before_it_and_the_newest_nothing_after(around, shelf):
    assert names(around(shelf[0])) == (None, "Day 4")
    assert names(around(shelf[-1])) == ("Day 8", None)


def test_neighbours_stand_in_the_same_stream_though_other_streams_are_nearer(
    around, shelf, make_adopted
):
    video = cast.a_stream("video")
    make_adopted(minsk(2019, 6, 4, 12), minsk(2019, 6, 5, 12), stream=video, title="Film")
    make_adopted(minsk(2019, 5, 31), minsk(2019, 7, 1), stream=video, title="Film")
    assert names(around(shelf[2])) == ("Day 4", "Day 6")
    assert names(around(shelf[0])) == (None, "Day 4")
    assert names(around(shelf[-1])) == ("Day 8", None)


def test_neighbours_are_found_across_months_and_years(around, make_adopted):
    moments = [minsk(2010, 3, 1), minsk(2019, 6, 5), minsk(2026, 1, 1)]
    made = [make_adopted(at, title=str(at.year))[0] for at in moments]
    assert names(around(made[1])) == ("2010", "2026")


def test_the_calendar_leads_to_the_nearest_months_of_all_streams(around, make_adopted):
    video = cast.a_stream("video")
    make_adopted(minsk(2010, 3, 1), minsk(2026, 1, 1))
    make_adopted(minsk(2019, 5, 1), minsk(2019, 8, 1), stream=video)
    calendar = around(make_adopted(minsk(2019, 6, 5))[0])["calendar"]
    assert (calendar.previous_title, calendar.next_title) == ("May 2019", "August 2019")


def test_articles_of_one_instant_are_neighbours_by_their_numbers(around, make_adopted):
    made = make_adopted(*[minsk(2019, 6, 5)] * 3)
    contexts = [around(article) for article in made]
    numbers = [article.document.number for article in made]
    assert [c["next"] and c["next"].number for c in contexts] == [*numbers[1:], None]
    assert [c["previous"] and c["previous"].number for c in contexts] == [None, *numbers[:-1]]


def test_what_is_not_due_or_withdrawn_is_nobodys_neighbour(
    around, make_adopted, make_scheduled, make_withdrawn, make_article, make_in_review
):
    article = make_adopted(minsk(2019, 6, 5))[0]
    make_scheduled()
    make_withdrawn()
    make_article()
    make_in_review()
    context = around(article)
    assert names(context) == (None, None)
    assert context["related"] == []
    assert context["calendar"].next is None


def test_the_next_one_appears_at_its_minute(around, make_live, make_scheduled, time_machine):
    article, soon = make_live(), make_scheduled(title="Soon")
    time_machine.move_to(soon.live_from - timedelta(microseconds=1), tick=False)
    assert names(around(article)) == (None, None)
    time_machine.move_to(soon.live_from, tick=False)
    assert names(around(article)) == (None, "Soon")


def test_related_are_the_nearest_of_the_stream_beyond_its_neighbours(around, shelf):
    def related(article):
        return [entry.title for entry in around(article)["related"]]

    assert related(shelf[2]) == ["Day 3", "Day 7", "Day 8"]
    assert related(shelf[-1]) == ["Day 7", "Day 6", "Day 5"]
    assert related(shelf[-3]) == ["Day 5", "Day 4", "Day 3"]


def test_the_languages_are_those_in_which_it_is_live(
    around, make_live, author, publisher, time_machine
):
    english = make_live()
    drafts = {}
    for code in ("zh-hans", "ru", "be"):
        draft = take("translate", english, by=author, language=code)
        drafts[code] = cast.save(draft, author, title=f"In {code}")
    later = clock.now() + timedelta(hours=1)
    cast.approve(take("submit", drafts["ru"], by=author), publisher)
    cast.approve(take("submit", drafts["be"], by=author), publisher, at=later)
    number = english.document.number
    now = [("ru", f"/ru/news/{number}/in-ru/"), ("en", english.get_absolute_url())]
    assert around(english)["alternates"] == now
    time_machine.move_to(later)
    assert around(english)["alternates"] == [("be", f"/be/news/{number}/in-be/"), *now]


def test_a_place_of_only_one_article_has_no_surroundings(around, make_live):
    context = around(make_live())
    assert names(context) == (None, None)
    assert context["related"] == []
    assert Article.objects.live().count() == 1


# --- Related --------------------------------------------------------------------------------------


@pytest.fixture
def related(around):
    return lambda article: [entry.title for entry in around(article)["related"]]


def test_what_an_editor_put_beside_it_comes_first_and_the_stream_fills_up(
    related, shelf, make_live, stream
):
    video = cast.a_stream("video")
    film = make_live(stream=video, title="Film")
    article = make_live(title="Article", labels={"related": [film.document, shelf[0].document]})
    assert related(article) == ["Film", "Day 3", "Day 8"]


def test_all_that_an_editor_put_beside_it_is_shown(related, shelf, make_live):
    documents = [article.document for article in shelf]
    article = make_live(labels={"related": documents})
    # Day 9 too, though it is the neighbour: it was asked for.
    assert related(article) == [f"Day {day}" for day in (9, 8, 7, 6, 5, 4, 3)]


def test_what_shares_a_subject_comes_before_the_rest_of_the_stream(
    related, shelf, make_live, topic
):
    make_live(stream=cast.a_stream("video"), title="Film of it", subjects=[topic])
    assert related(make_live(title="Article", subjects=[topic])) == ["Film of it", "Day 8", "Day 7"]


def test_related_are_contents_of_any_kind(related, make_live):
    """Through the index alone: what it calls itself does not matter."""
    place = make_live(title="Sanatorium")
    Entry.objects.filter(document=place.document).update(kind="tourism.placetext")
    assert related(make_live(labels={"related": [place.document]})) == ["Sanatorium"]


def test_what_is_not_public_in_the_language_is_not_drawn_until_it_is(
    related, make_live, make_scheduled, make_withdrawn, make_article, time_machine
):
    soon = make_scheduled(title="Soon", stream=cast.a_stream("video"))
    hidden = [soon, make_withdrawn(), make_article(), make_live(language="ru", title="Только")]
    article = make_live(labels={"related": [each.document for each in hidden]})
    assert related(article) == []
    time_machine.move_to(soon.live_from)
    assert related(article) == ["Soon"]


# --- The one query --------------------------------------------------------------------------------


@pytest.fixture
def a_year(make_adopted):
    """An article a day in each of two streams: enough for a planner to choose by what it knows, not
    by what it guesses.
    """
    days = [minsk(2018, 1, 1) + timedelta(days=day) for day in range(365)]
    make_adopted(*days)
    make_adopted(*days, stream=cast.a_stream("events"))


def plan_of(sql: str) -> str:
    """How the database would read it; small tables too by their indexes, if they have any."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE publishing_entry")
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(f"EXPLAIN {sql}")
        else:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def test_all_of_it_is_one_query_that_reads_the_index_by_its_indexes(
    a_year, shelf, make_live, topic
):
    link = f'<p><a href="document:{shelf[0].document.number}">more</a></p>'
    article = make_live(body=link, subjects=[topic], labels={"related": [shelf[1].document]})
    with translation.override("en"), CaptureQueriesContext(connection) as asked:
        found = surroundings(article, article.first_published_at, [topic])
    assert [entry.title for entry in found.linked] == ["Day 3"]
    (question,) = asked.captured_queries
    plan = plan_of(question["sql"])
    assert "publishing_entry_section" in plan
    scans = ("SCAN publishing_entry", "SCAN U0", "Seq Scan on publishing_entry", "SCAN subjects")
    for scan in scans:
        assert scan not in plan, plan
