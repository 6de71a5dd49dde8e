"""The list of the editors' desk, where there is more than can be read for one page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.accounts.roles import Role
from portal.publishing.admin import narrowing
from portal.publishing.admin.change_list import MOST_COUNTED
from tests import cast
from tests.desk import page, text, url


@pytest.fixture
def titles_for(client):
    """titles_for(person, **parameters) → what the list shows, in order."""

    def look(person, **parameters):
        client.force_login(person)
        answer = client.get(url("changelist"), parameters)
        return [link.get_text() for link in page(answer).select("#result_list tbody th a")]

    return look


@pytest.mark.parametrize("most_gathered", [1, 1_000])
def test_filters_find_the_same_where_there_is_little_and_much(
    most_gathered, monkeypatch, titles_for, author, reviewer, desk, topic,
    make_article, make_live, make_scheduled, make_withdrawn,
):  # fmt: skip
    monkeypatch.setattr(narrowing, "MOST_GATHERED", most_gathered)
    elsewhere = cast.a_desk("Elsewhere")
    make_live(title="Live", subjects=[topic])
    make_scheduled(title="Scheduled", desk=elsewhere)
    make_withdrawn(title="Withdrawn")
    make_article(title="The reviewer's", owner=reviewer, by=reviewer)
    assert titles_for(author, word="scheduled") == ["Scheduled"]
    assert titles_for(author, word="withdrawn") == ["Withdrawn"]
    assert titles_for(author, desk=desk.pk) == ["The reviewer's", "Withdrawn", "Live"]
    assert titles_for(reviewer, mine="begun") == ["The reviewer's"]
    assert titles_for(author, topic=topic.pk) == ["Live"]


def test_words_are_looked_for_among_the_newest_and_the_page_says_so(
    client, monkeypatch, titles_for, author, make_article, time_machine
):
    monkeypatch.setattr(narrowing, "MOST_LOOKED_THROUGH", 2)
    for day, title in enumerate(["Library, old", "Library, new", "Museum"], start=1):
        time_machine.move_to(f"2026-06-0{day}T09:00:00Z", tick=False)
        make_article(title=title)
    assert titles_for(author, q="library") == ["Library, new"]
    assert "Only the 2 texts" in text(client.get(url("changelist"), {"q": "library"}))
    assert "Only the" not in text(client.get(url("changelist")))


def test_a_search_of_all_there_is_says_nothing_of_it(
    client, monkeypatch, titles_for, author, make_article
):
    monkeypatch.setattr(narrowing, "MOST_LOOKED_THROUGH", 2)
    make_article(title="Library, old")
    make_article(title="Library, new")
    assert titles_for(author, q="library") == ["Library, new", "Library, old"]
    assert "Only the" not in text(client.get(url("changelist"), {"q": "library"}))


def test_a_list_that_no_index_gives_is_looked_for_among_the_newest_of_one_that_it_does(
    client, monkeypatch, titles_for, author, make_live, time_machine
):
    monkeypatch.setattr(narrowing, "MOST_LOOKED_THROUGH", 2)
    for day, code in enumerate(["en", "ru", "ru", "ru"], start=1):
        time_machine.move_to(f"2026-06-0{day}T09:00:00Z", tick=False)
        make_live(title=f"Day {day}", language=code)
    assert titles_for(author, word="live") == ["Day 4", "Day 3"]
    assert "Only the 2 texts" in text(client.get(url("changelist"), {"word": "live"}))
    assert titles_for(author, word="live", language="en") == ["Day 1"]
    assert titles_for(author, language="ru") == ["Day 4", "Day 3", "Day 2"]


def test_of_many_withdrawals_the_last_are_shown_however_old_the_texts(
    client, monkeypatch, titles_for, author, make_live, withdraw, time_machine
):
    monkeypatch.setattr(narrowing, "MOST_GATHERED", 1)
    monkeypatch.setattr(narrowing, "MOST_LOOKED_THROUGH", 1)
    texts = []
    for day in range(1, 5):
        time_machine.move_to(f"2026-06-0{day}T09:00:00Z", tick=False)
        texts.append(make_live(title=f"Day {day}"))
    for text_ in (texts[2], texts[0]):
        time_machine.shift(60)
        withdraw(text_)
    assert titles_for(author, word="withdrawn") == ["Day 1"]
    assert "Only the 1 text" in text(client.get(url("changelist"), {"word": "withdrawn"}))


def test_the_lists_of_a_desks_sections_are_read_as_one(
    monkeypatch, titles_for, make_live, time_machine
):
    monkeypatch.setattr(narrowing, "MOST_LOOKED_THROUGH", 0)
    streams = [cast.a_stream(slug) for slug in ("arts", "games", "courts")]
    small = cast.a_desk("Arts and games", ["news/arts", "news/games"])
    member = cast.a_person("member", Role.AUTHOR, small)
    for day in range(1, 7):
        time_machine.move_to(f"2026-06-0{day}T09:00:00Z", tick=False)
        make_live(title=f"Day {day}", stream=streams[day % 3])
    assert titles_for(member) == ["Day 6", "Day 4", "Day 3", "Day 1"]
    assert titles_for(member, o="5") == ["Day 1", "Day 3", "Day 4", "Day 6"]
    # Neither by filter nor by number does one get beyond them.
    assert titles_for(member, stream=streams[2].pk) == ["Day 6", "Day 4", "Day 3", "Day 1"]


def test_a_filter_is_searched_to_its_own_depth(
    monkeypatch, titles_for, author, make_article, make_in_review
):
    monkeypatch.setattr(narrowing, "MOST_LOOKED_THROUGH", 2)
    make_in_review(title="Library, in review")
    for _n in range(3):
        make_article(title="Museum")
    assert titles_for(author, q="library", word="in_review") == ["Library, in review"]


@pytest.mark.parametrize(
    ("parameters", "index"),
    [
        ({}, "heads"),
        ({"word": "draft"}, "states"),
        ({"language": "be"}, "tongues"),
        ({"stream": "own"}, "streams"),
        ({"mine": "changed"}, "people"),
    ],
)
def test_each_narrowing_is_read_in_the_order_of_an_index(
    parameters, index, client, chief, stream, make_live
):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by how much there is.")
    make_live()
    client.force_login(chief)
    client.get(url("changelist"))
    parameters = {
        name: stream.pk if value == "own" else value for name, value in parameters.items()
    }
    with CaptureQueriesContext(connection) as asked:
        client.get(url("changelist"), parameters)
    keys = f"LIMIT {MOST_COUNTED + 1}"
    [read] = [q["sql"] for q in asked if q["sql"].endswith(keys)]
    plan = plan_of(read)
    assert f"INDEX news_article_{index}" in plan
    assert "TEMP B-TREE" not in plan  # nothing is sorted


def plan_of(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql.replace("%", "%%"))
        return "\n".join(row[3] for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("asked", "is_offered"), [({}, False), ({"q": "library"}, True), ({"language": "en"}, True)]
)
def test_the_way_to_all_is_offered_where_not_all_are_shown(
    client, author, make_article, asked, is_offered
):
    make_article(title="Library")
    client.force_login(author)
    assert ("Show all" in text(client.get(url("changelist"), asked))) == is_offered
