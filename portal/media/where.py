"""Where a picture or a file is used, told to each person as far as they may know."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from portal.media.models import File, FilePart, Kept, Picture, PicturePart
from portal.publishing import clock
from portal.publishing.models import OPEN, Edition, Entry
from portal.publishing.registry import content_types
from portal.publishing.rights import visible_to

MOST_NAMED = 50
PARTS = {Picture: (PicturePart, "picture"), File: (FilePart, "file")}


@dataclass(frozen=True)
class Places:
    """`public` are entries; `own` are editions not public yet that the person may open, and
    `others` counts those of other desks, which have no business to be named.
    """

    public: list[Entry]
    own: list[Edition]
    others: int


def places_of(kept: Kept, user) -> Places:
    own, others = [], 0
    for editions in editions_with(kept):
        awaited = editions.filter(Q(state__in=OPEN) | Q(live_from__gt=clock.now()))
        mine = awaited.filter(visible_to(user, editions.model))
        own += mine.order_by("-changed_at")[:MOST_NAMED]
        others += awaited.count() - mine.count()
    public = entries_with(kept).live().newest_first()[:MOST_NAMED]
    return Places(list(public), own, others)


def entries_with(kept: Kept):
    """Of approved editions, whenever they are public."""
    return Entry.objects.filter(pk__in=kept.uses.values("entry"))


def editions_with(kept: Kept) -> Iterator:
    """All editions, in any state: a queryset for each type that can hold it."""
    base, name = PARTS[type(kept)]
    for model in content_types().values():
        for relation in model.part_relations():
            if issubclass(relation.related_model, base):
                parts = relation.related_model.objects.filter(**{name: kept})
                yield model.objects.filter(pk__in=parts.values("edition"))


def crops_of(picture: Picture) -> list[str]:
    """The crops in which any edition shows it, past ones included."""
    found = set()
    for model in content_types().values():
        for relation in model.part_relations():
            if issubclass(relation.related_model, PicturePart):
                cropped = relation.related_model.objects.filter(picture=picture).exclude(crop="")
                found.update(cropped.values_list("crop", flat=True).distinct())
    return sorted(found)
