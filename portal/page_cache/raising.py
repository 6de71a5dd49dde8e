"""What a step changes of the public index: the scopes that it raises, now and at moments ahead."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import Model

from portal.media.models import Kept
from portal.page_cache.board import board
from portal.page_cache.boundaries import (
    Boundary,
    Moved,
    boundaries_of,
    documents_beside,
    moved_by,
)
from portal.page_cache.models import Coming, Raising
from portal.page_cache.slots import slots_of
from portal.publishing import clock, scopes
from portal.publishing.models import Label
from portal.publishing.steps import Change
from portal.subjects.models import Office


def raise_scopes(names: Iterable[str]) -> None:
    """Everything kept under these scopes has changed. Call it in the transaction that changes it.

    They are raised at once, for whoever reads in this transaction, and again after the commit, for
    whoever read what was there before it.
    """
    raise_slots(slots_of(names))


def raise_slots(slots: list[int]) -> None:
    if not slots:
        return
    row = Raising.objects.create(slots=slots)
    board.raise_slots(slots)
    transaction.on_commit(lambda: board.raise_slots(slots, row.pk), robust=True)


def raise_site(**kwargs) -> None:
    """Something without a time line has changed that may stand on any page: a label, the tree."""
    raise_scopes([scopes.SITE])


def raise_media(instance: Kept, **kwargs) -> None:
    """What is said of a picture or a file, or its bytes, has changed wherever it is shown."""
    raise_scopes([scopes.media(instance)])


def listeners() -> Iterator[tuple[type[Model], Callable]]:
    """What has no time line and stands on pages, with who hears that it was saved."""
    for model in apps.get_models():
        if issubclass(model, (Label, Office)):
            yield model, raise_site
        elif issubclass(model, Kept):
            yield model, raise_media


def follow_step(sender, changes: list[Change], **kwargs) -> None:
    """Hears `state_changing`. A step that changes nothing in the public index costs nothing; an
    edition that takes the place of another three queries; any other six at most.
    """
    moved = moved_by(changes)
    if not moved.editions:
        return
    now = clock.now()
    boundaries = [each for each in boundaries_of(moved, now) if each.is_new or each.at > now]
    beside = documents_beside({b.row.document_id for b in boundaries if not b.is_handover})
    raised = {name for each in boundaries if each.is_new for name in names_of(each, beside)}
    raise_scopes(raised)
    if any(moment > now for moment in moved.moments):
        note(moved, [each for each in boundaries if each.at > now], beside, now)


def names_of(boundary: Boundary, beside: dict[int, set[int]]) -> set[str]:
    names = set(boundary.scopes())
    if not boundary.is_handover:
        names |= {scopes.document(pk) for pk in beside.get(boundary.row.document_id, ())}
    return names


def note(moved: Moved, ahead: list[Boundary], beside: dict[int, set[int]], now: datetime) -> None:
    """What will be raised by the clock, in place of what would have been."""
    Coming.objects.filter(timeline__in=moved.editions, at__gt=now).delete()
    Coming.objects.bulk_create(
        [
            Coming(at=each.at, slot=slot, timeline=each.row.timeline_id)
            for each in ahead
            for slot in slots_of(names_of(each, beside))
        ],
        batch_size=500,
    )
