"""What the portal promises of its speed, and whether a run of the benchmark kept it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """Of a page that is not cached: at most `times` the cost of the bare Django view, and at most
    `queries`.
    """

    times: float
    queries: int


PAGES = {
    "home": Promise(20, 7),
    "list": Promise(20, 6),
    "month": Promise(20, 6),
    "article": Promise(15, 7),
    "search": Promise(50, 6),
    "rss": Promise(12, 3),
}
DEEP_TO_LIST = 1.2  # what a page deep in the list costs, in first pages
CACHED = 1.0  # any page, in bare Django views
GROWTH = 1.5  # from the smallest archive to the largest: the same queries, the median this much
# Milliseconds of the desk are those of a machine whose bare view costs this; on another they are
# as many times longer as its own costs more.
UNIT_MS = 0.27
LIST_QUERIES, LIST_MS = 12, 60.0
# A published edit has 25; the request around it asks for the session, the person and their rights,
# then for the edition and its line.
PUBLISH_QUERIES, PUBLISH_MS = 25 + 5, 50.0
IMPORT_MS = 5.0  # of CPU, Python and the database together, an article
SLOWEST = 1.0  # seconds, of 99 in 100 pages, for each of 200 visitors
WARM, COLD, AGAIN = 1.0, 3.0, 5.0  # seconds: without a database; and until all is well after
DIGITS = {"queries": 0, "s": 2}  # behind the point


@dataclass(frozen=True)
class Verdict:
    """One line of a table: what was promised, what was measured, in words."""

    what: str
    promised: str
    measured: str
    is_kept: bool

    @property
    def word(self) -> str:
        return "pass" if self.is_kept else "MISS"


def of_page(what: str, page: str, times: float, queries: int | None) -> Verdict | None:
    """None for a kind of page of which nothing is promised."""
    if (promise := PAGES.get(page)) is None:
        return None
    asked = "" if queries is None else f" ({queries})"
    return Verdict(
        what,
        f"≤ ×{promise.times:g} (≤ {promise.queries})",
        f"×{times:.1f}{asked}",
        times <= promise.times and (queries or 0) <= promise.queries,
    )


def at_most(what: str, measured: float, limit: float, unit: str = "×") -> Verdict:
    """`unit` stands before a ratio and after anything else."""

    def told(number: float) -> str:
        return f"×{number:.2f}" if unit == "×" else f"{number:.{DIGITS.get(unit, 1)}f} {unit}"

    return Verdict(what, f"≤ {told(limit)}", told(measured), measured <= limit)


def of_growth(what: str, small: tuple[float, int], large: tuple[float, int]) -> Verdict:
    """Each is the median and the number of queries."""
    times = large[0] / small[0] if small[0] else 1.0
    return Verdict(
        what,
        f"same queries, ≤ ×{GROWTH:g}",
        f"{small[1]} → {large[1]}, ×{times:.2f}",
        small[1] == large[1] and times <= GROWTH,
    )
