"""When what is kept will change by the clock alone: read once for each number of the board."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError

from portal.page_cache.models import Coming
from portal.publishing import clock

MOST = 2_000  # rows that are remembered; nothing is kept beyond the last of them
MARGIN = timedelta(minutes=10)  # that making a page may take


@dataclass(frozen=True)
class Ahead:
    """The moments after `since` at which slots change, as the database had them when the board
    showed `mark`. `last` is the last of them where there are more.
    """

    mark: int
    since: datetime
    rows: list[tuple[datetime, int]]

    @property
    def last(self) -> datetime | None:
        return self.rows[-1][0] if len(self.rows) == MOST else None

    def tells(self, at: datetime, mark: int) -> bool:
        """Whether it tells of what was made at that moment, when the board showed that mark."""
        return mark <= self.mark and self.since <= at and (self.last is None or at < self.last)


class Calendar:
    def __init__(self, board):
        self.board = board
        self.ahead: Ahead | None = None  # exchanged as a whole: threads share it

    def read(self) -> Ahead:
        mark, since = self.board.mark(), clock.now() - MARGIN
        rows = Coming.objects.filter(at__gt=since).order_by("at").values_list("at", "slot")[:MOST]
        return Ahead(mark, since, list(rows))

    def first_change(self, slots: Iterable[int], at: datetime, mark: int) -> datetime | None:
        """The first moment after `at` at which any of these will have changed, for what was made
        when the board showed `mark`. One query at most.
        """
        ahead = self.ahead
        if ahead is None or not ahead.tells(at, mark):
            try:
                self.ahead = ahead = self.read()
            except DatabaseError:
                return at  # it went away just now: nothing is kept
        wanted = frozenset(slots)
        return next((m for m, slot in ahead.rows if m > at and slot in wanted), ahead.last)
