"""Lists of entries: cards with their covers, and pages by a cursor that never drifts."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import BigIntegerField, DateTimeField, Field, FilteredRelation, Q, QuerySet
from django.http import Http404

from portal import languages
from portal.prepared import Prepared, prepared
from portal.publishing import clock
from portal.publishing.models import Entry

PAGE_SIZE = 20
BEFORE = "before"  # what the cursor is called in an address
CURSOR = re.compile(r"(?P<moment>\d{8}T\d{12})-(?P<number>\d{6,12})", re.ASCII)
MOMENT_FORMAT = "%Y%m%dT%H%M%S%f"
PLACE = {"moment": DateTimeField(), "number": BigIntegerField()}  # in a list


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
    """The first `count` of a list of the newest first; its rows are entries, or stand for them.
    They are found before anything is joined to them, however many the database believes there are.
    """
    own = "pk" if rows.model is Entry else "entry"
    return Entry.objects.filter(pk__in=rows.values(own)[:count]).newest_first()


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


def cards_of(keys: Iterable[int]) -> dict[int, Entry]:
    """The public ones of the entries with these keys, each with its cover. One query."""
    rows = with_covers_of(at=clock.current().at, keys=tuple(keys))
    return {entry.pk: entry for entry in told_covers(rows)}


@prepared(at=DateTimeField(), keys=BigIntegerField())
def with_covers_of(*, at, keys):
    return with_covers(Entry.objects.live(at).filter(pk__in=keys))


def by_list(rows: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries that were `told_apart`, by list; one that none was found in is empty."""
    found = defaultdict(list)
    for entry in rows:
        found[entry.found_as].append(entry)
    return found


class Listing:
    """See `listing`. Called with a shape and values it is the list of just these."""

    def __init__(self, build: Callable[..., QuerySet], fields: dict[str, Field]):
        self.build = build
        self.prepared = Prepared(self.cards, fields | PLACE)

    def cards(self, count: int, is_after: bool, *shape, moment, number, **values) -> QuerySet:
        rows = self.build(*shape, **values)
        if is_after:
            rows = rows.older_than(moment, number)
        return with_covers(first_entries(rows.newest_first(), count))

    def __call__(self, *shape, **values) -> "Listed":
        return Listed(self, shape, values)


class Listed(NamedTuple):
    """A list, of which nothing has been asked yet."""

    listing: Listing
    shape: tuple
    values: dict[str, object]

    @property
    def rows(self) -> QuerySet:
        return self.listing.build(*self.shape, **self.values)

    def cards(self, count: int, cursor: str) -> list[Entry]:
        """Its first entries, or the first that follow the place that the cursor names."""
        place = dict(zip(PLACE, parse_cursor(cursor), strict=True)) if cursor else {}
        ask = partial(self.listing.prepared, count, bool(cursor), *self.shape)
        return told_covers(ask(**self.values, **place))


def listing(**fields: Field) -> Callable[[Callable[..., QuerySet]], Listing]:
    """A function that builds the rows of a list becomes a `Listing`, whose pages are asked for by
    prepared statements. `fields` are its values, as in `portal.prepared.prepared`.
    """
    return partial(Listing, fields=fields)


def page(request, listed: Listed, query: dict[str, str] | None = None) -> Page:
    """One page of a list of the newest first. The address names the place in time where it
    begins (`?before=`), so that it shows the same however much is published meanwhile. `query`
    is what else its address says: what the list is narrowed by.

    Raises Http404 for a cursor that names no place or has nothing after it.
    """
    cursor, query = request.GET.get(BEFORE, ""), query or {}
    found = listed.cards(PAGE_SIZE + 1, cursor)
    if cursor and not found:
        raise Http404
    next_url = ""
    if len(found) > PAGE_SIZE:
        next_url = address("", query | {BEFORE: cursor_after(found[PAGE_SIZE - 1])})
    first_url = address(request.path, query) if cursor else ""
    own_query = address("", query | ({BEFORE: cursor} if cursor else {}))
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
