"""Where approved editions show pictures and offer files: derived with each approval, and rebuilt
on demand.
"""

from collections.abc import Iterator

from django.db import transaction

from portal.media import public, renditions
from portal.media.models import FileUse, Picture, Use
from portal.publishing.index import editions_of
from portal.publishing.models import Document, Edition, Entry, lock_documents

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
    files = [
        use
        for change in changes
        if change.entry
        for use in file_uses_of(change.entry, change.edition)
    ]
    FileUse.objects.bulk_create(files, batch_size=200)


def make_missing_crops(sender, changes, **kwargs) -> None:
    """Hears `state_changed`: a form has made the crops that it saved; commands have not."""
    wanted = {
        (part.picture_id, part.crop)
        for change in changes
        if change.entry
        for part in change.edition.shown_pictures()
        if part.crop
    }
    pictures = Picture.objects.in_bulk({picture for picture, _crop in wanted}) if wanted else {}
    for pk, crop in sorted(wanted):
        ensure_crop(pictures[pk], crop)


def ensure_crop(picture: Picture, crop: str) -> None:
    """Make what lacks of this crop's files. Raises OSError where the disk gives no room."""
    names = renditions.names_for(picture.width, picture.height, crop)
    renditions.make(picture.token, renditions.missing(picture.token, names))


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


def file_uses_of(entry: Entry, edition: Edition) -> list[FileUse]:
    offered = dict.fromkeys(part.file_id for part in edition.offered_files() if part.file_id)
    return [FileUse(entry=entry, file_id=file) for file in offered]


def rebuild_uses(*, write: bool = True) -> Iterator[str]:
    """Compare all uses with what the approved editions show, and mend them when `write`.

    Yields a line for each entry that had drifted. Runs in chunks, each under the documents'
    lock, so the site stays open meanwhile. What is wrong with the entries themselves is mended
    by `rebuild_entries`, before. What is public no more leaves the public tree.
    """
    last = 0
    while True:
        following = Document.objects.filter(pk__gt=last, entries__isnull=False).order_by("pk")
        documents = list(following.values_list("pk", flat=True).distinct()[:CHUNK])
        if not documents:
            break
        with transaction.atomic():
            lock_documents(documents)
            drifted = list(_drifted(documents))
            if write:
                _write(drifted)
        for entry, *_wanted in drifted:
            yield f"{entry.kind} {entry.number}, {entry.language}, edition {entry.edition_number}"
        last = documents[-1]
    if write:
        public.sweep()


def _write(drifted: list[tuple[Entry, list[Use], list[FileUse]]]) -> None:
    entries = [entry for entry, *_wanted in drifted]
    Use.objects.filter(entry__in=entries).delete()
    FileUse.objects.filter(entry__in=entries).delete()
    Use.objects.bulk_create([use for _e, uses, _f in drifted for use in uses], batch_size=200)
    FileUse.objects.bulk_create([use for _e, _u, files in drifted for use in files], batch_size=200)


def _drifted(documents: list[int]) -> Iterator[tuple[Entry, list[Use], list[FileUse]]]:
    entries = Entry.objects.filter(document__in=documents).prefetch_related("uses", "file_uses")
    editions = editions_of(entries)
    for entry in entries:
        edition = editions.get((entry.timeline_id, entry.edition_number))
        uses = uses_of(entry, edition) if edition else []
        files = file_uses_of(entry, edition) if edition else []
        shown = [_content(use) for use in entry.uses.all()]
        offered = {use.file_id for use in entry.file_uses.all()}
        if shown != [_content(use) for use in uses] or offered != {use.file_id for use in files}:
            yield entry, uses, files


def _content(use: Use) -> tuple:
    return use.position, *(getattr(use, name) for name in SHOWN)
