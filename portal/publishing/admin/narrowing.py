"""Narrowing a list of a million rows without reading them all for fifty.

The list is read in its own order until a page is full. That is quick where an index gives just
the rows that are asked for, or where they are few and known. Anything else is looked for among the
rows that were changed last, so that what is not there costs no more than what is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from operator import itemgetter

from django.db.models import Exists, OuterRef, Q, QuerySet

MOST_GATHERED = 1_000
MOST_LOOKED_THROUGH = 10_000


@dataclass(frozen=True)
class Condition:
    """What is asked of each head. `is_indexed` where an index gives just these heads in the order
    of the list, `is_few` where they are gathered already, `is_cut` where no more of them were.
    """

    q: Q
    is_indexed: bool = False
    is_few: bool = False
    is_cut: bool = False


def standing_in(column: str, rows: QuerySet, name: str = "pk") -> Condition:
    """Of the heads whose `column` is the `name` of one of these rows.

    A few rows are gathered, so that the database begins with them; where there are many it is
    asked of each head, so that SQLite does not begin with all of them.
    """
    few = list(rows.order_by().values_list(name, flat=True)[: MOST_GATHERED + 1])
    if len(few) <= MOST_GATHERED:
        return Condition(Q(**{f"{column}__in": few}), is_few=True)
    return Condition(Q(Exists(rows.filter(**{name: OuterRef(column)}))))


def standing_in_first(column: str, rows: QuerySet, name: str) -> Condition:
    """The same for rows whose order tells which of them are wanted, if there are many."""
    found = list(rows.values_list(name, flat=True)[: MOST_GATHERED + 1])
    gathered = Q(**{f"{column}__in": found[:MOST_GATHERED]})
    return Condition(gathered, is_few=True, is_cut=len(found) > MOST_GATHERED)


def bound(heads: QuerySet, asked: list[Condition]) -> datetime | None:
    """When the last of those was changed that need not be looked through for what is asked; None
    where all are, or where what is asked is read without looking.

    The heads themselves may be asked for something more: `asked` holds it too.
    """
    indexed = [condition for condition in asked if condition.is_indexed][:1]
    if len(asked) == len(indexed) or any(condition.is_few for condition in asked):
        return None
    read = heads.filter(*(condition.q for condition in indexed)).order_by("-changed_at", "-pk")
    changes = read.values_list("changed_at", flat=True)
    return changes[MOST_LOOKED_THROUGH : MOST_LOOKED_THROUGH + 1].first()


def first_keys(lists: Iterable[QuerySet], count: int) -> list[int]:
    """The first keys of all these lists as one, which are ordered by `changed_at` and may overlap;
    none is read further than that.
    """
    lists = list(lists)
    is_descending = lists[0].query.order_by[0].startswith("-")
    rows = [each.values_list("changed_at", "pk")[:count] for each in lists]
    merged = merge(*rows, key=itemgetter(0), reverse=is_descending)
    return list(islice(dict.fromkeys(pk for _at, pk in merged), count))
