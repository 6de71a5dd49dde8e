"""What stands around pages, kept by each process, so that a page asks the database nothing for it.

It is kept for a second at most, never across a moment at which anything of it changes, and it is
dropped as soon as this process publishes anything. So what is to start, starts on the second in
every process, what ends has ended, and what somebody just decided is everywhere a second later.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError

from portal.navigation.composing import Composed, compose
from portal.publishing import clock

LONGEST = timedelta(seconds=1)


@dataclass(frozen=True)
class Kept:
    """True of every moment from `since` to before `until`, as it was read at `read_at`."""

    composed: Composed
    since: datetime
    until: datetime
    read_at: datetime

    def is_true(self, at: datetime, now: datetime) -> bool:
        return self.since <= at < self.until and self.read_at <= now < self.read_at + LONGEST


class Memory:
    def __init__(self):
        self.forget()

    def forget(self) -> None:
        """For tests; a publication lets go of what is true and keeps it for a database in need."""
        self.kept: dict[str, Kept] = {}
        self.generation = object()

    def recall(self, language: str) -> Composed:
        """What is live at the current moment. While the database fails: what was known last."""
        moment, now = clock.current(), clock.now()
        kept = self.kept.get(language)
        if kept and not moment.including and kept.is_true(moment.at, now):
            return kept.composed
        generation = self.generation
        try:
            composed = compose(language)
        except DatabaseError:
            return self.last(language)
        is_present = timedelta(0) <= now - moment.at < LONGEST
        if is_present and not moment.including and generation is self.generation:
            self.keep(language, composed, moment.at, now)
        return composed

    def keep(self, language: str, composed: Composed, at: datetime, now: datetime) -> None:
        until = min(at + LONGEST, composed.changes_at or at + LONGEST)
        self.kept[language] = Kept(composed, since=at, until=until, read_at=now)

    def last(self, language: str) -> Composed:
        """Without any query: what this process knew last, be it true or not."""
        kept = self.kept.get(language)
        return kept.composed if kept else Composed()

    def outdate(self, **kwargs) -> None:
        """Hears both signals of the door: what was read before either may not be kept."""
        self.generation = object()
        self.kept = {
            language: Kept(kept.composed, kept.since, kept.since, kept.read_at)
            for language, kept in self.kept.items()
        }


memory = Memory()
