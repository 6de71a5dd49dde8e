"""Lists of entries: cards with their covers, and pages by a cursor that never drifts."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import Http404

from portal.media.models import Use
from portal.publishing.models import Entry

PAGE_SIZE = 20
CURSOR = re.compile(r"(?P<moment>\d{8}T\d{12})-(?P<number>\d{6,12})", re.ASCII)
MOMENT_FORMAT = "%Y%m%dT%H%M%S%f"
COVERS = Prefetch(
    "uses", Use.objects.filter(position=0).select_related("picture"), to_attr="covers"
)


@dataclass(frozen=True)
class Page:
    """`next_url` and `first_url` are "" where there is nothing to go to."""

    entries: list[Entry]
    next_url: str
    first_url: str


def cards(entries, count: int) -> list[Entry]:
    """The first `count` entries, each with its `cover` (a Use, or None). Two queries."""
    found = list(entries.prefetch_related(COVERS)[:count])
    for entry in found:
        entry.cover = next(iter(entry.covers), None)
    return found


def page(request, entries) -> Page:
    """One page of a list of the newest first. The address names the place in time where it
    begins (`?before=`), so that it shows the same however much is published meanwhile.

    Raises Http404 for a cursor that names no place or has nothing after it.
    """
    cursor = request.GET.get("before", "")
    if cursor:
        entries = entries.older_than(*parse_cursor(cursor))
    found = cards(entries.newest_first(), PAGE_SIZE + 1)
    if cursor and not found:
        raise Http404
    next_url = ""
    if len(found) > PAGE_SIZE:
        next_url = "?" + urlencode({"before": cursor_after(found[PAGE_SIZE - 1])})
    return Page(found[:PAGE_SIZE], next_url, request.path if cursor else "")


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
