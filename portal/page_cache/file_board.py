"""The board of one server: a file that all its processes have in their memory.

Its numbers are moments in nanoseconds that only grow, so a board that was lost and begun anew never
shows an earlier one. A raised slot is written before the number of the board itself: who sees the
new number sees the slots.
"""

import fcntl
import mmap
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from portal.page_cache.patience import Patient, otherwise
from portal.page_cache.slots import SLOTS

WORD = 8  # bytes
# Words before the slots: the latest number; the number before which nothing is true; when the
# database was last asked for news, and when it last answered; the ring of raisings heard of.
LATEST, BASE, ASKED_AT, HEARD_AT, RING_PLACE = range(5)
RING, RING_SIZE = 8, 1_024
FIRST_SLOT = RING + RING_SIZE
SIZE = (FIRST_SLOT + SLOTS) * WORD


class FileBoard(Patient):
    """Where its file cannot be opened (another user made it, the disk is full) nothing is kept."""

    failures = (OSError, ValueError)

    def __init__(self, path: Path):
        self.path = path

    @cached_property
    def _words(self) -> memoryview:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            is_new = file.seek(0, 2) != SIZE
            if is_new:
                file.truncate(0)
                file.truncate(SIZE)
            words = memoryview(mmap.mmap(file.fileno(), SIZE)).cast("Q")
            if is_new:
                words[BASE] = words[LATEST] = time.time_ns()
            fcntl.flock(file, fcntl.LOCK_UN)  # the map keeps the file open, and so the lock
            return words

    @contextmanager
    def _alone(self) -> Iterator[memoryview]:
        """Nobody else writes meanwhile, thread or process."""
        words = self._words
        with self.path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield words

    @otherwise(0)
    def mark(self) -> int:
        return self._words[LATEST]

    @otherwise(0)
    def confirmed(self, mark: int, slots: Iterable[int]) -> int:
        words = self._words
        latest = words[LATEST]
        if mark == latest:
            return mark
        if mark < words[BASE] or any(words[FIRST_SLOT + slot] > mark for slot in slots):
            return 0
        return latest

    @otherwise(None)
    def raise_slots(self, slots: Iterable[int], raising: int = 0) -> None:
        with self._alone() as words:
            if raising:
                if raising in set(words[RING : RING + RING_SIZE]):
                    return
                place = words[RING_PLACE] % RING_SIZE
                words[RING + place] = raising
                words[RING_PLACE] = place + 1
            number = max(words[LATEST] + 1, time.time_ns())
            for slot in slots:
                words[FIRST_SLOT + slot] = number
            words[LATEST] = number

    @otherwise(None)
    def raise_everything(self) -> None:
        with self._alone() as words:
            words[BASE] = words[LATEST] = max(words[LATEST] + 1, time.time_ns())

    @otherwise(())
    def news_in(self, raisings: Iterable[int]) -> list[int]:
        known = set(self._words[RING : RING + RING_SIZE])
        return [each for each in raisings if each not in known]

    @otherwise(False)
    def asks_now(self, pause: int) -> bool:
        now = time.time_ns()
        if 0 <= now - self._words[ASKED_AT] < pause:
            return False
        with self._alone() as words:
            if 0 <= now - words[ASKED_AT] < pause:
                return False
            words[ASKED_AT] = now
            return True

    @otherwise(0)
    def heard_at(self) -> int:
        return self._words[HEARD_AT]

    @otherwise(None)
    def hear(self, moment: int) -> None:
        self._words[HEARD_AT] = moment
