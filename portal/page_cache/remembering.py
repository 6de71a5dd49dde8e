"""What many pages are made of, remembered by each process, so that they ask the database nothing.

It is remembered until a scope that it was made of is raised, whoever raised it, and never across a
moment at which anything of it changes. So what is to start, starts on the second in every process,
and what somebody just decided is everywhere at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import update_wrapper
from typing import ClassVar, Generic, TypeVar

from portal.page_cache.board import board
from portal.page_cache.coming import Calendar
from portal.page_cache.slots import slots_of
from portal.publishing import clock, scopes

T = TypeVar("T")
PRESENT = timedelta(seconds=1)  # how far from now a moment is that is no past one
calendar = Calendar(board)


@dataclass
class Memory(Generic[T]):
    """True of every moment from `since` to before what was gathered ends, while the board confirms
    its mark.
    """

    made: T
    gathered: scopes.Gathered
    slots: list[int]
    mark: int
    since: datetime

    def is_true(self, at: datetime) -> bool:
        until = self.gathered.until
        if at < self.since or (until and at >= until):
            return False
        self.mark = board.confirmed(self.mark, self.slots)
        return bool(self.mark)


class Remembered(Generic[T]):
    """See `remembered`. Called as the function is; its arguments are hashable, and few."""

    everyone: ClassVar[list["Remembered"]] = []

    def __init__(self, make: Callable[..., T]):
        self.make = make
        self.memories: dict[tuple, Memory[T]] = {}
        self.everyone.append(self)
        update_wrapper(self, make)

    def __call__(self, *arguments) -> T:
        """As of the current moment. Other worlds than the present are made anew each time."""
        moment = clock.current()
        memory = self.memories.get(arguments)
        if memory and not moment.including and memory.is_true(moment.at):
            scopes.rejoin(memory.gathered)
            return memory.made
        mark = board.mark()
        with scopes.gathering() as gathered:
            made = self.make(*arguments)
        is_present = timedelta(0) <= clock.now() - moment.at < PRESENT
        if is_present and not moment.including:
            slots = slots_of(gathered.scopes)
            gathered.add(set(), calendar.first_change(slots, moment.at, mark))
            self.memories[arguments] = Memory(made, gathered, slots, mark, moment.at)
        return made

    def last(self, *arguments) -> T | None:
        """Without any query: what this process knew last, be it true or not."""
        memory = self.memories.get(arguments)
        return memory.made if memory else None

    def forget(self) -> None:
        self.memories.clear()


def remembered(make: Callable[..., T]) -> Remembered[T]:
    """What the function answers is remembered, and shared: nobody may change it."""
    return Remembered(make)


def forget_all() -> None:
    """For tests, each of which begins in a process that knows nothing."""
    for each in Remembered.everyone:
        each.forget()
