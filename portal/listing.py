"""Lists of entries: cards with their covers, and pages by a cursor that never drifts."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.db.models import FilteredRelation, Q, Value
from django.http import Http404

from portal import languages
from portal.publishing.models import Entry

PAGE_SIZE = 20
CURSOR = re.compile(r"(?P<moment>\d{8}T\d{12})-(?P<number>\d{6,12})", re.ASCII)
MOMENT_FORMAT = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Page:
    """`next_url` and `first_url` are "" where there is nothing to go to. `own_query` is what the
    address of this very page says after its path, question mark and all.
    """

    entries: list[Entry]
    next_url: str
    first_url: str
    own_query: str = ""


def first_entries(rows, count: int):
    """The first `count` of a list of the newest first; its rows are entries, or stand for them."""
    if rows.model is not Entry:
        rows = Entry.objects.filter(pk__in=rows.values("entry")[:count]).newest_first()
    return rows[:count]


def cards(rows, count: int) -> list[Entry]:
    """These entries, each with its `cover` (a Use, or None). One query."""
    return told_covers(with_covers(first_entries(rows, count)))


def with_covers(rows):
    # Made anew for each query: Django writes into it.
    cover = FilteredRelation("uses", condition=Q(uses__position=0))
    return rows.annotate(cover=cover).select_related("cover__picture")


def told_covers(rows) -> list[Entry]:
    found = list(rows)
    for entry in found:
        entry.cover = getattr(entry, "cover", None)
    return found


def placed_cards(rows):
    """Entries for `gathered_cards`. A list that has an order of its own says of each entry its
    `place` there, and among equals its `row`.
    """
    return with_covers(rows).annotate(place=Value(0), row=Value(0))


def gathered_cards(rows, **lists) -> dict[str, list[Entry]]:
    """Several short lists of cards by one query: see `Entry.objects.gathered`. `rows` and what
    the lists are narrowed from come from `placed_cards`.
    """
    return {name: told_covers(found) for name, found in rows.gathered(**lists).items()}


def page(request, rows, query: dict[str, str] | None = None) -> Page:
    """One page of a list of the newest first. The address names the place in time where it
    begins (`?before=`), so that it shows the same however much is published meanwhile. `query`
    is what else its address says: what the list is narrowed by.

    Raises Http404 for a cursor that names no place or has nothing after it.
    """
    cursor, query = request.GET.get("before", ""), query or {}
    if cursor:
        rows = rows.older_than(*parse_cursor(cursor))
    found = cards(rows.newest_first(), PAGE_SIZE + 1)
    if cursor and not found:
        raise Http404
    next_url = ""
    if len(found) > PAGE_SIZE:
        next_url = address("", query | {"before": cursor_after(found[PAGE_SIZE - 1])})
    first_url = address(request.path, query) if cursor else ""
    own_query = address("", query | ({"before": cursor} if cursor else {}))
    return Page(found[:PAGE_SIZE], next_url, first_url, own_query)


def address(path: str, query: dict[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def cursor_after(entry: Entry) -> str:
    moment = entry.first_published_at.astimezone(UTC).strftime(MOMENT_FORMAT)
    return f"{moment}-{entry.number}"


def parse_cursor(text: str) -> tuple[datetime, int]:
    found = CURSOR.fullmatch(text)
    if not found:
        raise Http404
    try:
        moment = datetime.strptime(found["moment"], MOMENT_FORMAT).replace(tzinfo=UTC)
    except ValueError as error:
        raise Http404 from error
    return moment, int(found["number"])


def alternates(translations: list[Entry]) -> list[tuple[str, str]]:
    """The languages in which it is public, in the site's order, with its address in each."""
    addresses = {entry.language: entry.get_absolute_url() for entry in translations}
    return [(code, addresses[code]) for code in languages.CODES if code in addresses]
