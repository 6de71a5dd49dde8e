"""What stands on the home page at a moment: nothing twice and no gap, by two queries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from portal.home.models import FEATURE_PLACES, LATEST_PLACES, Feature, HomePage, Pick, StripPage
from portal.listing import gathered_cards, placed_cards
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.registry import content_types

# What a room shows on the page by a tag of its own is not among the latest as well: functions of
# the moment that give documents, as a query. A room adds its own.
SHOWN_BY_ROOMS: list[Callable[[datetime], QuerySet]] = []


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
    home = HomePage.objects.live().filter(language=language).first()
    readable = placed_cards(Entry.objects.live().for_language(language))
    found = gathered_cards(readable, **chosen(readable, home), **latest(readable, home))
    lead, features, strip = (
        sorted(found.pop(name, ()), key=lambda entry: (entry.place, entry.row))
        for name in ("lead", "features", "strip")
    )
    newest = newest_first(entry for rows in found.values() for entry in rows)
    return arranged(home, unique([*lead, *features]), unique(newest), unique(strip))


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


def chosen(readable, home: HomePage | None) -> dict:
    """What editors chose and is public, by slot."""
    if home is None:
        return {}
    slots = {
        "features": in_slot(readable, Feature, home),
        "strip": in_slot(readable, StripPage, home),
    }
    if home.lead_story_id:
        slots["lead"] = readable.filter(document=home.lead_story_id)
    return slots


def in_slot(readable, slot: type[Pick], home: HomePage):
    picks = slot.objects.filter(edition=home.pk)
    own = picks.filter(document=OuterRef("document")).order_by("position", "pk")
    return readable.filter(document__in=picks.values("document")).annotate(
        place=Subquery(own.values("position")[:1]), row=Subquery(own.values("pk")[:1])
    )


def latest(readable, home: HomePage | None) -> dict:
    """The newest of each section that feeds the page, or of all news; no more than have a place.

    Each section is a list of its own, and so is read by the index of sections.
    """
    news = [kind for kind, model in content_types().items() if model.declaration.news_sitemap]
    rows, count = readable.filter(kind__in=news), 1 + FEATURE_PLACES + LATEST_PLACES
    for documents in SHOWN_BY_ROOMS:
        rows = rows.exclude(document__in=documents(clock.current().at))
    if home:
        count = 1 + home.feature_places + home.latest_places
        for slot in (Feature, StripPage):
            rows = rows.exclude(
                document__in=slot.objects.filter(edition=home.pk).values("document")
            )
        rows = rows.exclude(document=home.lead_story_id) if home.lead_story_id else rows
    lists = [rows.in_section(section) for section in home.sections] if home else []
    return {
        f"latest_{place}": found.newest_first()[:count]
        for place, found in enumerate(lists or [rows])
    }


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (e.first_published_at, e.number), reverse=True)


def unique(entries: list[Entry]) -> list[Entry]:
    """Each document once, where it comes first."""
    found: dict[int, Entry] = {}
    for entry in entries:
        found.setdefault(entry.document_id, entry)
    return list(found.values())
