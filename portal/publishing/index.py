"""The public index: entries and references, written with the editions they derive from."""

from collections.abc import Iterable

from portal.publishing.line import Line
from portal.publishing.models import Document, Edition, Entry, Reference, State
from portal.publishing.steps import Change

INTERVAL = ("live_from", "live_until", "first_published_at")


def entry_for(edition: Edition) -> Entry:
    return Entry(
        document_id=edition.document_id,
        timeline_id=edition.timeline_id,
        edition_number=edition.number,
        number=edition.document.number,
        kind=edition.kind,
        language=edition.language,
        section=edition.section,
        title=edition.title,
        lead=edition.lead,
        path=edition.path,
        **{name: getattr(edition, name) for name in INTERVAL},
    )


def update_index(lines: Iterable[Line], changes: list[Change]) -> None:
    """Follow the lines just written: entries made for what was approved, removed for what was
    unscheduled, moved for what got another interval.
    """
    approved = [c for c in changes if c.verb.name in {"approve", "adopt"}]
    for change in approved:
        change.entry = entry_for(change.edition)
    stored = [(line, e) for line in lines for e in line.changed()]
    follow_intervals([e for line, e in stored if was_approved(line, e)])
    Entry.objects.bulk_create([c.entry for c in approved], batch_size=200)
    write_references({c.entry: c.edition.referenced_numbers() for c in approved})


def was_approved(line: Line, edition: Edition) -> bool:
    return line.stored[edition.pk][0] is not None


def follow_intervals(editions: list[Edition]) -> None:
    if not editions:
        return
    timelines = {edition.timeline_id for edition in editions}
    entries = {
        (entry.timeline_id, entry.edition_number): entry
        for entry in Entry.objects.filter(timeline__in=timelines)
    }
    moved, gone = [], []
    for edition in editions:
        entry = entries[edition.timeline_id, edition.number]
        if edition.state != State.APPROVED:
            gone.append(entry.pk)
            continue
        for name in INTERVAL:
            setattr(entry, name, getattr(edition, name))
        moved.append(entry)
    if gone:
        Entry.objects.filter(pk__in=gone).delete()
    if moved:
        Entry.objects.bulk_update(moved, INTERVAL, batch_size=200)


def write_references(wanted: dict[Entry, set[int]]) -> None:
    """Store which documents these entries point at; numbers nobody bears are left out."""
    numbers = set().union(*wanted.values())
    if not numbers:
        return
    documents = dict(Document.objects.filter(number__in=numbers).values_list("number", "pk"))
    Reference.objects.bulk_create(
        [
            Reference(entry=entry, document_id=documents[number])
            for entry, found in wanted.items()
            for number in sorted(found & documents.keys())
        ],
        batch_size=200,
    )
