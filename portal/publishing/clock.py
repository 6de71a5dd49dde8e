"""The clock: one instant per request, days in the site's zone, and the moments of other worlds."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True)
class Moment:
    """The instant at which the site is read, and the unapproved editions shown besides.

    `including` holds names of editions: (timeline id, edition number). It is empty for the public.
    """

    at: datetime
    including: frozenset[tuple[int, int]] = frozenset()


_current: ContextVar[Moment | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The real time, aware, in UTC. What readers see asks `current()` instead."""
    return timezone.now()


def current() -> Moment:
    """The moment of this request or world; outside of one, the present."""
    return _current.get() or Moment(now())


@contextmanager
def moment(at: datetime, including: Iterable[tuple[int, int]] = ()) -> Iterator[Moment]:
    """Read the site as it stands at `at` for the length of the block."""
    value = Moment(at, frozenset(including))
    token = _current.set(value)
    try:
        yield value
    finally:
        _current.reset(token)


def today() -> date:
    """The date of the current moment in the site's zone."""
    return local_date(current().at)


def local_date(at: datetime) -> date:
    """The date that `at` falls on in the site's zone, whatever zone is active."""
    return timezone.localtime(at, timezone.get_default_timezone()).date()


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """The half-open range of instants that are `day` in the site's zone."""
    return midnight(day), midnight(day + timedelta(days=1))


def month_bounds(year: int, month: int) -> tuple[datetime, datetime]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return midnight(date(year, month, 1)), midnight(following)


def year_bounds(year: int) -> tuple[datetime, datetime]:
    return midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))
