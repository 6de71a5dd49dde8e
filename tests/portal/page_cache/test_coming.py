"""The moments ahead, as a process knows them."""

from datetime import timedelta

import pytest
from django.db import connection

from portal.page_cache import coming
from portal.page_cache.coming import Calendar
from portal.page_cache.file_board import FileBoard
from portal.page_cache.models import Coming
from portal.publishing import clock

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def board(tmp_path):
    return FileBoard(tmp_path / "board")


@pytest.fixture
def calendar(board):
    return Calendar(board)


def note(hours, slot):
    return Coming.objects.create(at=clock.now() + hours * HOUR, slot=slot, timeline=1).at


def test_first_change_is_that_of_its_own_slots(calendar, board):
    now, first, second = clock.now(), note(1, 5), note(2, 6)
    note(-1, 6)
    assert calendar.first_change([6, 7], now, board.mark()) == second
    assert calendar.first_change([5, 6], now, board.mark()) == first
    assert calendar.first_change([5, 6], first, board.mark()) == second
    assert calendar.first_change([8], now, board.mark()) is None


def test_it_is_read_once_until_something_is_raised(calendar, board, django_assert_num_queries):
    now = clock.now()
    calendar.first_change([5], now, board.mark())
    with django_assert_num_queries(0):
        calendar.first_change([5], now, board.mark())
    due = note(1, 5)
    board.raise_slots([5])
    with django_assert_num_queries(1):
        assert calendar.first_change([5], now, board.mark()) == due


def test_thread_that_asks_while_another_reads_is_not_told_what_was_true_before(calendar, board):
    """A page that knows of a change is never kept beyond it."""
    now = clock.now()
    calendar.first_change([5], now, board.mark())
    due = note(1, 5)
    board.raise_slots([5])
    mark, told = board.mark(), []

    def ask_meanwhile(execute, *query):
        if not told:
            told.append(None)
            told.append(calendar.first_change([5], now, mark))  # the other thread
        return execute(*query)

    with connection.execute_wrapper(ask_meanwhile):
        assert calendar.first_change([5], now, mark) == due
    assert told == [None, due]


def test_beyond_what_is_remembered_nothing_is_kept(calendar, board, monkeypatch, time_machine):
    monkeypatch.setattr(coming, "MOST", 2)
    now, [_first, second, _third] = clock.now(), [note(hours, slot=hours) for hours in (1, 2, 3)]
    assert calendar.first_change([9], now, board.mark()) == second
    time_machine.move_to(second + HOUR / 2, tick=False)
    assert calendar.first_change([9], clock.now(), board.mark()) is None
