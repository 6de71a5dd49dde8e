"""What was measured, held to what is promised."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.bench import promises
from tests.bench.promises import Verdict
from tests.bench.rounds import Cost

UNIT = "bare Django view"


@dataclass(frozen=True)
class Finding:
    """A verdict; where it is a miss, `profile` are the arguments of `profiling` that show why, in
    the archive of this `portal`.
    """

    verdict: Verdict
    portal: str = ""
    profile: tuple[str, ...] = ()


def failed(what: str, fault: object) -> Finding:
    return Finding(Verdict(what, "measured", f"failed: {fault}", is_kept=False))


def unit_of(costs: Iterable[Cost]) -> float:
    """Milliseconds of CPU of the bare view in this run."""
    return next(cost.median for cost in costs if cost.subject.name == UNIT)


# --- Pages ----------------------------------------------------------------------------------------


def of_pages(costs: list[Cost]) -> list[Finding]:
    faults = [failed(cost.name, cost.fault) for cost in costs if cost.fault]
    known = [cost for cost in costs if not cost.fault]
    own, unit = [cost for cost in known if cost.subject.size], unit_of(known)
    firsts = {cost.subject.name: cost.median for cost in own if cost.page == "list"}
    found = [(of_page(cost, unit, firsts.get(cost.subject.name)), cost) for cost in own]
    found += growth(own)
    return [
        *faults,
        *(
            Finding(verdict, cost.subject.name, profile_of(cost))
            for verdict, cost in found
            if verdict
        ),
    ]


def profile_of(cost: Cost) -> tuple[str, str]:
    return "page", cost.subject.pages[cost.page]


def of_page(cost: Cost, unit: float, first: float | None) -> Verdict | None:
    """`first` is what the first page of the list costs."""
    if cost.subject.is_cached:
        return promises.at_most(cost.name, cost.median / unit, promises.CACHED)
    if cost.page == "deep" and first:
        ratio = cost.median / first
        return promises.at_most(f"{cost.name}, to page 1", ratio, promises.DEEP_TO_LIST)
    return promises.of_page(cost.name, cost.page, cost.median / unit, cost.queries)


def growth(costs: list[Cost]) -> list[tuple[Verdict, Cost]]:
    """From the smallest archive to the largest on the same database, where pages are not cached."""
    found = []
    known = {
        (c.subject.database, c.page, c.subject.size): c for c in costs if not c.subject.is_cached
    }
    for (database, page, size), large in known.items():
        sizes = sorted(s for d, p, s in known if (d, p) == (database, page))
        if len(sizes) > 1 and size == sizes[-1]:
            small = known[database, page, sizes[0]]
            what = f"{database}, {page}, {sizes[0]:,} → {size:,}"
            pair = [(cost.median, cost.queries or 0) for cost in (small, large)]
            found.append((promises.of_growth(what, *pair), large))
    return found


# --- Editors --------------------------------------------------------------------------------------


def of_editors(name: str, measured: dict, pace: float = 1.0) -> list[Finding]:
    """`measured` as `tests.bench.editors` prints it; `pace` is how many times slower this machine
    is than that of the promises.
    """
    found = []
    for which, each in measured["lists"].items():
        what, profile = f"{name}, list {which}", ("list", each["person"], each["address"])
        for verdict in (
            promises.at_most(what, each["ms"], promises.LIST_MS * pace, "ms"),
            promises.at_most(what, each["queries"], promises.LIST_QUERIES, "queries"),
        ):
            found.append(Finding(verdict, name, profile))
    publish, imported = measured["publish"], measured["import"]
    what, cost = f"{name}, publish", imported["python"] + imported["database"]
    return [
        *found,
        Finding(
            promises.at_most(what, publish["ms"], promises.PUBLISH_MS * pace, "ms"),
            name,
            ("publish",),
        ),
        Finding(
            promises.at_most(what, publish["queries"], promises.PUBLISH_QUERIES, "queries"),
            name,
            ("publish",),
        ),
        Finding(
            promises.at_most(
                f"{name}, import of {imported['count']:,}, CPU an article",
                cost,
                promises.IMPORT_MS * pace,
                "ms",
            ),
            name,
            ("import",),
        ),
    ]


def growth_of_lists(database: str, by_size: dict[int, tuple[str, dict]]) -> list[Finding]:
    """`by_size` has the name of the portal and what `tests.bench.editors` printed of it."""
    if len(by_size) < 2:
        return []
    (least, (_name, small)), *_others, (most, (name, large)) = sorted(by_size.items())
    found = []
    for which, each in large["lists"].items():
        if before := small["lists"].get(which):
            what = f"{database}, list {which}, {least:,} → {most:,}"
            pair = [(measured["ms"], measured["queries"]) for measured in (before, each)]
            profile = ("list", each["person"], each["address"])
            found.append(Finding(promises.of_growth(what, *pair), name, profile))
    return found


# --- Under load -----------------------------------------------------------------------------------


def of_exactness(name: str, measured: dict) -> list[Finding]:
    """`measured` as `tests.bench.exact` prints it."""
    what = "{readers} readers, {articles} articles, {endings} ends".format(**measured)
    answers = f"{measured['answers']:,} answers"

    def none_of(which: str, *kinds: str) -> Finding:
        wrong = sum(len(measured[kind]) for kind in kinds)
        is_kept = bool(measured["answers"]) and not wrong
        return Finding(Verdict(f"{name}, {what}: {which}", "0", f"{wrong} of {answers}", is_kept))

    return [
        none_of("early or late", "broken"),
        none_of("missing on its page", "missing", "unseen"),
        none_of("failed", "failed"),
        none_of("unrelated pages made anew", "made anew"),
    ]
