"""What stands on the home page at a moment: nothing twice and no gap, by three queries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)

from portal.home.models import FEATURE_PLACES, LATEST_PLACES, Feature, HomePage, Pick, StripPage
from portal.listing import cards_of
from portal.prepared import prepared
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.registry import content_types

# What a room shows on the page by a tag of its own is not among the latest as well: functions of
# the moment that give documents, as a query. A room adds its own.
SHOWN_BY_ROOMS: list[Callable[[datetime], QuerySet]] = []

CHOSEN = ("lead", "features", "strip")  # the lists that editors make


@dataclass(frozen=True)
class Composition:
    """Entries, each with its cover. `edition` is None while none is live in the language: then
    the page is made of the latest.
    """

    edition: HomePage | None
    lead: Entry | None
    features: list[Entry]
    latest: list[Entry]
    strip: list[Entry]


def composed(language: str) -> Composition:
    """The home page in a language, as it stands at the current moment."""
    home = edition_in(language)
    found = listed(home, language)
    newest = [entry for name, rows in found.items() if name not in CHOSEN for entry in rows]
    lead, features, strip = (found.get(name, []) for name in CHOSEN)
    return arranged(home, unique([*lead, *features]), unique(newest_first(newest)), unique(strip))


def edition_in(language: str) -> HomePage | None:
    at, including = clock.current().at, clock.current().including
    if including:  # the statement would be another for each preview
        return HomePage.objects.live().filter(language=language).first()
    return next(iter(edition_at(at=at, language=language)), None)


@prepared(at=DateTimeField(), language=CharField())
def edition_at(*, at, language):
    return HomePage.objects.live(at).filter(language=language)[:1]


def listed(home: HomePage | None, language: str) -> dict[str, list[Entry]]:
    """The lists that the page is made of: those of editors in their order."""
    rows = standing(
        Shape.of(home),
        at=clock.current().at,
        language=language,
        home=home and home.pk,
        lead=home and home.lead_story_id,
    )
    entries, found = cards_of(key for *_place, key in rows), {}
    for name, _position, _row, key in sorted(rows):
        if key in entries:
            found.setdefault(name, []).append(entries[key])
    return found


def arranged(home, stories: list, newest: list, strip: list) -> Composition:
    """The places in their order: what editors chose, then the newest, until nothing is left."""
    wanted = max(len(stories), 1 + (home.feature_places if home else 0))
    filled = stories + newest[: wanted - len(stories)]
    rest = newest[wanted - len(stories) :]
    shown = {entry.document_id for entry in filled}
    return Composition(
        edition=home,
        lead=next(iter(filled), None),
        features=filled[1:],
        latest=rest[: home.latest_places if home else FEATURE_PLACES + LATEST_PLACES],
        strip=[entry for entry in strip if entry.document_id not in shown],
    )


class Shape(NamedTuple):
    """What of an edition makes another query, and not only other values."""

    is_edited: bool
    has_lead: bool
    sections: tuple[str, ...]
    most: int  # places of the latest
    rooms: tuple[Callable, ...]

    @classmethod
    def of(cls, home: HomePage | None) -> "Shape":
        rooms = tuple(SHOWN_BY_ROOMS)
        if home is None:
            return cls(False, False, (), 1 + FEATURE_PLACES + LATEST_PLACES, rooms)
        most = 1 + home.feature_places + home.latest_places
        return cls(True, home.lead_story_id is not None, tuple(home.sections), most, rooms)


@prepared(at=DateTimeField(), language=CharField(), home=BigIntegerField(), lead=BigIntegerField())
def standing(shape: Shape, *, at, language, home, lead) -> QuerySet:
    """What stands in the lists: the list's name, position and row in it, key of the entry."""
    readable = Entry.objects.live(at).for_language(language)
    lists = latest(readable, shape, at=at, home=home, lead=lead)
    if shape.is_edited:
        lists |= {"features": in_slot(readable, Feature, home)}
        lists |= {"strip": in_slot(readable, StripPage, home)}
    if shape.has_lead:
        lists |= {"lead": unplaced(readable.filter(document=lead))}
    rows = [
        found.annotate(name=Value(name)).values_list("name", "place", "row", "pk")
        for name, found in lists.items()
    ]
    return Entry.objects.none().union(*rows, all=True)


def in_slot(readable, slot: type[Pick], home):
    picks = slot.objects.filter(edition=home)
    own = picks.filter(document=OuterRef("document")).order_by("position", "pk")
    return readable.filter(document__in=picks.values("document")).annotate(
        place=Subquery(own.values("position")[:1]), row=Subquery(own.values("pk")[:1])
    )


def unplaced(rows):
    return rows.annotate(place=Value(0), row=Value(0))


def latest(readable, shape: Shape, *, at, home, lead) -> dict[str, QuerySet]:
    """The newest of each section that feeds the page, or of all news; no more than have a place.

    Each section is a list of its own, and so is read by the index of sections.
    """
    news = [kind for kind, model in content_types().items() if model.declaration.news_sitemap]
    rows = readable.filter(kind__in=news)
    for documents in shape.rooms:
        rows = rows.exclude(document__in=documents(at))
    if shape.is_edited:
        for slot in (Feature, StripPage):
            rows = rows.exclude(document__in=slot.objects.filter(edition=home).values("document"))
    if shape.has_lead:
        rows = rows.exclude(document=lead)
    lists = [rows.in_section(section) for section in shape.sections] or [rows]
    return {
        # An inner query, for SQLite takes no LIMIT in a member of a union.
        f"latest_{place}": unplaced(
            Entry.objects.filter(pk__in=found.newest_first().values("pk")[: shape.most])
        )
        for place, found in enumerate(lists)
    }


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (e.first_published_at, e.number), reverse=True)


def unique(entries: list[Entry]) -> list[Entry]:
    """Each document once, where it comes first."""
    found: dict[int, Entry] = {}
    for entry in entries:
        found.setdefault(entry.document_id, entry)
    return list(found.values())
