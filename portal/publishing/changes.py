"""The public history of a text: its major changes, each with the note that readers get."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, DateTimeField

from portal.prepared import prepared
from portal.publishing import clock
from portal.publishing.models import Edition


@dataclass(frozen=True)
class MajorChange:
    at: datetime
    note: str


def publication_of(edition: Edition) -> datetime:
    """Its text's first; a draft in a preview has none, so that of its timeline or the moment."""
    started = edition.first_published_at or edition.timeline.first_published_at
    return started or clock.current().at


def major_changes(edition: Edition, published_at: datetime) -> list[MajorChange]:
    """Up to this edition, the newest first. One query, or none for the first edition.

    A minor change leaves no trace, and what was first published at `published_at` is no change.
    A draft in a preview is dated by the moment that it is seen at.
    """
    if edition.number == 1:
        return []
    at = edition.live_from or clock.current().at
    rows = major_between(type(edition), timeline=edition.timeline_id, start=published_at, end=at)
    changes = [MajorChange(*row) for row in rows]
    is_draft = edition.live_from is None and published_at < at
    if is_draft and edition.is_major and edition.change_note:
        changes.insert(0, MajorChange(at, edition.change_note))
    return changes


@prepared(timeline=BigIntegerField(), start=DateTimeField(), end=DateTimeField())
def major_between(model: type[Edition], *, timeline, start, end):
    approved = model.objects.filter(timeline=timeline, live_from__gt=start, live_from__lte=end)
    major = approved.filter(is_major=True).exclude(change_note="").order_by("-live_from")
    return major.values_list("live_from", "change_note")
