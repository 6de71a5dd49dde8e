"""The address that the desk's own preview page frames: signed instead of stored, so that looking
at a text leaves no row behind.
"""

from datetime import UTC, datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, TimestampSigner

from portal.publishing.models import Edition, Preview, Timeline
from portal.publishing.registry import content_types
from portal.publishing.rights import can

LIFE = timedelta(hours=1)
# No token of a link that was handed out holds it (see `Preview.issue`).
MARK = "."


def token_for(edition: Edition, person, at: datetime | None = None) -> str:
    """Opens this edition as it will look at a moment, for an hour and while this person may
    view it.
    """
    moment = int(at.timestamp()) if at else ""
    return _signer().sign(f"{edition.timeline_id}-{edition.number}-{person.pk}-{moment}")


def find(token: str) -> Preview | None:
    """What the token opens, as a preview that is not stored. One that is forged asks nothing of
    the database.
    """
    try:
        value = _signer().unsign(token, max_age=LIFE)
    except BadSignature:
        return None
    timeline, number, person, moment = value.split("-")
    if not _may_view(int(person), int(timeline), int(number)):
        return None
    at = datetime.fromtimestamp(int(moment), tz=UTC) if moment else None
    return Preview(timeline_id=int(timeline), edition_number=int(number), at=at)


def _signer() -> TimestampSigner:
    return TimestampSigner(sep=MARK, salt="portal.publishing.frames")


def _may_view(person: int, timeline: int, number: int) -> bool:
    user = get_user_model().objects.filter(pk=person).first()
    line = Timeline.objects.select_related("document").filter(pk=timeline).first()
    if not (user and line):
        return False
    model = content_types()[line.document.kind]
    editions = model.objects.select_related(*model.declaration.related)
    edition = editions.filter(timeline=line, number=number).first()
    return edition is not None and can(user, "view", edition)
