"""Which pictures may be seen at a public address, at the moment and in the world of a request."""

from portal.publishing import clock
from portal.publishing.models import Entry, Timeline
from portal.publishing.registry import content_types


def is_visible(token: str) -> bool:
    """Whether something public shows this picture. One query, the same for an unknown token."""
    live = Entry.objects.live().filter(uses__picture__token=token).exists()
    return live or is_previewed(token)


def is_previewed(token: str) -> bool:
    """Whether an edition that this world includes, approved or not, shows the picture."""
    including = dict(clock.current().including)
    if not including:
        return False
    for timeline in Timeline.objects.filter(pk__in=including).select_related("document"):
        editions = content_types()[timeline.document.kind].objects.whole()
        edition = editions.get(timeline=timeline, number=including[timeline.pk])
        if any(part.picture and part.picture.token == token for part in edition.shown_pictures()):
            return True
    return False
