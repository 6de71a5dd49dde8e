"""Two hundred visitors for ten minutes: what they wait for, and what memory it takes.

Memory is what the workers hold (RSS), sampled once a second. It is flat if the straight line
through the samples of the last four fifths, after the workers have met every page, rises by less
than 2 % of their mean, or by no more than the samples scatter around it (twice their standard
deviation), whichever is more.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import linear_regression, mean, pstdev

from tests.bench.accounting import memory_of
from tests.bench.client import meet
from tests.bench.promises import SLOWEST, Verdict
from tests.bench.serving import ROOT, gunicorn

WARM_UP = 0.2  # of the samples, left out
RISE, SCATTER = 0.02, 2
VISITORS = 200
MEGABYTE = 2**20


@dataclass(frozen=True)
class Flatness:
    """Bytes: the mean, what the line rises from end to end, and what it may."""

    mean: float
    rise: float
    allowed: float

    @property
    def is_flat(self) -> bool:
        return self.rise <= self.allowed


def flatness(samples: Sequence[float]) -> Flatness:
    """Of equally spaced samples."""
    kept = samples[int(len(samples) * WARM_UP) :]
    places = range(len(kept))
    slope, start = linear_regression(places, kept)
    scatter = pstdev(
        value - (start + slope * place) for place, value in zip(places, kept, strict=True)
    )
    rise = slope * (len(kept) - 1)
    return Flatness(mean(kept), rise, max(RISE * mean(kept), SCATTER * scatter))


def crowded(port: int, pid: int, paths: list[str], seconds: float) -> tuple[dict, list[int]]:
    """What the visitors met, and the memory of the workers meanwhile."""
    command = [sys.executable, "-m", "tests.bench.crowd", str(port), str(VISITORS), str(seconds)]
    asking = subprocess.Popen([*command, *paths], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    samples = []
    try:
        while asking.poll() is None:
            samples.append(memory_of(pid))
            time.sleep(1)
    finally:
        asking.kill()
    return json.loads(asking.stdout.read()), samples


def under_load(
    name: str, env: dict[str, str], paths: list[str], seconds: float
) -> tuple[list[Verdict], dict]:
    """The verdicts, and all that was measured."""
    with gunicorn("portal.wsgi", env) as server:
        for path in paths:
            meet(server.port, path)
        met, samples = crowded(server.port, server.pid, paths, seconds)
    found = flatness(samples)
    return [
        of_visitors(f"{name}, {VISITORS} visitors for {seconds:g} s", met),
        of_memory(f"{name}, memory meanwhile", found),
    ], {"visitors": met, "memory": asdict(found), "samples": samples}


def of_visitors(what: str, visitors: dict) -> Verdict:
    measured = "{requests:,} pages, {failed} failed, p99 {p99:.3f} s".format(**visitors)
    is_kept = bool(visitors["requests"]) and not visitors["failed"]
    return Verdict(
        what,
        f"0 failed, p99 ≤ {SLOWEST:g} s",
        measured,
        is_kept and visitors["p99"] <= SLOWEST,
    )


def of_memory(what: str, found: Flatness) -> Verdict:
    average, rise, allowed = (
        round(value / MEGABYTE, 1) for value in (found.mean, found.rise, found.allowed)
    )
    return Verdict(what, f"rises ≤ {allowed} MB", f"{rise} MB of {average} MB", found.is_flat)
