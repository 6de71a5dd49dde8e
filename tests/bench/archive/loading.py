"""Rows in bulk: COPY on PostgreSQL, `executemany` on SQLite; indexes are made after the rows."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from io import StringIO
from itertools import count

from django.core.management.color import no_style
from django.db import connection, transaction

CHUNK = 5_000  # rows
# An index is left out of the way from this many editions on; below, making it anew takes longer.
WORTHWHILE = 20_000


class Table:
    """Takes rows of a model, by the attribute names given, and stores them in chunks.

    Keys are counted here, so that rows can name each other before they are stored. Columns not
    named get the field's default.
    """

    def __init__(self, model, *names: str):
        fields = {field.attname: field for field in model._meta.concrete_fields}
        defaults = {name: field for name, field in fields.items() if name not in names}
        self.has_key = "id" in defaults
        defaults.pop("id", None)
        self.constants = tuple(field.get_default() for field in defaults.values())
        ordered = [*(["id"] if self.has_key else []), *names, *defaults]
        self.columns = [fields[name].column for name in ordered]
        self.model, self.name = model, model._meta.db_table
        self.keys, self.rows = count(1), []

    def add(self, *values) -> int:
        """The key of the row; 0 where the model has none of its own."""
        key = next(self.keys) if self.has_key else 0
        row = (key, *values, *self.constants) if self.has_key else (*values, *self.constants)
        self.rows.append(row)
        if len(self.rows) >= CHUNK:
            self.flush()
        return key

    def flush(self) -> None:
        if self.rows:
            store(self.name, self.columns, self.rows)
            self.rows.clear()


def store(table: str, columns: list[str], rows: list[tuple]) -> None:
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    table = connection.ops.quote_name(table)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            lines = StringIO("".join("\t".join(map(as_text, row)) + "\n" for row in rows))
            cursor.cursor.copy_expert(f"COPY {table} ({quoted}) FROM STDIN", lines)
        else:
            marks = ", ".join("?" * len(columns))
            known = AS_SQLITE.get  # by hand: there are millions of values
            given = ([turn(v) if (turn := known(type(v))) else v for v in row] for row in rows)
            # Below Django, which would turn each "?" and look at each row.
            connection.connection.executemany(
                f"INSERT INTO {table} ({quoted}) VALUES ({marks})", given
            )


def as_text(value) -> str:
    """As COPY reads it."""
    return AS_TEXT.get(type(value), str)(value)


def escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("\n", r"\n").replace("\t", r"\t")


def as_json(value) -> str:
    return json.dumps(value, ensure_ascii=False)


AS_TEXT = {
    type(None): lambda value: r"\N",
    datetime: lru_cache(50_000)(str),
    str: escaped,
    dict: lambda value: escaped(as_json(value)),
    list: lambda value: escaped(as_json(value)),
}


def as_sqlite(value):
    """As Django's backend writes it."""
    convert = AS_SQLITE.get(type(value))
    return convert(value) if convert else value


@lru_cache(50_000)
def as_moment(value: datetime) -> str:
    """Written once for all rows of an edition."""
    return str(value.astimezone(UTC).replace(tzinfo=None))


AS_SQLITE = {
    datetime: as_moment,
    date: date.isoformat,
    dict: as_json,
    list: as_json,
}


@contextmanager
def in_bulk(tables: Iterable[Table], size: int) -> Iterator[None]:
    """Let rows in without their indexes and checks of foreign keys, and make up for it after.

    For a database that can be thrown away: killed in between, it lacks its indexes.
    """
    tables = list(tables)
    names = [table.name for table in tables]
    put_away = take_indexes(names) if size >= WORTHWHILE else []
    loosen(True)
    yield
    for table in tables:
        table.flush()
    loosen(False)
    with connection.cursor() as cursor:
        for statement in put_away:
            cursor.execute(statement)
        for statement in connection.ops.sequence_reset_sql(no_style(), [t.model for t in tables]):
            cursor.execute(statement)


def loosen(is_loose: bool) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET session_replication_role = {'replica' if is_loose else 'origin'}")
            cursor.execute(f"SET maintenance_work_mem = '{512 if is_loose else 64}MB'")
            cursor.execute("SET synchronous_commit = off")
        elif not connection.in_atomic_block:  # a test's transaction knows no end to check them at
            cursor.execute(f"PRAGMA foreign_keys = {'off' if is_loose else 'on'}")
            cursor.execute(f"PRAGMA synchronous = {'off' if is_loose else 'normal'}")
            cursor.execute("PRAGMA cache_size = -262144")


def take_indexes(tables: list[str]) -> list[str]:
    """Drop the indexes, but those of primary keys; the statements that make them anew."""
    take = take_of_postgres if connection.vendor == "postgresql" else take_of_sqlite
    with connection.cursor() as cursor:
        return [statement for table in tables for statement in take(cursor, table)]


def take_of_postgres(cursor, table: str) -> list[str]:
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE conrelid = %s::regclass AND contype IN ('u', 'x')",
        [table],
    )
    constraints = cursor.fetchall()
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes JOIN pg_class ON relname = indexname "
        "JOIN pg_index ON indexrelid = pg_class.oid WHERE tablename = %s AND NOT indisprimary "
        "AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = pg_class.oid)",
        [table],
    )
    indexes = cursor.fetchall()
    for name, _definition in constraints:
        cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}" CASCADE')
    for name, _definition in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    made_anew = [f'ALTER TABLE "{table}" ADD CONSTRAINT "{n}" {text}' for n, text in constraints]
    return [*made_anew, *(definition for _name, definition in indexes)]


def take_of_sqlite(cursor, table: str) -> list[str]:
    cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL "
        "AND type IN ('index', 'trigger')",
        [table],
    )
    found = cursor.fetchall()
    for name, sql in found:
        cursor.execute(f'DROP {"TRIGGER" if "TRIGGER" in sql[:15] else "INDEX"} "{name}"')
    return [sql for _name, sql in found]


def analyze() -> None:
    """Let the planner know what there is; PostgreSQL also learns which pages are all visible."""
    can_vacuum = connection.vendor == "postgresql" and not connection.in_atomic_block
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if can_vacuum else "ANALYZE")
