"""What the database itself refuses, by SQL that never saw the door, on both engines."""

import pytest
from django.db import IntegrityError, connection, models, transaction

from news.models import Article
from tests.portal.publishing.times import hour

OVERLAP = "overlap|exclusion constraint"


@pytest.fixture
def row(make_article, noon):
    """row(**columns) → the pk of one more row of one timeline, written by SQL."""
    draft = make_article()
    columns = {f.column: getattr(draft, f.attname) for f in Article._meta.concrete_fields}
    del columns["id"]
    run(f"DELETE FROM news_article WHERE id = {draft.pk}")
    numbers = iter(range(1, 100))

    def insert(**given):
        values = columns | {"number": next(numbers), "is_head": False} | given
        names = ", ".join(values)
        marks = ", ".join(["%s"] * len(values))
        sql = f"INSERT INTO news_article ({names}) VALUES ({marks}) RETURNING id"
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [adapted(name, value) for name, value in values.items()])
            return cursor.fetchone()[0]

    return insert


def adapted(column, value):
    field = next(f for f in Article._meta.concrete_fields if f.column == column)
    return field.get_db_prep_save(value, connection)


def run(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def approved(start, end=None):
    return {
        "state": "approved",
        "live_from": hour(start),
        "live_until": None if end is None else hour(end),
        "first_published_at": hour(0),
    }


@pytest.mark.parametrize(
    ("start", "end"), [(1, 3), (2, None), (0, None), (3, 4), (0, 9), (2, 5), (4.9, 9)]
)
def test_overlapping_row_cannot_be_inserted(row, start, end):
    row(**approved(2, 5))
    with pytest.raises(IntegrityError, match=OVERLAP):
        row(**approved(start, end))


@pytest.mark.parametrize(("start", "end"), [(0, 2), (5, 6), (5, None), (7, None)])
def test_rows_may_touch_and_stand_apart(row, start, end):
    row(**approved(2, 5))
    row(**approved(start, end))


@pytest.mark.parametrize(
    ("column", "value"), [("live_until", 4), ("live_until", None), ("live_from", 0)]
)
def test_row_cannot_be_stretched_over_another(row, column, value):
    row(**approved(0.5, 1))
    moved = row(**approved(1, 3))
    row(**approved(3, None))
    with pytest.raises(IntegrityError):
        run(
            f"UPDATE news_article SET {column} = %s WHERE id = %s",
            adapted(column, hour(value) if value is not None else None),
            moved,
        )


def test_row_cannot_be_moved_into_a_timeline_where_it_overlaps(row, make_live):
    row(**approved(0, 3))
    other = make_live()
    timeline = Article.objects.exclude(pk=other.pk).get().timeline_id
    with pytest.raises(IntegrityError, match=OVERLAP):
        run(
            "UPDATE news_article SET timeline_id = %s, number = 9, is_head = %s WHERE id = %s",
            timeline, False, other.pk,
        )  # fmt: skip


def test_fractions_of_a_second_compare_as_moments(row):
    """On SQLite moments are texts, and a whole second is written without its fraction."""
    row(**approved(0, 2))
    with pytest.raises(IntegrityError, match=OVERLAP):
        row(**approved(1.9999999, 3))
    row(**approved(2.0000001, 3))


OPEN = {"state": "draft"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(OPEN, OPEN, id="two drafts"),
        pytest.param(OPEN, {"state": "in_review"}, id="a draft and a review"),
        pytest.param({"is_head": True}, {"is_head": True, "state": "discarded"}, id="two heads"),
        pytest.param({"number": 7}, {"number": 7, "state": "discarded"}, id="one number twice"),
        pytest.param(approved(0), approved(3), id="two without an end"),
    ],
)
def test_two_rows_of_one_timeline_that_contradict_each_other(row, first, second):
    row(**first)
    with pytest.raises(IntegrityError):
        row(**second)


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"state": "approved"}, id="approved without a start"),
        pytest.param(approved(1) | {"state": "draft"}, id="a start without approval"),
        pytest.param(approved(1) | {"state": "discarded"}, id="discarded with a start"),
        pytest.param(approved(2, 1), id="ends before it starts"),
        pytest.param(approved(2, 2), id="ends as it starts"),
        pytest.param({"live_until": hour(1)}, id="an end without a start"),
        pytest.param(
            approved(1) | {"first_published_at": hour(2)}, id="first published after its start"
        ),
        pytest.param({"first_published_at": hour(2)}, id="published without a start"),
    ],
)
def test_row_that_contradicts_itself(row, columns):
    with pytest.raises(IntegrityError):
        row(**columns)


def test_approved_row_knows_its_first_publication(row):
    with pytest.raises(IntegrityError):
        row(**approved(1) | {"first_published_at": None})


# --- The rule survives migrations ----------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_rule_still_stands_after_a_column_was_altered_twice(row):
    """SQLite remakes the table for that, and its triggers go with the old one."""
    narrow = Article._meta.get_field("author_line")
    wide = models.CharField("author", max_length=300, blank=True)
    wide.set_attributes_from_name("author_line")
    wide.model = Article
    with connection.schema_editor() as editor:
        editor.alter_field(Article, narrow, wide, strict=True)
    try:
        row(**approved(2, 5))
        with pytest.raises(IntegrityError, match=OVERLAP):
            row(**approved(4, 6))
        with pytest.raises(IntegrityError, match=OVERLAP):
            run("UPDATE news_article SET live_until = NULL WHERE id = %s", row(**approved(1, 2)))
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(Article, wide, narrow, strict=True)
    with pytest.raises(IntegrityError, match=OVERLAP):
        row(**approved(4, 6))


def test_rule_of_the_same_name_is_the_same_rule():
    """Else every makemigrations would remove it and add it again."""
    own = next(c for c in Article._meta.constraints if c.name == "news_article_no_overlap")
    _path, args, kwargs = own.deconstruct()
    assert type(own)(*args, **kwargs) == own
