"""What a database does for a query: which tables it reads from end to end."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext

# Of a table's rows, the share that no query may read on PostgreSQL, whatever index it is found by;
# and how many of a large table.
MOST_READ, MOST_ROWS = 0.5, 20_000
NAMED = re.compile(r'(?:FROM|JOIN) "(\w+)"(?: (?:AS )?"?(?!ON\b|WHERE\b|INNER\b|LEFT\b)(\w+)"?)?')
LARGE = 200_000  # rows; below, PostgreSQL rightly prefers ways that do not grow well
# An index of the rows that are not approved, which are few however long the history is.
SHORT = "_desk"
SCAN = re.compile(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?")


@dataclass(frozen=True)
class Scan:
    """A table that is read from end to end, and by which query."""

    table: str
    how: str
    sql: str

    def __str__(self):
        return f"{self.how}\n    {self.sql}"


@contextmanager
def watched(found: list[str]) -> Iterator[None]:
    """Gather what is asked inside the block, as the database understood it."""
    with CaptureQueriesContext(connection) as asked:
        yield
    found += [q["sql"] for q in asked.captured_queries if q["sql"].startswith(("SELECT", "("))]


def scans(sql: str, sizes: dict[str, int]) -> list[Scan]:
    """Of the tables in `sizes` (table → rows), those that this query reads whole."""
    read = of_postgres if connection.vendor == "postgresql" else of_sqlite
    return list(read(sql, sizes))


def explained(sql: str, how: str):
    with connection.cursor() as cursor:
        # No parameters: the text is complete, and a percent sign in it is one.
        cursor.execute(f"{how} {sql}", None)
        return cursor.fetchall()


# --- SQLite ---------------------------------------------------------------------------------------


def of_sqlite(sql: str, sizes: dict[str, int]) -> Iterator[Scan]:
    """A walk along an index counts as a scan unless a LIMIT ends it, or the index is one of a few
    rows: of those that are not public.

    SQLite tells a table by its alias, and Django calls the tables of several subqueries the same:
    such a scan is excused as often as the alias stands for a table that may be scanned.
    """
    named = [(alias or table, table) for table, alias in NAMED.findall(sql)]
    excused = Counter(alias for alias, table in named if table not in sizes)
    guarded = {alias: table for alias, table in named if table in sizes}
    for *_ids, detail in explained(sql, "EXPLAIN QUERY PLAN"):
        if not (scan := SCAN.match(detail)) or is_short(scan[2], sql):
            continue
        if excused[scan[1]]:
            excused[scan[1]] -= 1
        elif scan[1] in guarded:
            yield Scan(guarded[scan[1]], detail, sql)


def is_short(index: str | None, sql: str) -> bool:
    return bool(index) and (" LIMIT " in sql or index.endswith(SHORT))


# --- PostgreSQL -----------------------------------------------------------------------------------


def of_postgres(sql: str, sizes: dict[str, int]) -> Iterator[Scan]:
    """In a large archive the query is run, and what it read is counted. In a small one PostgreSQL
    rightly reads tables whole, so that is made dear, and what is asked is whether an index fits.
    """
    if max(sizes.values(), default=0) < LARGE:
        yield from without_index(sql, sizes)
        return
    for node in nodes(plan_of(sql, "ANALYZE, TIMING OFF, ")):
        table = node.get("Relation Name")
        if table in sizes and rows_read(node) > min(sizes[table] * MOST_READ, MOST_ROWS):
            yield Scan(table, f"{node['Node Type']} on {table}: {rows_read(node):,} rows", sql)


def without_index(sql: str, sizes: dict[str, int]) -> Iterator[Scan]:
    with connection.cursor() as cursor:
        for way in ("seqscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    for node in nodes(plan_of(sql)):
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in sizes:
            yield Scan(node["Relation Name"], f"Seq Scan on {node['Relation Name']}", sql)


def plan_of(sql: str, options: str = "") -> dict:
    plan = explained(sql, f"EXPLAIN ({options}FORMAT JSON)")[0][0]
    return (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]


def nodes(node: dict) -> Iterator[dict]:
    yield node
    for below in node.get("Plans", ()):
        yield from nodes(below)


def rows_read(node: dict) -> int:
    """Those given and those thrown away, in all rounds."""
    thrown = sum(node.get(f"Rows Removed by {why}", 0) for why in ("Filter", "Index Recheck"))
    return int((node["Actual Rows"] + thrown) * node["Actual Loops"])
