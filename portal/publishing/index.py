"""The public index: entries and references, written with the editions they derive from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery

from portal.publishing.line import Line
from portal.publishing.models import Document, Edition, Entry, Reference, State, lock_documents
from portal.publishing.refusals import Known
from portal.publishing.registry import content_types
from portal.publishing.steps import Change

INTERVAL = ("live_from", "live_until", "first_published_at")
CARD = (
    *("document", "number", "kind", "language", "section", "title", "lead", "path"),
    *("photo_count", "has_video", *INTERVAL),
)
CHUNK = 200  # documents
# An entry as it is stored and the edition it should come from; either may be missing.
Pair = tuple[Entry | None, Edition | None]


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
        photo_count=edition.photo_count,
        has_video=edition.has_video,
        **{name: getattr(edition, name) for name in INTERVAL},
    )


def update_index(lines: Iterable[Line], changes: list[Change], known: Known) -> None:
    """Follow the lines just written: entries made for what was approved, removed for what was
    unscheduled, moved for what got another interval. The door has looked up what they link to.
    """
    approved = [c for c in changes if c.verb.publishes]
    for change in approved:
        change.entry = entry_for(change.edition)
    stored = [(line, e) for line in lines for e in line.changed()]
    follow_intervals([e for line, e in stored if was_approved(line, e)])
    Entry.objects.bulk_create([c.entry for c in approved], batch_size=200)
    documents = {number: document for (_language, number), document in known.items()}
    write_references({c.entry: c.edition.referenced_numbers() for c in approved}, documents)


def was_approved(line: Line, edition: Edition) -> bool:
    return line.stored[edition.pk][0] is not None


def follow_intervals(editions: list[Edition]) -> None:
    """Let the entries of these editions, all of one type and just written, follow them."""
    moved = [edition for edition in editions if edition.state == State.APPROVED]
    gone = [edition for edition in editions if edition.state != State.APPROVED]
    if gone:
        names = (Q(timeline=e.timeline_id, edition_number=e.number) for e in gone)
        Entry.objects.filter(Q(*names, _connector=Q.OR)).delete()
    if moved:
        written = type(moved[0]).objects.filter(
            timeline=OuterRef("timeline"), number=OuterRef("edition_number")
        )
        Entry.objects.filter(
            timeline__in={edition.timeline_id for edition in moved},
            edition_number__in={edition.number for edition in moved},
        ).update(**{name: Subquery(written.values(name)) for name in INTERVAL})


def write_references(wanted: dict[Entry, set[int]], documents: dict[int, int]) -> None:
    """Store which of the documents, pk by number, these entries point at."""
    Reference.objects.bulk_create(
        [
            Reference(entry=entry, document_id=documents[number])
            for entry, found in wanted.items()
            for number in sorted(found & documents.keys())
        ],
        batch_size=200,
    )


def editions_of(entries: Iterable[Entry]) -> dict[tuple[int, int], Edition]:
    """The approved editions that these come from, whole, by timeline and number."""
    models, timelines = content_types(), defaultdict(set)
    for entry in entries:
        timelines[entry.kind].add(entry.timeline_id)
    return {
        (edition.timeline_id, edition.number): edition
        for kind, own in timelines.items()
        for edition in models[kind].objects.whole().filter(timeline__in=own, state=State.APPROVED)
    }


def rebuild(*, write: bool = True) -> Iterator[str]:
    """Compare all entries and references with the approved editions, and mend when `write`.

    Yields a line for each entry that had drifted. Runs in chunks, each under the documents'
    lock, so the site stays open meanwhile. Rows that others derive from an entry that has to be
    made anew are theirs to rebuild (`rebuild_uses`).
    """
    last = 0
    while True:
        following = Document.objects.filter(pk__gt=last).order_by("pk")
        documents = list(following.values_list("pk", flat=True)[:CHUNK])
        if not documents:
            return
        with transaction.atomic():
            lock_documents(documents)
            drifted = list(find_drifted(documents))
            if write:
                mend(drifted)
        for stored, edition in drifted:
            yield described(entry_for(edition) if edition else stored, stored, edition)
        last = documents[-1]


def find_drifted(documents: list[int]) -> Iterator[Pair]:
    entries = Entry.objects.filter(document__in=documents).prefetch_related("references__document")
    stored = {(entry.timeline_id, entry.edition_number): entry for entry in entries}
    for model in content_types().values():
        approved = model.objects.whole().filter(document__in=documents, state=State.APPROVED)
        editions = list(approved.select_related("document", *model.declaration.related))
        borne = documents_by_number(e.referenced_numbers() for e in editions)
        for edition in editions:
            entry = stored.pop((edition.timeline_id, edition.number), None)
            if entry is None or is_adrift(entry, edition, borne):
                yield entry, edition
    for entry in stored.values():
        yield entry, None


def documents_by_number(numbers: Iterable[set[int]]) -> dict[int, int]:
    """Of all these numbers, those that a document bears, with its pk."""
    borne = Document.objects.filter(number__in=set().union(*numbers))
    return dict(borne.values_list("number", "pk"))


def is_adrift(entry: Entry, edition: Edition, borne: dict[int, int]) -> bool:
    references = {reference.document.number for reference in entry.references.all()}
    if references != edition.referenced_numbers() & borne.keys():
        return True
    columns = [Entry._meta.get_field(name).attname for name in CARD]
    wanted = entry_for(edition)
    return any(getattr(entry, column) != getattr(wanted, column) for column in columns)


def mend(drifted: list[Pair]) -> None:
    wanted = [(stored, entry_for(edition), edition) for stored, edition in drifted if edition]
    for stored, entry, _edition in wanted:
        entry.pk = stored and stored.pk
    kept = [entry for _stored, entry, _edition in wanted if entry.pk]
    gone = [stored.pk for stored, edition in drifted if edition is None]
    Entry.objects.filter(pk__in=gone).delete()
    Reference.objects.filter(entry__in=kept).delete()
    if kept:
        Entry.objects.bulk_update(kept, CARD, batch_size=200)
    Entry.objects.bulk_create([entry for _s, entry, _e in wanted if not entry.pk], batch_size=200)
    references = {entry: edition.referenced_numbers() for _s, entry, edition in wanted}
    write_references(references, documents_by_number(references.values()))


def described(entry: Entry, stored: Entry | None, edition: Edition | None) -> str:
    fault = "differs from its edition" if stored and edition else "is missing"
    if edition is None:
        fault = "belongs to no approved edition"
    name = f"{entry.kind} {entry.number}, {entry.language}, edition {entry.edition_number}"
    return f"{name}: its entry {fault}."
