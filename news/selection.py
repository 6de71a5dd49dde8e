"""What a list of news is narrowed by: its rows, its counts, its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import BigIntegerField, CharField, DateTimeField
from django.urls import reverse

from news.labels import FACETS, KIND, STREAM, Labels, facet_of, facet_url
from news.models import Stream
from portal.listing import Listed, address, listing
from portal.publishing import clock
from portal.publishing.models import Entry
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

    @property
    def listed(self) -> Listed:
        stream = self.labels.get(STREAM)
        subjects = [self.labels[kind].pk for kind in RAREST_FIRST if kind in self.labels]
        return listed(self.language, stream, subjects, self.days.bounds)

    @property
    def slugs(self) -> dict[str, str]:
        return {facet: label.slug for facet, label in self.labels.items()}

    # --- Addresses of what is wider ---------------------------------------------------------------

    def without(self, facet: str) -> str:
        return address_of({f: slug for f, slug in self.slugs.items() if f != facet}, self.days)

    def without_days(self) -> str:
        return address_of(self.slugs, Days())


def listed(language, stream: Stream | None = None, subjects=(), bounds=(None, None)) -> Listed:
    """What is public now in a stream, about all of these (by key), first published within the
    bounds.
    """
    start, end = bounds
    return articles(
        stream is not None,
        start is not None,
        end is not None,
        at=clock.current().at,
        language=language,
        section=stream and stream.section,
        subjects=tuple(subjects),
        start=start,
        end=end,
    )


@listing(
    at=DateTimeField(),
    language=CharField(),
    section=CharField(),
    subjects=BigIntegerField(),
    start=DateTimeField(),
    end=DateTimeField(),
)
def articles(in_section, starts, ends, *, at, language, section, subjects, start, end):
    """As entries, or as rows of the first subject."""
    if subjects:
        rows = rows_about(subjects, KIND, language, at)
    else:
        rows = Entry.objects.live(at).for_language(language).for_kind(KIND)
    if in_section:
        rows = rows.in_section(section)
    return rows.published_in((start if starts else None, end if ends else None))


def address_of(slugs: Mapping[str, str], days: Days) -> str:
    """The one address that links use: the page of the first label, the others in its query."""
    first, *others = [facet for facet in FACETS if facet in slugs] or [""]
    path = facet_url(first, slugs[first]) if first else reverse("news:list")
    return address(path, {facet: slugs[facet] for facet in others} | days.query)


def wanted(given: dict[str, str], asked: Mapping[str, str]) -> dict[str, str]:
    """The words of labels by facet: what the path of an address gives, and then what its query
    asks besides.
    """
    besides = {facet: asked.get(facet, "") for facet in FACETS if facet not in given}
    return given | {facet: slug for facet, slug in besides.items() if slug}


def select(known: Labels, given: dict[str, str], asked: Mapping[str, str], days: Days) -> Selection:
    """All that is wanted. Raises Http404 for a label that the public does not know."""
    labels = known.find(wanted(given, asked))
    page = next((labels[facet] for facet in given), None)
    return Selection(known.language, labels, days, page)
