"""The board, on the disk and in Redis: one set of rules."""

import subprocess
import sys
import time

import pytest

from portal.page_cache.file_board import FileBoard
from portal.page_cache.in_redis import RedisBoard, RedisStore
from portal.page_cache.slots import SLOTS, slots_of

SECOND = 10**9


@pytest.fixture(params=["file", "redis"])
def new_process(request, tmp_path, monkeypatch):
    """new_process() → the board as another process has it."""
    if request.param == "file":
        return lambda: FileBoard(tmp_path / "board")
    return request.getfixturevalue("redis_board")


@pytest.fixture
def board(new_process):
    return new_process()


def test_what_nobody_raised_is_confirmed_for_ever(board):
    mark = board.mark()
    assert mark
    assert board.confirmed(mark, [1, 2]) == mark


def test_raised_slot_is_confirmed_no_more_and_others_are_from_then_on(board):
    mark = board.mark()
    board.raise_slots([1, SLOTS - 1])
    assert board.confirmed(mark, [1, 2]) == board.confirmed(mark, [SLOTS - 1]) == 0
    later = board.confirmed(mark, [2, 3])
    assert later > mark
    assert later == board.mark()
    assert board.confirmed(later, [1]) == later  # it was made after that


def test_another_process_sees_it_at_once(new_process):
    one, other = new_process(), new_process()
    mark = one.mark()
    other.raise_slots([5])
    assert one.confirmed(mark, [5]) == 0
    assert one.confirmed(mark, [6])


def test_raising_that_was_heard_of_is_not_repeated(board):
    board.raise_slots([1], raising=77)
    mark = board.mark()
    board.raise_slots([1], raising=77)
    assert board.confirmed(mark, [1]) == mark
    board.raise_slots([1], raising=78)
    assert board.confirmed(mark, [1]) == 0


def test_it_tells_which_raisings_are_news(board):
    board.raise_slots([1], raising=7)
    assert board.news_in([7, 8, 9]) == [8, 9]
    assert board.news_in([]) == []


def test_after_everything_was_raised_nothing_before_is_confirmed(board):
    mark = board.mark()
    board.raise_everything()
    assert board.confirmed(mark, [9]) == 0
    assert board.confirmed(board.mark(), [9]) == board.mark()


def test_one_process_asks_at_a_time(new_process):
    one, other = new_process(), new_process()
    pause = SECOND // 5
    assert one.asks_now(pause)
    assert not other.asks_now(pause)
    time.sleep(0.3)
    assert other.asks_now(pause)


def test_it_remembers_when_the_database_last_answered(new_process):
    assert new_process().heard_at() == 0
    new_process().hear(123)
    assert new_process().heard_at() == 123


def test_lost_board_confirms_nothing_that_was_kept_before(tmp_path):
    path = tmp_path / "board"
    old = FileBoard(path)
    mark = old.mark()
    path.unlink()
    assert FileBoard(path).confirmed(mark, [1]) == 0
    path.write_bytes(b"half")
    assert FileBoard(path).confirmed(mark, [1]) == 0


def test_board_that_cannot_be_opened_confirms_nothing_and_stops_nobody(tmp_path, monkeypatch):
    (tmp_path / "board").mkdir()
    board = FileBoard(tmp_path / "board")
    assert board.mark() == board.confirmed(5, [1]) == 0
    board.raise_slots([1], 7)
    (tmp_path / "board").rmdir()
    assert board.mark() == 0  # it is asked again after a while
    monkeypatch.setattr(board, "away_until", 0)
    assert board.mark() > 0


def test_redis_that_is_away_confirms_nothing_and_stops_nobody(settings):
    settings.PAGE_CACHE = "redis://127.0.0.1:1/0"
    board, store = RedisBoard(), RedisStore()
    assert board.mark() == board.confirmed(5, [1]) == 0
    board.raise_slots([1], raising=7)
    assert store.get("key") is None


def test_processes_that_raise_at_once_lose_nothing(tmp_path):
    """Four of them, 200 times each: every number is given once."""
    path = tmp_path / "board"
    board = FileBoard(path)
    mark = board.mark()
    raising = (
        "import sys; from pathlib import Path; from portal.page_cache.file_board import FileBoard\n"
        "board = FileBoard(Path(sys.argv[1]))\n"
        "for i in range(200): board.raise_slots([int(sys.argv[2]) * 200 + i], i + 1)"
    )
    command = [sys.executable, "-c", raising, str(path)]
    processes = [subprocess.Popen([*command, str(number)]) for number in range(4)]
    assert [process.wait(60) for process in processes] == [0] * 4
    raised = [slot for slot in range(800) if not board.confirmed(mark, [slot])]
    assert len(raised) == 200  # each raising was heard of once, from whoever was first
    assert len({slot % 200 for slot in raised}) == 200


def test_scopes_are_spread_over_the_slots():
    slots = slots_of(f"document:{number}" for number in range(2_000))
    assert len(slots) > 1_980
    assert slots == sorted(slots)
    assert 0 <= slots[0] < slots[-1] < SLOTS
