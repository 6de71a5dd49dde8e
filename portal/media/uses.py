"""Where approved editions show pictures: derived with each approval, and rebuilt on demand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction

from portal.media.models import Use
from portal.publishing.models import Document, Edition, Entry, State, lock_documents
from portal.publishing.registry import content_types

SHOWN = ("picture_id", "alt", "is_decorative", "caption", "credit", "licence", "is_archive", "crop")
CHUNK = 200  # documents


def record_uses(sender, changes, **kwargs) -> None:
    """Hears `state_changing`: what was just approved gets its uses, in the same transaction.

    A use goes with its entry, so a step that removes an entry leaves nothing to do here.
    """
    new = [
        use for change in changes if change.entry for use in uses_of(change.entry, change.edition)
    ]
    Use.objects.bulk_create(new, batch_size=200)


def uses_of(entry: Entry, edition: Edition) -> list[Use]:
    shown = [part for part in edition.shown_pictures() if part.picture_id]
    return [
        Use(
            entry=entry,
            # Counted anew: editors' positions may repeat.
            position=position,
            picture_id=part.picture_id,
            alt="" if part.is_decorative else part.alt,
            is_decorative=part.is_decorative,
            caption=part.caption,
            credit=part.credit,
            licence=part.licence,
            is_archive=part.is_archive,
            crop=part.crop,
        )
        for position, part in enumerate(shown)
    ]


def rebuild_uses(*, write: bool = True) -> Iterator[str]:
    """Compare all uses with what the approved editions show, and mend them when `write`.

    Yields a line for each entry that had drifted. Runs in chunks, each under the documents'
    lock, so the site stays open meanwhile. What is wrong with the entries themselves is mended
    by `rebuild_entries`, before.
    """
    last = 0
    while True:
        following = Document.objects.filter(pk__gt=last, entries__isnull=False).order_by("pk")
        documents = list(following.values_list("pk", flat=True).distinct()[:CHUNK])
        if not documents:
            return
        with transaction.atomic():
            lock_documents(documents)
            drifted = list(_drifted(documents))
            if write:
                Use.objects.filter(entry__in=[entry for entry, _wanted in drifted]).delete()
                new = [use for _entry, wanted in drifted for use in wanted]
                Use.objects.bulk_create(new, batch_size=200)
        for entry, _wanted in drifted:
            yield f"{entry.kind} {entry.number}, {entry.language}, edition {entry.edition_number}"
        last = documents[-1]


def _drifted(documents: list[int]) -> Iterator[tuple[Entry, list[Use]]]:
    entries = Entry.objects.filter(document__in=documents).prefetch_related("uses")
    editions = _editions(entries)
    for entry in entries:
        edition = editions.get((entry.timeline_id, entry.edition_number))
        wanted = uses_of(entry, edition) if edition else []
        if [_content(use) for use in wanted] != [_content(use) for use in entry.uses.all()]:
            yield entry, wanted


def _editions(entries: Iterable[Entry]) -> dict[tuple[int, int], Edition]:
    models, timelines = content_types(), defaultdict(set)
    for entry in entries:
        timelines[entry.kind].add(entry.timeline_id)
    return {
        (edition.timeline_id, edition.number): edition
        for kind, own in timelines.items()
        for edition in models[kind].objects.whole().filter(timeline__in=own, state=State.APPROVED)
    }


def _content(use: Use) -> tuple:
    return use.position, *(getattr(use, name) for name in SHOWN)
