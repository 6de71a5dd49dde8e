"""Pages of a list, whatever is published while somebody reads it."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.db.models import DateTimeField
from django.http import Http404

from portal import listing
from portal.listing import cards, cursor_after, page, parse_cursor
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.workflow import take
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn(rf):
    """turn(address) → the page of the list at "/list/" + address."""
    return lambda address="": page(rf.get(f"/list/{address}"), everything(at=clock.current().at))


@listing.listing(at=DateTimeField())
def everything(*, at):
    return Entry.objects.live(at)


@pytest.fixture
def short_pages(monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 3)


def walk(turn, most=50):
    """All pages from the first on."""
    pages = [turn()]
    while pages[-1].next_url and len(pages) < most:
        pages.append(turn(pages[-1].next_url))
    return pages


def numbers(pages):
    return [entry.number for one in pages for entry in one.entries]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_the_pages_hold_every_entry_once(turn, make_adopted, short_pages, count, pages):
    made = make_adopted(*(minsk(2019, 6, 1, hour) for hour in range(count)))
    walked = walk(turn)
    assert numbers(walked) == [article.document.number for article in reversed(made)]
    assert len(walked) == pages


def test_entries_of_one_instant_are_neither_lost_nor_repeated(turn, make_adopted, short_pages):
    made = make_adopted(*[minsk(2019, 6, 5)] * 10)
    walked = numbers(walk(turn))
    assert walked == sorted((article.document.number for article in made), reverse=True)


def test_a_microsecond_divides(turn, make_adopted, short_pages):
    start = minsk(2019, 6, 5)
    made = make_adopted(*(start + timedelta(microseconds=i) for i in range(7)))
    assert numbers(walk(turn)) == [article.document.number for article in reversed(made)]


def test_a_reader_misses_nothing_and_sees_nothing_twice_while_news_arrive(
    turn, make_adopted, make_live, short_pages
):
    make_adopted(*(minsk(2019, 6, day) for day in range(1, 8)))
    first = turn()
    second_before = numbers([turn(first.next_url)])
    make_live()
    make_adopted(minsk(2020, 1, 1))
    assert numbers([turn(first.next_url)]) == second_before
    assert not set(numbers([first])) & set(second_before)


def test_a_withdrawal_moves_nothing_across_a_page_s_edge(
    turn, make_adopted, publisher, short_pages
):
    made = make_adopted(*(minsk(2019, 6, day) for day in range(1, 8)))
    first = turn()
    # The very entry that the cursor names.
    take("withdraw", made[4], by=publisher, note="A mistake.")
    assert numbers([turn(first.next_url)]) == [made[i].document.number for i in (3, 2, 1)]


def test_the_five_hundredth_page_costs_what_the_first_does(
    turn, make_adopted, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(listing, "PAGE_SIZE", 1)
    start = minsk(2019, 6, 5)
    made = make_adopted(*(start + timedelta(minutes=i) for i in range(501)))
    deep = Entry.objects.get(number=made[1].document.number)
    for address in ("", "?" + urlencode({"before": cursor_after(deep)})):
        with django_assert_num_queries(1):
            shown = turn(address)
        assert len(shown.entries) == 1
    assert numbers([shown]) == [made[0].document.number]
    assert shown.next_url == ""


def test_the_first_page_links_no_first_page_and_the_last_no_next(turn, make_adopted, short_pages):
    make_adopted(*(minsk(2019, 6, day) for day in range(1, 8)))
    walked = walk(turn)
    assert [one.first_url for one in walked] == ["", "/list/", "/list/"]
    assert [bool(one.next_url) for one in walked] == [True, True, False]


def test_a_cursor_shows_nothing_before_its_minute(turn, make_live, make_scheduled, time_machine):
    make_live()
    scheduled = make_scheduled()
    ahead = (scheduled.live_from + timedelta(days=1)).astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")
    address = f"?before={ahead}-999999999999"
    assert len(turn(address).entries) == 1
    time_machine.move_to(scheduled.live_from)
    assert len(turn(address).entries) == 2


def test_an_empty_cursor_is_the_first_page(turn, make_live):
    make_live()
    assert turn("?before=").first_url == ""


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        "2019-06-05-100000",
        "20190605T100000000000",
        "20190605T100000000000-",
        "20190605T100000000000-1",
        "20190605T100000000000-1234567890123",
        "20190605T100000000000-100000 ",
        "20190605T100000000000-100000\n",
        " 20190605T100000000000-100000",
        "20190230T100000000000-100000",
        "20190605T250000000000-100000",
        "20190605T106000000000-100000",
        "20190605T100061000000-100000",
        "00000101T000000000000-100000",
        "20191305T100000000000-100000",
        "२०१९०६०५T१०००००००००००-१०००००",
        "\x00",
        "9" * 10_000,
        "20190605T100000000000-" + "9" * 10_000,
    ],
)
def test_a_cursor_that_names_no_place_is_unknown(turn, make_live, cursor):
    make_live()
    with pytest.raises(Http404):
        turn("?" + urlencode({"before": cursor}))


@pytest.mark.parametrize("cursor", ["00010101T000000000000-100000", "19000101T000000000000-100000"])
def test_a_cursor_with_nothing_after_it_is_unknown(turn, make_live, cursor):
    make_live()
    with pytest.raises(Http404):
        turn("?" + urlencode({"before": cursor}))


def test_a_cursor_at_the_end_of_time_is_the_first_page_s_content(turn, make_live):
    make_live()
    assert len(turn("?before=99991231T235959999999-999999999999").entries) == 1


def test_a_cursor_says_the_place_in_utc(make_adopted):
    make_adopted(minsk(2019, 6, 5, 12, 30, 15, 7))
    entry = Entry.objects.get()
    cursor = cursor_after(entry)
    assert cursor == f"20190605T093015000007-{entry.number}"
    assert parse_cursor(cursor) == (datetime(2019, 6, 5, 9, 30, 15, 7, tzinfo=UTC), entry.number)


def test_cards_have_their_covers_for_one_query(
    make_article, make_in_review, publisher, author, django_assert_num_queries
):
    with_cover = [cast.a_picture(author), cast.a_picture(author)]
    cast.approve(make_in_review(pictures=with_cover, title="With"), publisher)
    cast.approve(make_in_review(title="Without"), publisher)
    with django_assert_num_queries(1):
        found = cards(Entry.objects.live().newest_first(), 10)
        covers = {entry.title: entry.cover and entry.cover.picture.token for entry in found}
    assert covers == {"With": with_cover[0].token, "Without": None}


def test_cards_are_as_many_as_asked_for(make_adopted):
    make_adopted(*(clock.now() - timedelta(days=day) for day in range(5)))
    assert len(cards(Entry.objects.live().newest_first(), 3)) == 3
