from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import translation

from news.archive import archive_calendar, date_or_404, months_of
from portal.publishing import clock
from portal.publishing.workflow import take
from tests.reading import minsk

pytestmark = pytest.mark.django_db


def calendar_of(day, language="en", **options):
    return archive_calendar(language, day.date(), **options)


def cells(calendar):
    return {cell.day: cell for week in calendar.weeks for cell in week if cell}


def counts(calendar):
    return {day: cell.count for day, cell in cells(calendar).items() if cell.count}


@pytest.mark.parametrize(
    ("language", "first", "blanks"),
    [
        ("en", "Sunday", 6),
        ("be", "панядзелак", 5),
        ("ru", "Понедельник", 5),
        ("zh-hans", "星期一", 5),
    ],
)
def test_the_week_begins_as_the_language_has_it(language, first, blanks):
    # 1 June 2019 was a Saturday.
    with translation.override(language):
        calendar = calendar_of(minsk(2019, 6, 5))
        names = [str(full) for _short, full in calendar.weekdays]
    assert names[0].lower() == first.lower()
    assert len(set(names)) == 7
    assert calendar.weeks[0] == (None,) * blanks + calendar.weeks[0][blanks:]
    assert calendar.weeks[0][blanks].day == 1


@pytest.mark.parametrize(("month", "days"), [((2019, 2), 28), ((2020, 2), 29), ((2019, 12), 31)])
def test_a_month_has_its_days_and_no_other(month, days):
    calendar = calendar_of(minsk(*month, 1))
    assert list(cells(calendar)) == list(range(1, days + 1))
    assert {len(week) for week in calendar.weeks} == {7}


def test_a_day_with_articles_is_a_link_with_their_count_and_no_other_day_is(make_adopted):
    make_adopted(minsk(2019, 6, 5, 9), minsk(2019, 6, 5, 18), minsk(2019, 6, 7, 9))
    calendar = calendar_of(minsk(2019, 6, 1))
    assert counts(calendar) == {5: 2, 7: 1}
    urls = {day: cell.url for day, cell in cells(calendar).items() if cell.url}
    assert urls == {5: "/en/news/2019/06/05/", 7: "/en/news/2019/06/07/"}


def test_only_the_day_asked_for_is_current(make_adopted):
    make_adopted(minsk(2019, 6, 5, 9))
    of_day = calendar_of(minsk(2019, 6, 5), is_day=True)
    assert [day for day, cell in cells(of_day).items() if cell.is_current] == [5]
    of_month = calendar_of(minsk(2019, 6, 5))
    assert not any(cell.is_current for cell in cells(of_month).values())


def test_midnight_of_the_site_divides_the_days(make_adopted):
    make_adopted(
        minsk(2019, 5, 31, 23, 59, 59, 999_999),
        minsk(2019, 6, 1),
        minsk(2019, 6, 4, 23, 59, 59, 999_999),
        minsk(2019, 6, 5),
        minsk(2019, 6, 30, 23, 59, 59, 999_999),
        minsk(2019, 7, 1),
    )
    assert counts(calendar_of(minsk(2019, 6, 1))) == {1: 1, 4: 1, 5: 1, 30: 1}


def test_days_are_whole_where_clocks_were_changed(make_adopted):
    """Minsk had summer time until 2011: a day of 23 hours in March, of 25 in October."""
    make_adopted(
        minsk(2010, 3, 28),
        minsk(2010, 3, 28, 23, 59, 59),
        minsk(2010, 3, 29),
        minsk(2010, 10, 31),
        minsk(2010, 10, 31, 2, 30),
        minsk(2010, 10, 31, 2, 30).replace(fold=1),
        minsk(2010, 10, 31, 23, 59, 59),
        minsk(2010, 11, 1),
    )
    assert counts(calendar_of(minsk(2010, 3, 1))) == {28: 2, 29: 1}
    assert counts(calendar_of(minsk(2010, 10, 1))) == {31: 4}


def test_the_neighbouring_months_are_the_nearest_that_hold_something(make_adopted):
    make_adopted(
        minsk(2018, 1, 5), minsk(2018, 11, 30, 23, 59), minsk(2019, 6, 5), minsk(2019, 9, 1)
    )
    calendar = calendar_of(minsk(2019, 6, 5))
    assert (calendar.previous_url, calendar.previous_title) == (
        "/en/news/2018/11/",
        "November 2018",
    )
    assert (calendar.next_url, calendar.next_title) == ("/en/news/2019/09/", "September 2019")


def test_the_first_and_the_last_month_lead_nowhere_further(make_adopted):
    make_adopted(minsk(2019, 6, 1), minsk(2019, 6, 30, 23, 59))
    calendar = calendar_of(minsk(2019, 6, 5))
    assert (calendar.previous_url, calendar.next_url) == ("", "")
    assert (calendar.previous_title, calendar.next_title) == ("", "")


def test_the_years_page_is_linked_only_where_it_exists(make_adopted):
    make_adopted(minsk(2017, 12, 31, 23, 59), minsk(2019, 1, 1))
    assert calendar_of(minsk(2018, 6, 1)).year_url == ""
    assert calendar_of(minsk(2019, 6, 1)).year_url == "/en/news/2019/"
    assert calendar_of(minsk(2019, 1, 1)).year_url == "/en/news/2019/"
    assert calendar_of(minsk(2017, 2, 1)).year_url == "/en/news/2017/"


def test_other_languages_are_not_counted(make_adopted):
    make_adopted(minsk(2019, 5, 5), minsk(2019, 7, 5), language="ru")
    make_adopted(minsk(2019, 6, 5))
    calendar = calendar_of(minsk(2019, 6, 5))
    assert counts(calendar) == {5: 1}
    assert (calendar.previous, calendar.next) == (None, None)


def test_a_corrected_comma_moves_nothing(make_adopted, replace):
    article = make_adopted(minsk(2019, 6, 5, 9))[0]
    replace(article, title="The library opens at night, and stays open")
    calendar = calendar_of(minsk(2019, 6, 5))
    assert counts(calendar) == {5: 1}
    assert (calendar.previous, calendar.next) == (None, None)


def test_a_calendar_costs_one_query_however_much_it_counts_and_none_the_next_time(
    make_adopted, django_assert_num_queries
):
    make_adopted(*(minsk(2019, 6, day) for day in range(1, 31)), minsk(2019, 5, 1))
    with django_assert_num_queries(2):  # and what changes by the clock, which all memory shares
        calendar_of(minsk(2019, 6, 5))
    with django_assert_num_queries(0):
        calendar_of(minsk(2019, 6, 7))


def test_a_remembered_calendar_counts_what_appears_and_what_ends_on_its_second(
    make_adopted, publisher, time_machine
):
    article = make_adopted(minsk(2019, 6, 5, 9), minsk(2019, 6, 6))[0]
    assert counts(calendar_of(minsk(2019, 6, 1))) == {5: 1, 6: 1}
    make_adopted(minsk(2019, 6, 7))
    assert counts(calendar_of(minsk(2019, 6, 1))) == {5: 1, 6: 1, 7: 1}
    end = clock.now() + timedelta(hours=1)
    take("withdraw", article, by=publisher, note="Over.", at=end)
    assert counts(calendar_of(minsk(2019, 6, 1))) == {5: 1, 6: 1, 7: 1}
    time_machine.move_to(end)
    assert counts(calendar_of(minsk(2019, 6, 1))) == {6: 1, 7: 1}


def test_a_year_has_twelve_months_and_links_those_that_hold_something(make_adopted):
    make_adopted(
        minsk(2018, 12, 31, 23, 59, 59),
        minsk(2019, 1, 1),
        minsk(2019, 6, 5),
        minsk(2019, 6, 30, 23, 59, 59),
        minsk(2019, 12, 31, 23, 59, 59),
        minsk(2020, 1, 1),
    )
    months = months_of("en", 2019)
    assert [month.title for month in months][::5] == ["January", "June", "November"]
    assert [month.count for month in months] == [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert [month.url for month in months if month.url] == [
        "/en/news/2019/01/",
        "/en/news/2019/06/",
        "/en/news/2019/12/",
    ]


def test_a_remembered_year_counts_what_appears(make_adopted, django_assert_num_queries):
    make_adopted(minsk(2019, 6, 5))
    assert [month.count for month in months_of("en", 2019)][4:7] == [0, 1, 0]
    with django_assert_num_queries(0):
        months_of("en", 2019)
    make_adopted(minsk(2019, 7, 1))
    assert [month.count for month in months_of("en", 2019)][4:7] == [0, 1, 1]


def test_a_year_without_articles_is_unknown(make_adopted):
    make_adopted(minsk(2018, 12, 31), minsk(2020, 1, 1))
    with pytest.raises(Http404):
        months_of("en", 2019)


@pytest.mark.parametrize(
    "parts",
    [
        (2019, 2, 29),
        (2019, 2, 30),
        (2019, 6, 31),
        (2019, 13, 1),
        (2019, 0, 1),
        (2019, 6, 0),
        (0, 1, 1),
        (1, 1, 1),
        (9999, 12, 31),
    ],
)
def test_a_date_that_does_not_exist_is_unknown(parts):
    with pytest.raises(Http404):
        date_or_404(*parts)


@pytest.mark.parametrize("parts", [(2020, 2, 29), (2, 1, 1), (9998, 12, 31)])
def test_a_date_that_exists_is_itself(parts):
    assert date_or_404(*parts).timetuple()[:3] == parts
