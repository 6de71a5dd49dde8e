"""Which pictures and files may be seen at a public address, at the moment and in the world of a
request. Each question costs one query, the same for what is unknown as for what is not due.
"""

from collections.abc import Callable
from enum import Enum

from django.db.models import F

from portal.media.models import File, Picture
from portal.publishing import clock
from portal.publishing.models import Edition, Entry, Timeline
from portal.publishing.registry import content_types


class Access(Enum):
    NONE = 0
    FOR_NOW = 1  # an end is ahead
    ENDLESS = 2


def access_to_picture(token: str, crop: str) -> Access:
    """Something public shows this picture, in this very crop ("" is the whole)."""
    found = _access(Entry.objects.filter(uses__picture__token=token, uses__crop=crop))
    if found is not Access.NONE:
        return found

    def shows(edition: Edition) -> bool:
        picture = _key(Picture, token=token)
        shown = {(part.picture_id, part.crop) for part in edition.shown_pictures()}
        return picture is not None and (picture, crop) in shown

    return _access_by_preview(shows)


def access_to_file(token: str, name: str) -> Access:
    """Something public offers this file; the name is part of the question."""
    uses = {"file_uses__file__token": token, "file_uses__file__public_name": name}
    found = _access(Entry.objects.filter(**uses))
    if found is not Access.NONE:
        return found

    def offers(edition: Edition) -> bool:
        file = _key(File, token=token, public_name=name)
        return file is not None and file in {part.file_id for part in edition.offered_files()}

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


def _key(model, **names) -> int | None:
    return model.objects.filter(**names).values_list("pk", flat=True).first()
