"""Rounds over all subjects and their pages: what a request costs the server, in CPU."""

import http.client
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median

from tests.bench.accounting import cpu_of
from tests.bench.client import ask, meet
from tests.bench.serving import Server

FEWEST, MOST = 3, 1_200  # requests of one measurement
# Seconds of CPU of one measurement: forty ticks of the accounting, or ten where it has to be quick.
LONG_ENOUGH, QUICK = 0.4, 0.1


class PageFailed(Exception):
    pass


@dataclass
class Subject:
    """A server under measurement. `beside` are the roots of other processes that work for it: its
    database. `pages` are its addresses, by page kind.
    """

    name: str
    server: Server
    pages: dict[str, str]
    beside: tuple[int, ...] = ()
    is_cached: bool = False
    size: int = 0
    database: str = ""

    @property
    def roots(self) -> tuple[int, ...]:
        return (self.server.pid, *self.beside)


@dataclass
class Cost:
    """Of one page of one subject: milliseconds of server CPU a request, and requests a second, a
    figure of each for each round. `fault` says why it could not be measured.
    """

    subject: Subject
    page: str
    queries: int | None = None
    cpu: list[float] = field(default_factory=list)
    per_second: list[float] = field(default_factory=list)
    count: int = 0
    fault: str = ""

    @property
    def name(self) -> str:
        return f"{self.subject.name}, {self.page}"

    @property
    def median(self) -> float:
        return median(self.cpu)

    @property
    def spread(self) -> float:
        """Half of the way from the least to the greatest, as a share of the median."""
        return (max(self.cpu) - min(self.cpu)) / 2 / self.median if self.median else 0.0


def measure(
    subjects: Iterable[Subject], rounds: int, seconds: float, say: Callable[[str], None]
) -> list[Cost]:
    """Every page of every subject once a round, so that a machine that is slow for a while is so
    for all of them. A page that fails is left out of the rounds that follow.
    """
    costs = [Cost(subject, page) for subject in subjects for page in subject.pages]
    say(f"Counting how many requests make a measurement of each of {len(costs)} pages")
    for cost in costs:
        attempt(cost, lambda cost=cost: count_of(cost, seconds))
    for number in range(1, rounds + 1):
        say(f"Round {number} of {rounds}")
        for cost in costs:
            attempt(cost, lambda cost=cost: add_to(cost))
    return costs


def attempt(cost: Cost, work: Callable[[], None]) -> None:
    if cost.fault:
        return
    try:
        work()
    except (OSError, http.client.HTTPException, PageFailed) as error:
        cost.fault = f"{type(error).__name__}: {error}"


def add_to(cost: Cost) -> None:
    answers, used = used_by(cost.subject, cost.subject.pages[cost.page], cost.count)
    cost.cpu.append(used / cost.count * 1000)
    cost.per_second.append(answers.per_second)


def count_of(cost: Cost, seconds: float) -> None:
    cost.count = fitting_count(cost.subject, cost.subject.pages[cost.page], seconds)


def fitting_count(subject: Subject, path: str, seconds: float) -> int:
    """As many requests as make the ticks of the accounting small beside what they cost."""
    meet(subject.server.port, path)
    count = FEWEST
    while count < MOST:
        _answers, used = used_by(subject, path, count)
        if used > seconds / 4:
            return max(FEWEST, min(MOST, int(seconds / used * count)))
        count *= 4
    return MOST


def used_by(subject: Subject, path: str, count: int):
    """The answers, and the seconds of CPU that they cost."""
    before = cpu_of(subject.roots)
    answers = ask(subject.server.port, path, count)
    used = cpu_of(subject.roots) - before
    if answers.failed:
        raise PageFailed(f"{path} failed {answers.failed} times of {count}.")
    return answers, used
