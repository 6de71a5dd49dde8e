"""Which pictures and files may be seen at a public address, at the moment and in the world of a
request. Each question costs one query, the same for what is unknown as for what is not due.
"""

from collections.abc import Callable
from enum import Enum

from django.db.models import F, Q

from portal.media.models import File, Picture
from portal.publishing import clock
from portal.publishing.models import Edition, Entry, Timeline
from portal.publishing.registry import content_types
from portal.publishing.world import current


class Access(Enum):
    NONE = 0
    FOR_NOW = 1  # an end is ahead
    ENDLESS = 2


def access_to_picture(token: str, crop: str) -> Access:
    """Something public shows this picture, in this very crop ("" is the whole)."""
    if _is_past():
        shown = {"uses__picture__in": _keys(Picture, token=token), "uses__crop": crop}
    else:
        shown = {"uses__picture__token": token, "uses__crop": crop}
    found = _access(Entry.objects.filter(**shown))
    if found is not Access.NONE:
        return found

    def shows(edition: Edition) -> bool:
        shown = {(part.picture_id, part.crop) for part in edition.shown_pictures()}
        return any((picture, crop) in shown for picture in _keys(Picture, token=token))

    return _access_by_preview(shows)


def access_to_file(token: str, name: str) -> Access:
    """Something public offers this file; the name is part of the question."""
    if _is_past():
        offered = {"file_uses__file__in": _keys(File, token=token, public_name=name)}
    else:
        offered = {"file_uses__file__token": token, "file_uses__file__public_name": name}
    found = _access(Entry.objects.filter(**offered))
    if found is not Access.NONE:
        return found

    def offers(edition: Edition) -> bool:
        offered = {part.file_id for part in edition.offered_files()}
        return any(file in offered for file in _keys(File, token=token, public_name=name))

    return _access_by_preview(offers)


def _access(entries) -> Access:
    """Of what entries show: the longest that any of them gives, if one is live."""
    ends = entries.live().order_by(F("live_until").desc(nulls_first=True))
    latest = list(ends.values_list("live_until", flat=True)[:1])
    if not latest:
        return Access.NONE
    return Access.ENDLESS if latest == [None] else Access.FOR_NOW


def _access_by_preview(shows: Callable[[Edition], bool]) -> Access:
    """What an edition shows that this world includes, approved or not."""
    including = dict(clock.current().including)
    if not including:
        return Access.NONE
    for timeline in Timeline.objects.filter(pk__in=including).select_related("document"):
        editions = content_types()[timeline.document.kind].objects.whole()
        if shows(editions.get(timeline=timeline, number=including[timeline.pk])):
            return Access.FOR_NOW
    return Access.NONE


def _keys(model, **names) -> list[int]:
    """Of the one row that bears these names at the moment of the world (see `Kept.from_db`), or
    none. Never None, which would ask for what shows nothing at all.
    """
    names_then = {f"versions__{name}": value for name, value in names.items()}
    rows = model.objects.filter(Q(**names) | Q(**names_then)).distinct()
    return [row.pk for row in rows if all(getattr(row, n) == v for n, v in names.items())]


def _is_past() -> bool:
    """In the time machine an address may be that of an earlier version."""
    world = current()
    return world is not None and world.past is not None
