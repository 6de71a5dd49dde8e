"""The archive calendar: a month whose days with articles are links with counts."""

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date

from django.db.models import Count, Q, Subquery
from django.http import Http404
from django.urls import reverse
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format, get_format

from portal.publishing import clock
from portal.publishing.models import Entry


@dataclass(frozen=True)
class Day:
    """A cell of the grid. `url` is "" on a day without articles."""

    date: date
    count: int
    url: str
    is_current: bool

    @property
    def day(self) -> int:
        return self.date.day


@dataclass(frozen=True)
class Month:
    """A month as a link with its count; `url` is "" where it holds nothing."""

    title: str
    count: int
    url: str


@dataclass(frozen=True)
class ArchiveCalendar:
    """A month's grid. `previous` and `next` are dates in the nearest months with articles."""

    first: date
    weeks: list[list[Day | None]]
    count: int
    previous: date | None
    next: date | None

    @property
    def title(self) -> str:
        return month_title(self.first)

    @property
    def year_url(self) -> str:
        """ "" where the whole year holds nothing, so that no link is dead."""
        year = self.first.year
        near = {day.year for day in (self.previous, self.next) if day}
        return reverse("news:year", args=[year]) if self.count or year in near else ""

    @property
    def weekdays(self) -> list[tuple[str, str]]:
        """Short and full names, in the order of the language's week."""
        return [(WEEKDAYS_ABBR[i], WEEKDAYS[i]) for i in grid().iterweekdays()]

    @property
    def previous_url(self) -> str:
        return month_url(self.previous)

    @property
    def previous_title(self) -> str:
        return month_title(self.previous) if self.previous else ""

    @property
    def next_url(self) -> str:
        return month_url(self.next)

    @property
    def next_title(self) -> str:
        return month_title(self.next) if self.next else ""


def month_title(month: date) -> str:
    return date_format(month, "YEAR_MONTH_FORMAT")


def month_url(month: date | None) -> str:
    return reverse("news:month", args=[month.year, month.month]) if month else ""


def day_url(day: date) -> str:
    return reverse("news:day", args=[day.year, day.month, day.day])


def grid() -> calendar.Calendar:
    """The calendar of the current language; Django counts weekdays from Sunday, Python from
    Monday.
    """
    return calendar.Calendar((get_format("FIRST_DAY_OF_WEEK") - 1) % 7)


def around_month(entries, month: date) -> list:
    """The querysets of what precedes and what follows a month, nearest first."""
    start, end = clock.month_bounds(month.year, month.month)
    earlier = entries.filter(first_published_at__lt=start).newest_first()
    later = entries.filter(first_published_at__gte=end).oldest_first()
    return [earlier, later]


def archive_calendar(
    entries, day: date, *, is_day=False, near: list[Entry] | None = None
) -> ArchiveCalendar:
    """The calendar of the month that `day` lies in; `is_day` marks the day itself as current.

    One query, which reads the nearest months as well, unless `near` holds the rows of
    `around_month` that the caller has fetched already.
    """
    first = day.replace(day=1)
    start, end = clock.month_bounds(day.year, day.month)
    wanted = Q(first_published_at__gte=start, first_published_at__lt=end)
    if near is None:
        for found in around_month(entries, first):
            wanted |= Q(pk=Subquery(found.values("pk")[:1]))
    moments = list(entries.filter(wanted).values_list("first_published_at", flat=True))
    counts = Counter(clock.local_date(moment) for moment in moments if start <= moment < end)
    moments += [entry.first_published_at for entry in near or ()]
    earlier = [moment for moment in moments if moment < start]
    later = [moment for moment in moments if moment >= end]
    weeks = [
        [cell(d, counts[d], is_day and d == day) if d.month == day.month else None for d in week]
        for week in grid().monthdatescalendar(day.year, day.month)
    ]
    return ArchiveCalendar(
        first,
        weeks,
        counts.total(),
        clock.local_date(max(earlier)) if earlier else None,
        clock.local_date(min(later)) if later else None,
    )


def cell(day: date, count: int, is_current: bool) -> Day:
    return Day(day, count, day_url(day) if count else "", is_current)


def months_of(entries, year: int) -> list[Month]:
    """The twelve months of a year, in one query. Raises Http404 for a year without articles."""
    firsts = [date(year, number, 1) for number in range(1, 13)]
    counters = {str(first): Count("pk", filter=within_month(first)) for first in firsts}
    counts = entries.published_in(clock.year_bounds(year)).aggregate(**counters)
    if not any(counts.values()):
        raise Http404
    return [month_of(first, counts[str(first)]) for first in firsts]


def within_month(first: date) -> Q:
    start, end = clock.month_bounds(first.year, first.month)
    return Q(first_published_at__gte=start, first_published_at__lt=end)


def month_of(first: date, count: int) -> Month:
    return Month(date_format(first, "F"), count, month_url(first) if count else "")


def date_or_404(year: int, month: int = 1, day: int = 1) -> date:
    """The date, or Http404 where the calendar has no such day or the clock no such year."""
    try:
        found = date(year, month, day)
        for bound in clock.year_bounds(year):
            bound.astimezone(UTC)  # as databases want it; the year 1 begins before the clock
    except (ValueError, OverflowError) as error:
        raise Http404 from error
    return found
