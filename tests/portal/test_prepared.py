from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import BigIntegerField, CharField, DateTimeField
from django.test.utils import CaptureQueriesContext

from portal.prepared import prepared
from portal.publishing import clock
from portal.publishing.models import Entry


@pytest.fixture
def built():
    """The shapes that statements were made for, in order."""
    return []


@pytest.fixture
def newest(built):
    @prepared(at=DateTimeField(), language=CharField())
    def newest(count, *, at, language):
        built.append(count)
        return Entry.objects.live(at).for_language(language).newest_first()[:count]

    def ask(count=5, *, language="en", ahead=timedelta()):
        rows = newest(count, at=clock.now() + ahead, language=language)
        return [entry.title for entry in rows]

    return ask


def test_each_call_is_answered_by_its_own_values(newest, make_live, make_scheduled):
    make_live(title="Now")
    make_live(title="Сейчас", language="ru")
    make_scheduled(title="Tomorrow", at=clock.now() + timedelta(days=1))
    assert newest() == ["Now"]
    assert newest(language="ru") == ["Сейчас"]
    assert newest(ahead=timedelta(days=2)) == ["Tomorrow", "Now"]
    assert newest(language="be") == []


def test_the_statement_is_made_once_for_each_shape(newest, make_live, built):
    for title in ("1", "2"):
        make_live(title=title)
        newest(language="ru")
    assert built == [5]
    assert (newest(1), newest(2), newest(1)) == (["2"], ["2", "1"], ["2"])
    assert built == [5, 1, 2]


def test_the_database_is_asked_each_time_and_sees_what_is_new(
    newest, make_live, django_assert_num_queries
):
    newest()
    make_live(title="New")
    with django_assert_num_queries(1):
        assert newest() == ["New"]


@pytest.fixture
def lent(monkeypatch):
    """A connection that a pool lends for one transaction at a time."""
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)


def test_the_query_is_the_one_that_django_would_ask(lent, newest, make_live, time_machine):
    time_machine.move_to(make_live().live_from, tick=False)
    with CaptureQueriesContext(connection) as asked:
        list(Entry.objects.live().for_language("en").newest_first()[:5])
        newest()
        newest()
    # Django puts an expression in brackets, where there is a value without.
    assert len({query["sql"].translate({40: "", 41: ""}) for query in asked}) == 1


def test_values_of_columns_and_unions_are_answered_as_such(make_live):
    @prepared(number=BigIntegerField())
    def titles(*, number):
        rows = Entry.objects.filter(number=number).values_list("language", "title")
        return rows.union(rows, all=True)

    live = make_live(title="One")
    assert titles(number=live.document.number) == [("en", "One"), ("en", "One")]
    assert titles(number=1) == []


@pytest.mark.django_db
def test_what_can_have_no_rows_asks_nothing(django_assert_num_queries):
    @prepared()
    def nothing():
        return Entry.objects.filter(pk__in=[])

    with django_assert_num_queries(0):
        assert nothing() == nothing() == []


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_by_its_own_connection(newest):
    def ask():
        try:
            return newest(), connection.connection is not None
        finally:
            connection.close()

    assert newest() == []
    with ThreadPoolExecutor(1) as other:
        assert other.submit(ask).result() == ([], True)


def test_a_tuple_is_given_value_by_value(make_live, django_assert_num_queries):
    @prepared(numbers=BigIntegerField())
    def named(*, numbers):
        return Entry.objects.filter(number__in=numbers).order_by("number")

    made = [make_live().document.number for _i in range(3)]
    assert [entry.number for entry in named(numbers=tuple(made[:2]))] == sorted(made[:2])
    assert [entry.number for entry in named(numbers=(made[2], made[1]))] == sorted(made[1:])
    assert [entry.number for entry in named(numbers=tuple(made))] == sorted(made)
    with django_assert_num_queries(0):
        assert named(numbers=()) == []


@pytest.fixture
def planned(db):
    """planned() → how many statements PostgreSQL has planned in this connection."""
    if connection.vendor != "postgresql":
        pytest.skip("Others plan fast.")

    def counted():
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements")
            return cursor.fetchone()[0]

    return counted


def test_a_statement_is_planned_once_in_a_connection(newest, planned):
    before = planned()
    with transaction.atomic():
        newest()
        transaction.set_rollback(True)
    newest()
    assert planned() == before + 1


def test_in_a_connection_that_is_lent_nothing_is_planned(lent, newest, planned):
    before = planned()
    assert newest() == []
    assert planned() == before


@pytest.mark.django_db(transaction=True)
def test_another_connection_plans_anew(newest, planned):
    for _connection in range(2):
        assert newest() == []
        assert planned() == 1
        connection.close()
