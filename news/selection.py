"""What a list of news is narrowed by: its rows, its counts, its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.urls import reverse

from news.labels import FACETS, KIND, STREAM, Labels, counted_as, facet_of, label_url
from portal.listing import address
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.subjects.facets import Counts, count_combined, count_within
from portal.subjects.lists import rows_about
from portal.subjects.models import SubjectKind

RAREST_FIRST = (SubjectKind.PERSON, SubjectKind.TOPIC, SubjectKind.REGION)


@dataclass(frozen=True)
class Days:
    """From a day to a day, both included; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    @property
    def bounds(self) -> tuple[datetime | None, datetime | None]:
        start = clock.midnight(self.first) if self.first else None
        end = clock.midnight(self.last + timedelta(days=1)) if self.last else None
        return start, end

    @property
    def query(self) -> dict[str, str]:
        days = {"from": self.first, "until": self.last}
        return {name: day.isoformat() for name, day in days.items() if day}


@dataclass(frozen=True)
class Selection:
    """One label at most of each facet, and days. `page` is the label whose page it is, or None
    for the page of all news; the others stand in the query of the address.
    """

    language: str
    labels: Mapping[str, object]
    days: Days = Days()
    page: object = None

    @property
    def query(self) -> dict[str, str]:
        own = facet_of(self.page) if self.page else ""
        labels = {facet: label.slug for facet, label in self.labels.items() if facet != own}
        return labels | self.days.query

    @property
    def is_narrowed(self) -> bool:
        return bool(self.query)

    @cached_property
    def rows(self):
        """What is public of it, as entries or as rows of a subject."""
        chosen = [self.labels[kind] for kind in RAREST_FIRST if kind in self.labels]
        if chosen:
            rows = rows_about(chosen, KIND, self.language)
        else:
            rows = Entry.objects.live().for_language(self.language).for_kind(KIND)
        if stream := self.labels.get(STREAM):
            rows = rows.in_section(stream.section)
        return rows.published_in(self.days.bounds)

    def counts(self) -> Counts:
        if len(self.labels) > 1 or self.days.query:
            return count_combined(self.rows)
        base = next(map(counted_as, self.labels.values()), "")
        return count_within(base, KIND, self.language)

    # --- Addresses of what is narrower or wider ---------------------------------------------------

    def narrowed_by(self, label) -> str:
        return address_of({**self.labels, facet_of(label): label}, self.days)

    def without(self, facet: str) -> str:
        return address_of({f: each for f, each in self.labels.items() if f != facet}, self.days)

    def without_days(self) -> str:
        return address_of(self.labels, Days())


def address_of(labels: Mapping[str, object], days: Days) -> str:
    """The one address that links use: the page of the first label, the others in its query."""
    ordered = [labels[facet] for facet in FACETS if facet in labels]
    path = label_url(ordered[0]) if ordered else reverse("news:list")
    return address(path, {facet_of(each): each.slug for each in ordered[1:]} | days.query)


def select(known: Labels, given: Mapping[str, str], asked: Mapping[str, str], days: Days):
    """What the path of an address gives and what its query asks. Raises Http404 for a label that
    the public does not know; the path's is looked up first, and with it nothing else.
    """
    page = None
    for facet, slug in given.items():
        page = known.find(facet, slug)
    labels = {facet_of(page): page} if page else {}
    for facet in FACETS:
        if facet not in labels and (slug := asked.get(facet, "")):
            labels[facet] = known.find(facet, slug)
    return Selection(known.language, labels, days, page)
