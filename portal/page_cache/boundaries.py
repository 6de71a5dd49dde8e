"""The moments at which something enters or leaves the public index, and what changes with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q

from portal.publishing import clock, scopes
from portal.publishing.models import Document, Entry, Timeline
from portal.publishing.registry import content_types
from portal.publishing.steps import Change
from portal.subjects.models import EntrySubject

NEVER = (None, None)
COLUMNS = (
    *("pk", "timeline_id", "edition_number", "document_id", "number", "kind", "language"),
    *("section", "live_from", "live_until", "first_published_at"),
)


@dataclass
class Moved:
    """What a step has moved: `editions` by timeline and number, with whether the start and whether
    the end of each has; `moments` are all that those boundaries are at, or were.
    """

    editions: dict[int, dict[int, tuple[bool, bool]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    moments: set[datetime] = field(default_factory=set)


@dataclass(frozen=True)
class Place:
    """Where an entry stands in lists; one that takes over the place of another changes no list."""

    section: str
    first_published_at: datetime
    subjects: frozenset[int]


@dataclass(frozen=True)
class Boundary:
    """The start or the end of an entry, whose columns are `row`. `is_new` where the step has set
    it; `is_handover` where one edition takes the place of another; `is_late` where it starts at an
    earlier month of the lists. `months` are those in which editions of its document went public.
    """

    row: object
    place: Place
    months: frozenset[date]
    at: datetime
    is_new: bool
    is_handover: bool
    is_late: bool = False

    def scopes(self) -> Iterator[str]:
        row = self.row
        yield from (scopes.document(row.document_id), scopes.numbered(row.number))
        yield from (scopes.INDEX, scopes.listing(scopes.INDEX, row.language))
        for month in self.months:
            yield scopes.listing(scopes.INDEX, "", month)
        if not self.is_handover:
            yield from self.scopes_of_lists()

    def scopes_of_lists(self) -> Iterator[str]:
        row, month = self.row, month_of(self.row.first_published_at)
        for of in (row.kind, row.section):
            yield scopes.listing(of, row.language)
            yield scopes.listing(of, row.language, month)
        for subject in self.place.subjects:
            yield scopes.subject(subject)
            yield scopes.subject(subject, row.language)
        if self.is_late:
            yield scopes.past(row.kind, row.language)


def month_of(moment: datetime) -> date:
    return clock.local_date(moment).replace(day=1)


def moved_by(changes: list[Change]) -> Moved:
    """Every edition whose interval is another than before the step."""
    moved = Moved()
    for line in {id(change.line): change.line for change in changes}.values():
        for edition in line.editions:
            before = line.stored.get(edition.pk, NEVER)[:2]
            after = (edition.live_from, edition.live_until)
            if before != after:
                sides = (before[0] != after[0], before[1] != after[1])
                moved.editions[line.timeline.pk][edition.number] = sides
                moved.moments |= {*before, *after} - {None}
    return moved


def boundaries_of(moved: Moved, now: datetime) -> list[Boundary]:
    """Those that the step has set, and all that lie ahead of these timelines. An entry that has
    gone from the index was never public.
    """
    beside = rows_beside(moved, now)
    months = defaultdict(set)
    for row in beside:
        months[row.document_id].add(month_of(row.live_from))
    rows = [row for row in beside if row.timeline_id in moved.editions]
    places = places_of(rows)
    at_starts = {(row.timeline_id, row.live_from): places[row.pk] for row in rows}
    at_ends = {(row.timeline_id, row.live_until): places[row.pk] for row in rows}
    found = []
    for row in rows:
        place = places[row.pk]
        about = (row, place, frozenset(months[row.document_id]))
        is_moved = moved.editions[row.timeline_id].get(row.edition_number, (False, False))
        before = at_ends.get((row.timeline_id, row.live_from))
        is_late = month_of(row.first_published_at) < month_of(max(row.live_from, now))
        found.append(Boundary(*about, row.live_from, is_moved[0], before == place, is_late))
        if row.live_until:
            after = at_starts.get((row.timeline_id, row.live_until))
            found.append(Boundary(*about, row.live_until, is_moved[1], after == place))
        elif is_moved[1]:  # an end was taken back, and pages may have been kept until then
            found.append(Boundary(*about, now, True, False))
    return found


def rows_beside(moved: Moved, now: datetime) -> list:
    """The entries that were moved, and all of their documents, translations too, that are not
    over.
    """
    numbers = {number for editions in moved.editions.values() for number in editions}
    documents = Timeline.objects.filter(pk__in=moved.editions).values("document")
    wanted = Q(live_until=None) | Q(live_until__gt=now) | Q(edition_number__in=numbers)
    entries = Entry.objects.filter(wanted, document__in=documents)
    return list(entries.values_list(*COLUMNS, named=True))


def places_of(rows: Iterable) -> dict[int, Place]:
    subjects = defaultdict(set)
    about = EntrySubject.objects.filter(entry__in=[row.pk for row in rows])
    for entry, subject in about.values_list("entry_id", "subject_id"):
        subjects[entry].add(subject)
    return {
        row.pk: Place(row.section, row.first_published_at, frozenset(subjects[row.pk]))
        for row in rows
    }


def documents_beside(documents: set[int]) -> dict[int, set[int]]:
    """By document those whose editions name it in a many-to-many field. One query for each field,
    none without documents.
    """
    found = defaultdict(set)
    for model in content_types().values() if documents else ():
        for names in model._meta.many_to_many:
            if names.related_model is Document:
                own, other = names.m2m_field_name(), names.m2m_reverse_field_name()
                named = names.remote_field.through.objects.filter(**{f"{other}__in": documents})
                for target, pk in named.values_list(f"{other}_id", f"{own}__document_id"):
                    found[target].add(pk)
    return found
