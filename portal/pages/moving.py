"""Moving a place with all that stands below it, and putting it back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from portal.pages.models import Moving, Page, Place
from portal.pages.tree import lock_tree, refusals, settle
from portal.publishing import clock
from portal.publishing.auditing import record_beside
from portal.publishing.errors import Refused
from portal.publishing.models import Document, Entry, Timeline, lock_documents
from portal.publishing.rights import languages_of
from portal.redirects.moving import begin_move, claim, leave


@dataclass(frozen=True)
class Target:
    """`position` counts from 1 among the pages there."""

    parent: Place | None
    word: str
    position: int

    @property
    def path(self) -> str:
        return f"{self.parent.path}/{self.word}" if self.parent else self.word


def move(place: Place, target: Target, *, by, undoes: Moving | None = None) -> Moving:
    """At once, in all languages; old addresses lead on. Raises Refused."""
    with transaction.atomic():
        places = lock_tree()
        place = places[place.pk]
        parent = target.parent and places[target.parent.pk]
        target = Target(parent, target.word, target.position)
        if sentences := list(refusals_to_move(place, target, places.values(), by)):
            raise Refused(sentences)
        documents = lock_documents(p.document_id for p in subtree(place, places.values()))
        record = Moving(
            place=place,
            at=clock.now(),
            by=by,
            from_parent_id=place.parent_id,
            from_path=place.path,
            from_position=place.position,
            to_parent=parent,
            to_path=target.path,
            undoes=undoes,
        )
        place.parent, place.word, place.position = parent, target.word, target.position
        changed = settle(list(places.values()), place)
        record.to_position, record.addresses = place.position, len(changed)
        record.save()
        follow(changed, documents, record)
    return record


def undo(moving: Moving, *, by) -> Moving:
    """Put it back to where it was. The addresses used meanwhile lead on. Raises Refused."""
    with transaction.atomic():
        place = lock_tree()[moving.place_id]
        if Moving.objects.filter(undoes=moving).exists():
            raise Refused([_("This move has been undone already.")])
        if (place.parent_id, place.word) != (moving.to_parent_id, moving.to_word):
            raise Refused([_("The page has been moved again since. Undo the later move first.")])
        back = Target(moving.from_parent, moving.from_word, moving.from_position)
        return move(place, back, by=by, undoes=moving)


def subtree(place: Place, places: Iterable[Place]) -> list[Place]:
    return [p for p in places if p.path == place.path or p.path.startswith(f"{place.path}/")]


def refusals_to_move(place: Place, target: Target, places, by) -> Iterator[str]:
    moved = subtree(place, places)
    if target.parent in moved:
        yield _("A page cannot stand below itself. Choose another place.")
        return
    height = max(each.level for each in moved) - place.level + 1
    others = [each for each in places if each not in moved]
    yield from refusals(target.parent, target.word, others, height)
    if not may_move(by, place, target, moved):
        yield _(
            "Moving a page needs the right to publish, in all its languages, both where it stands "
            "and where it goes. Ask a colleague whose desk covers both."
        )


def may_move(by, place: Place, target: Target, moved: list[Place]) -> bool:
    """Whether the person may publish at both ends, in each language that something has there."""
    own = Timeline.objects.filter(document__in=[p.document_id for p in moved if p.document_id])
    codes = set(own.values_list("language", flat=True))
    ends = (place.section, f"pages/{target.path}")
    return all(codes <= set(languages_of(by, section, Page, "approve")) for section in ends)


def follow(changed: list[tuple[Place, str]], documents: dict[int, Document], record) -> None:
    """Let all that is derived from the addresses follow them, and the old ones lead on."""
    for place, _old in changed:
        claim(place.path)
    leave_behind([(old, documents[p.document_id]) for p, old in changed if p.document_id], record)
    by_document = {place.document_id: place for place, _old in changed}
    entries = list(Entry.objects.filter(document__in=documents))
    for entry in entries:
        place = by_document.get(entry.document_id)
        if place:
            entry.path, entry.section = place.address, place.section
    Entry.objects.bulk_update(entries, ["path", "section"], batch_size=200)
    details = {
        place.document_id: {"from_path": old, "to_path": place.path} for place, old in changed
    }
    moved = [document for pk, document in documents.items() if pk in details]
    record_beside(moved, "undo" if record.undoes_id else "move", record.by, details)


def leave_behind(addresses: list[tuple[str, Document]], record: Moving) -> None:
    """A redirect at each old address. Where nothing has been approved nobody knows the address."""
    known = [(path, document) for path, document in addresses if document.number]
    if known:
        batch = begin_move(str(record), by=record.by)
        for path, document in known:
            leave(path, document, batch=batch)
