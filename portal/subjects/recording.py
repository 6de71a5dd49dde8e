"""What approved editions are about: derived with each approval, and rebuilt on demand."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import OuterRef, Subquery

from portal.publishing.index import INTERVAL, editions_of
from portal.publishing.models import Document, Edition, Entry, lock_documents
from portal.publishing.steps import Change
from portal.subjects.counting import follow, recount
from portal.subjects.models import EntrySubject

CARRIED = ("kind", "language", "section", "number", *INTERVAL)
CHUNK = 200  # documents


def record_subjects(sender, changes: list[Change], **kwargs) -> None:
    """Hears `state_changing`: rows for what was just approved, in the same transaction; rows of
    what got another interval follow their entry, and go with it when it is removed.
    """
    follow_entries({change.line.timeline.pk for change in changes if has_moved(change)})
    new = [row for c in changes if c.entry for row in rows_of(c.entry, c.edition)]
    EntrySubject.objects.bulk_create(new, batch_size=200)
    follow(changes)


def has_moved(change: Change) -> bool:
    """Whether something that is in the index has another interval than before the step."""
    line = change.line
    return any(line.stored[edition.pk][0] for edition in line.changed())


def follow_entries(timelines: set[int]) -> None:
    if not timelines:
        return
    entry = Entry.objects.filter(pk=OuterRef("entry"))
    EntrySubject.objects.filter(entry__timeline__in=timelines).update(
        **{name: Subquery(entry.values(name)) for name in INTERVAL}
    )


def rows_of(entry: Entry, edition: Edition) -> list[EntrySubject]:
    carried = {name: getattr(entry, name) for name in CARRIED}
    return [EntrySubject(entry=entry, subject=subject, **carried) for subject in edition.about()]


def rebuild_subjects(*, write: bool = True) -> Iterator[str]:
    """Compare all rows with what the approved editions are about, then the kept counts with the
    rows, and mend them when `write`.

    Yields a line for each entry that had drifted. Runs in chunks, each under the documents'
    lock, so the site stays open meanwhile. What is wrong with the entries themselves is mended
    by `rebuild_entries`, before.
    """
    last = 0
    while True:
        following = Document.objects.filter(pk__gt=last, entries__isnull=False).order_by("pk")
        documents = list(following.values_list("pk", flat=True).distinct()[:CHUNK])
        if not documents:
            break
        with transaction.atomic():
            lock_documents(documents)
            drifted = list(find_drifted(documents))
            if write:
                EntrySubject.objects.filter(entry__in=[entry for entry, _w in drifted]).delete()
                new = [row for _entry, wanted in drifted for row in wanted]
                EntrySubject.objects.bulk_create(new, batch_size=200)
        for entry, _wanted in drifted:
            yield f"{entry.kind} {entry.number}, {entry.language}, edition {entry.edition_number}"
        last = documents[-1]
    yield from recount(write=write)


def find_drifted(documents: list[int]) -> Iterator[tuple[Entry, list[EntrySubject]]]:
    entries = Entry.objects.filter(document__in=documents).prefetch_related("subjects")
    editions = editions_of(entries)
    for entry in entries:
        edition = editions.get((entry.timeline_id, entry.edition_number))
        wanted = rows_of(entry, edition) if edition else []
        if {content(row) for row in wanted} != {content(row) for row in entry.subjects.all()}:
            yield entry, wanted


def content(row: EntrySubject) -> tuple:
    return row.subject_id, *(getattr(row, name) for name in CARRIED)
