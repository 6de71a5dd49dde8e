"""L1: what the public may see is one question, asked here."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from portal.publishing import clock


def live_at(at: datetime) -> Q:
    """The condition of being public at `at`.

    The third part says nothing new (a first publication is never after a start); it is there as
    the bound of the indexes that lists are read by.
    """
    return Q(live_from__lte=at, first_published_at__lte=at) & (
        Q(live_until=None) | Q(live_until__gt=at)
    )


class IntervalQuerySet(models.QuerySet):
    def live(self, at: datetime | None = None):
        """What is public at `at`; by default at the current moment of the request."""
        return self.filter(live_at(at or clock.current().at))


class Interval(models.Model):
    """From when to when something is public: half-open, in UTC, without an end while null.

    Written by `lay_out()` alone, by way of the door.
    """

    live_from = models.DateTimeField(editable=False)
    live_until = models.DateTimeField(null=True, editable=False)
    first_published_at = models.DateTimeField(editable=False)

    class Meta:
        abstract = True
