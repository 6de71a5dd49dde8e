"""Days, months and years are those of the site's zone, as half-open ranges of instants."""

from datetime import UTC, date, datetime, timedelta

import pytest

from portal.publishing import clock


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


def test_day_begins_and_ends_at_the_sites_midnights():
    assert clock.day_bounds(date(2019, 6, 5)) == (utc(2019, 6, 4, 21), utc(2019, 6, 5, 21))


@pytest.mark.parametrize(
    ("month", "start", "end"),
    [(1, (2018, 12, 31, 21), (2019, 1, 31, 21)), (12, (2019, 11, 30, 21), (2019, 12, 31, 21))],
)
def test_month_ends_where_the_next_begins(month, start, end):
    assert clock.month_bounds(2019, month) == (utc(*start), utc(*end))


def test_year_holds_its_months_without_a_gap():
    months = [clock.month_bounds(2019, month) for month in range(1, 13)]
    assert (months[0][0], months[-1][1]) == clock.year_bounds(2019)
    assert all(this[1] == following[0] for this, following in zip(months, months[1:], strict=False))


def test_day_of_a_clock_change_has_its_own_length(settings):
    """Minsk had summer time until 2011."""
    start, end = clock.day_bounds(date(2009, 3, 29))
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=23)


@pytest.mark.parametrize(("instant", "day"), [((20, 59, 59), 5), ((21,), 6)])
def test_today_turns_at_the_sites_midnight(time_machine, instant, day):
    time_machine.move_to(utc(2026, 6, 5, *instant), tick=False)
    assert clock.today() == date(2026, 6, day)


def test_today_is_that_of_the_moment_that_is_read():
    with clock.moment(utc(2019, 6, 4, 22)):
        assert clock.today() == date(2019, 6, 5)
