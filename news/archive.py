"""The archive calendar: a month whose days with articles are links with counts."""

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateTimeField,
    F,
    IntegerField,
    Min,
    Q,
    Value,
    When,
)
from django.http import Http404
from django.urls import reverse
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format, get_format

from news.labels import KIND
from portal.page_cache.remembering import remembered
from portal.prepared import prepared
from portal.publishing import clock, scopes
from portal.publishing.models import Entry


@dataclass(frozen=True)
class Day:
    """A cell of the grid."""

    date: date
    count: int
    is_current: bool

    @property
    def url(self) -> str:
        """ "" on a day without articles."""
        return day_url(self.date) if self.count else ""

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
    """A month's grid. `previous` and `next` are dates in the nearest months with articles.

    It holds plain values and no more: what is made of them waits until it is drawn.
    """

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
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


class Told(NamedTuple):
    """What the calendar is told of a day of its month (the first is 1) that has articles; or, as
    day 0, of the nearest article before or after the month.
    """

    day: int
    count: int
    moment: datetime
    document: int


@prepared(
    at=DateTimeField(),
    language=CharField(),
    midnights=DateTimeField(),
    start=DateTimeField(),
    end=DateTimeField(),
)
def told_of(*, at, language, midnights, start, end):
    """Rows of `Told`. `midnights` are those that end each day of the month; the database counts,
    for a large archive has thousands of articles in a month.
    """
    entries = Entry.objects.live(at).for_language(language).for_kind(KIND)
    ends = [When(first_published_at__lt=m, then=Value(n)) for n, m in enumerate(midnights, 1)]
    days = entries.published_in((start, end)).annotate(day=Case(*ends, output_field=IntegerField()))
    counted = days.values("day").annotate(
        count=Count("pk"), moment=Min("first_published_at"), about=Min("document_id")
    )
    nearest = [
        entries.filter(first_published_at__lt=start).newest_first(),
        entries.filter(first_published_at__gte=end).oldest_first(),
    ]
    near = entries.first_of(*nearest).annotate(
        day=Value(0), count=Value(1, BigIntegerField()),
        moment=F("first_published_at"), about=F("document_id"),
    )  # fmt: skip
    columns = ("day", "count", "moment", "about")
    return counted.values_list(*columns).union(near.values_list(*columns), all=True)


@dataclass(frozen=True)
class Counted:
    """How many articles each day of a month has, and dates in the nearest months with articles."""

    days: Counter[date]
    previous: date | None
    next: date | None


def archive_calendar(language: str, day: date, *, is_day=False) -> ArchiveCalendar:
    """The calendar of the month that `day` lies in; `is_day` marks the day itself as current."""
    first = day.replace(day=1)
    counted, dates = month_counted(language, first), dates_of(first)
    cells = {each: Day(each, counted.days[each], is_day and each == day) for each in dates}
    weeks = grid().monthdatescalendar(day.year, day.month)
    return ArchiveCalendar(
        first,
        tuple(tuple(map(cells.get, week)) for week in weeks),
        counted.days.total(),
        counted.previous,
        counted.next,
    )


@remembered
def month_counted(language: str, first: date) -> Counted:
    """One query, which reads the nearest months as well."""
    dates, (start, end) = dates_of(first), clock.month_bounds(first.year, first.month)
    rows = told_of(
        at=clock.current().at,
        language=language,
        midnights=tuple(clock.day_bounds(each)[1] for each in dates),
        start=start,
        end=end,
    )
    told = [Told(*row) for row in rows]
    earlier = [each for each in told if each.moment < start]
    later = [each for each in told if each.moment >= end]
    near = [each.document for each in (*earlier, *later)]
    depend_on_month(language, first, near, is_last=not later)
    return Counted(
        Counter({dates[each.day - 1]: each.count for each in told if each.day}),
        clock.local_date(earlier[0].moment) if earlier else None,
        clock.local_date(later[0].moment) if later else None,
    )


def dates_of(first: date) -> list[date]:
    last = calendar.monthrange(first.year, first.month)[1]
    return [first.replace(day=day) for day in range(1, last + 1)]


def depend_on_month(language: str, first: date, near: list[int], *, is_last: bool) -> None:
    """A month changes with what is published in it. The way to the nearest ones changes with what
    leads there, with what appears in between, and where nothing comes after with whatever does.
    """
    scopes.reads(scopes.listing(KIND, language, first), scopes.past(KIND, language))
    scopes.reads(*map(scopes.document, near))
    if is_last:
        scopes.reads(scopes.listing(KIND, language))


def months_of(language: str, year: int) -> list[Month]:
    """The twelve months of a year. Raises Http404 for a year without articles."""
    counts = enumerate(year_counted(language, year), start=1)
    return [month_of(date(year, number, 1), count) for number, count in counts]


@remembered
def year_counted(language: str, year: int) -> tuple[int, ...]:
    """How many articles each of its months has. One query. Raises Http404 where none has any, so
    that only years that there are fill the memory.
    """
    firsts = [date(year, number, 1) for number in range(1, 13)]
    scopes.reads(*(scopes.listing(KIND, language, first) for first in firsts))
    entries = Entry.objects.live().for_language(language).for_kind(KIND)
    counters = {f"{first:%B}": Count("pk", filter=within_month(first)) for first in firsts}
    counts = entries.published_in(clock.year_bounds(year)).aggregate(**counters)
    if not any(counts.values()):
        raise Http404
    return tuple(counts.values())


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
