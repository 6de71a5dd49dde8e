"""Hearing of what was published elsewhere: on another server, or by a process that was killed."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from portal.page_cache import listening
from portal.page_cache.file_board import FileBoard
from portal.page_cache.models import Raising
from portal.page_cache.raising import raise_slots
from portal.publishing import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def other_server(tmp_path, monkeypatch):
    """Its board, which nobody here writes to; it has listened before."""
    board = FileBoard(tmp_path / "other")
    monkeypatch.setattr(listening, "board", board)
    monkeypatch.setattr(listening, "PAUSE", 0)
    listening.listen()
    return board


def test_another_server_hears_of_it_within_a_second(other_server):
    mark = other_server.mark()
    raise_slots([1, 2])
    assert other_server.confirmed(mark, [1]) == mark
    listening.listen()
    assert other_server.confirmed(mark, [1]) == other_server.confirmed(mark, [2]) == 0
    assert other_server.confirmed(mark, [3])


def test_it_is_heard_once(other_server):
    raise_slots([1])
    listening.listen()
    mark = other_server.mark()
    listening.listen()
    assert other_server.mark() == mark


def test_a_step_that_was_committed_late_is_heard_though_later_ones_were_before(other_server):
    raise_slots([1])
    listening.listen()
    mark = other_server.mark()
    late = clock.now() - timedelta(minutes=5)
    Raising.objects.create(at=late, slots=[7])
    listening.listen()
    assert other_server.confirmed(mark, [7]) == 0


def test_whoever_has_not_listened_for_long_confirms_nothing_from_before(other_server, time_machine):
    mark = other_server.mark()
    time_machine.move_to(clock.now() + listening.WINDOW)
    listening.listen()
    assert other_server.confirmed(mark, [9]) == 0


def test_one_process_of_a_server_asks_in_a_second(
    other_server, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(listening, "PAUSE", 60)
    with django_assert_num_queries(0):
        listening.listen()
    monkeypatch.setattr(listening, "PAUSE", 0)
    with django_assert_num_queries(1):
        listening.listen()


def test_server_without_a_database_has_not_heard(other_server, monkeypatch, time_machine):
    heard_at, mark = other_server.heard_at(), other_server.mark()
    assert heard_at

    def refuse(*args, **kwargs):
        raise OperationalError("no connection")

    monkeypatch.setattr(connection, "cursor", refuse)
    time_machine.move_to(clock.now() + timedelta(hours=1))
    with pytest.raises(OperationalError):
        listening.listen()
    # What is kept stays, however long that takes.
    assert (other_server.heard_at(), other_server.confirmed(mark, [1])) == (heard_at, mark)
