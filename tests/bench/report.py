"""The tables that a run prints, and what it leaves in `docs/`."""

import json
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from tests.bench import promises
from tests.bench.chart import drawn
from tests.bench.judging import Finding, unit_of
from tests.bench.rounds import Cost


def table(costs: list[Cost]) -> str:
    """What each page cost, of those that could be measured."""
    unit = unit_of(costs)
    lines = [f"{'':44} {'CPU ms':>8} {'×unit':>8} {'±':>5} {'req/s':>8} {'SQL':>4}"]
    for cost in costs:
        queries = "" if cost.queries is None else cost.queries
        lines.append(
            f"{cost.name:44} {cost.median:8.2f} {cost.median / unit:8.2f} {cost.spread:5.0%} "
            f"{median(cost.per_second):8.0f} {queries:>4}"
        )
    return "\n".join(lines)


def printed(found: Iterable[Finding]) -> str:
    verdicts = [finding.verdict for finding in found]
    return "\n".join(f"{v.word:4}  {v.what:64} {v.promised:24} {v.measured}" for v in verdicts)


def write(folder: Path, how: dict, costs: list[Cost], found: list[Finding], figures: dict) -> None:
    """`figures` are those of the other parts, by name."""
    told = [vars(finding.verdict) | {"verdict": finding.verdict.word} for finding in found]
    whole = {"how": how, "promises": told, **figures}
    folder.mkdir(parents=True, exist_ok=True)
    if costs:
        unit = unit_of(costs)
        whole |= {"unit_ms": unit, "pages": [row(cost, unit) for cost in costs]}
        bars = [
            (cost.name, cost.median / unit, bool(cost.subject.size))
            for cost in costs
            if cost.page in promises.PAGES
        ]
        (folder / "bench.svg").write_text(drawn("What a page costs the server", bars))
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    (folder / "bench.json").write_text(text + "\n")


def row(cost: Cost, unit: float) -> dict:
    return {
        "subject": cost.subject.name,
        "page": cost.page,
        "editions": cost.subject.size,
        "database": cost.subject.database,
        "cached": cost.subject.is_cached,
        "cpu_ms": [round(ms, 3) for ms in cost.cpu],
        "times_the_unit": round(cost.median / unit, 3),
        "spread": round(cost.spread, 3),
        "per_second": [round(number, 1) for number in cost.per_second],
        "requests_a_round": cost.count,
        "queries": cost.queries,
    }
