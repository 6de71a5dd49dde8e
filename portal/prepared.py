"""Queries whose SQL is made once in each process, and afterwards only given its values.

For a page that asks much at once Django takes longer to write the SQL than the database takes to
answer it, and PostgreSQL as long again to plan it. What is prepared is the statement alone: each
call asks the database anew.
"""

from collections.abc import Callable, Iterator
from copy import copy
from functools import lru_cache, partial, update_wrapper
from itertools import count
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression, Field, QuerySet
from psycopg2.extensions import AsIs

MOST = 200  # statements of one query: it has one for each shape that it takes

# The statements that PostgreSQL has planned, by connection: they end with it.
_planned: WeakKeyDictionary[object, set[str]] = WeakKeyDictionary()
_numbers = count(1)


class Given(Expression):
    """Stands for a value that a prepared query is given when it is asked; with a `place`, for the
    one in this place of a tuple.
    """

    def __init__(self, name: str, field: Field, place: int | None = None):
        super().__init__(output_field=field)
        self.key = name, place

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def adapted(self, values: dict[str, object], connection):
        name, place = self.key
        value = values[name] if place is None else values[name][place]
        return self.output_field.get_db_prep_value(value, connection)


class Statement:
    def __init__(self, rows: QuerySet):
        self.rows, self.name = rows, f"portal_{next(_numbers)}"
        self.compiler = rows.query.get_compiler(using=rows.db)
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.params = "", ()
        self.given = {param.key: param for param in self.params if isinstance(param, Given)}

    def ask(self, values: dict[str, object]) -> list:
        if not self.sql:
            return []
        compiler = copy(self.compiler)
        compiler.connection = connections[self.rows.db]  # each thread has its own
        question = self.question(values, compiler.connection)
        compiler.as_sql = lambda: question
        rows = self.rows.all()
        rows.query.get_compiler = lambda using: compiler
        return list(rows)

    def question(self, values: dict[str, object], connection) -> tuple[str, tuple]:
        adapted = {key: each.adapted(values, connection) for key, each in self.given.items()}
        if plans(connection):
            self.plan(connection)
            places = ", ".join(["%s"] * len(adapted))
            return f"EXECUTE {self.name}{places and f' ({places})'}", tuple(adapted.values())
        return self.sql, self.filled(adapted)

    def filled(self, given: dict[tuple, object]) -> tuple:
        return tuple(given[p.key] if isinstance(p, Given) else p for p in self.params)

    def plan(self, connection) -> None:
        """Let PostgreSQL plan it, once in each connection. No rollback undoes this."""
        connection.close_if_health_check_failed()
        connection.ensure_connection()
        planned = _planned.setdefault(connection.connection, set())
        if self.name in planned:
            return
        places = self.filled({key: AsIs(f"${n}") for n, key in enumerate(self.given, start=1)})
        types = ", ".join(each.output_field.db_type(connection) for each in self.given.values())
        with connection.wrap_database_errors, connection.connection.cursor() as cursor:
            cursor.execute(f"PREPARE {self.name}{types and f' ({types})'} AS {self.sql}", places)
        planned.add(self.name)


def plans(connection) -> bool:
    """Whether statements stay planned in a connection: behind a pool that lends it for one
    transaction at a time nothing does, and Django is told so by this setting.
    """
    is_lent = connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS", False)
    return connection.vendor == "postgresql" and not is_lent


class Prepared:
    """See `prepared`. Called with the same arguments as the function, answers with a list."""

    def __init__(self, build: Callable[..., QuerySet], fields: dict[str, Field]):
        self.build, self.fields = build, fields
        self.statement = lru_cache(maxsize=MOST)(self.make)
        update_wrapper(self, build)

    def make(self, engine: str, shape: tuple, lengths: tuple) -> Statement:
        return Statement(self.build(*shape, **dict(self.stand_ins(dict(lengths)))))

    def stand_ins(self, lengths: dict[str, int]) -> Iterator[tuple[str, object]]:
        for name, field in self.fields.items():
            if name in lengths:
                yield name, tuple(Given(name, field, place) for place in range(lengths[name]))
            else:
                yield name, Given(name, field)

    def __call__(self, *shape, **values) -> list:
        vendor = connections["default"].vendor
        lengths = tuple((name, len(v)) for name, v in values.items() if isinstance(v, tuple))
        return self.statement(vendor, shape, lengths).ask(values)


def prepared(**fields: Field) -> Callable[[Callable[..., QuerySet]], Prepared]:
    """A function that builds a queryset becomes one that answers with its rows.

    `fields` are the keyword arguments whose values leave the SQL as it is: the function gets a
    stand-in of that field's type for each, and may do no more with it than hand it to a filter or
    an expression. For a tuple it gets a tuple of stand-ins; another length makes another statement,
    and so do positional arguments: they are few, and hashable.
    """
    return partial(Prepared, fields=fields)
