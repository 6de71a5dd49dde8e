"""What a page weighs on the way, and what Lighthouse makes of it on a phone."""

import json
import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from statistics import median

from portal import languages
from tests.browser.conftest import FLAGS
from tests.browser.kinds import page_kinds

HERE = Path(__file__).resolve().parent
# Bytes, compressed: a page with its stylesheets but without its pictures, and its scripts.
MOST, MOST_SCRIPT = 60_000, 20_000
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')
COMPRESSED = {"Accept-Encoding": "gzip"}
WHOLE = ("accessibility", "best-practices", "seo")
FASTEST = 0.95
RUNS = 3
# Now and then Lighthouse misses the beginning of a page (NO_NAVSTART) and asks to be run again.
TRIES = 5
# How fast a machine is, by Lighthouse's own index, and how often slower than it a phone of the
# middle class: Lighthouse's docs/throttling.md has machines calibrated so.
SLOWDOWNS = ((150, 1), (800, 2), (1300, 3), (2000, 6))


def weights(site, address: str) -> tuple[int, int]:
    page, plain = site.get(address, **COMPRESSED), site.get(address).body.decode()
    assert page.headers["Content-Encoding"] == "gzip"
    styles, scripts = (
        sum(len(site.get(href, **COMPRESSED).body) for href in pattern.findall(plain))
        for pattern in (STYLE, SCRIPT)
    )
    return len(page.body) + styles, scripts


def test_no_page_weighs_more_than_a_poor_line_carries(production):
    found = {
        address: weights(production, address)
        for code in languages.CODES
        for address in page_kinds(code).values()
    }
    print("Heaviest:", sorted(found.items(), key=lambda item: item[1])[-3:])
    assert {a: w for a, w in found.items() if w[0] > MOST or w[1] > MOST_SCRIPT} == {}


# Search engines are told to leave these out, and Lighthouse counts it against them.
UNLISTED = {"error page", "narrowed list", "low vision"}


def test_lighthouse_gives_the_figures_that_are_promised(production, tmp_path):
    site, report = f"https://127.0.0.1:{production.connection.port}", tmp_path / "report.json"
    slowdown = slowdown_of(lighthouse(f"{site}/en/", report)["environment"]["benchmarkIndex"])
    print(f"A phone is {slowdown:.1f} times slower than this machine.")
    wrong = []
    for kind, address in page_kinds("en").items():
        if kind in UNLISTED:
            continue
        runs = [scores_of(lighthouse(site + address, report, slowdown)) for _run in range(RUNS)]
        scores = {name: median(run[name] for run in runs) for name in runs[0]}
        print(kind, scores)
        wrong += [(kind, name, scores[name]) for name in WHOLE if scores[name] < 1]
        wrong += [(kind, "performance", scores["performance"])] * (scores["performance"] < FASTEST)
    assert wrong == []


def slowdown_of(index: float) -> float:
    for (low, least), (high, most) in pairwise(SLOWDOWNS):
        if index <= high:
            return least + (most - least) * (index - low) / (high - low)
    return most


def scores_of(report: dict) -> dict[str, float]:
    return {name: report["categories"][name]["score"] for name in (*WHOLE, "performance")}


def lighthouse(address: str, report: Path, slowdown: float = 4) -> dict:
    """What one run tells, as on a slow line and on a processor that many times slower."""
    flags = " ".join(["--headless", "--ignore-certificate-errors", *FLAGS])
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    command = ["node_modules/.bin/lighthouse", address, "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags={flags}"]
    command += [f"--throttling.cpuSlowdownMultiplier={slowdown:.2f}"]
    environment = os.environ | {"CHROME_PATH": program}
    for _try in range(TRIES):
        done = subprocess.run(command, cwd=HERE, env=environment, capture_output=True)
        if done.returncode == 0:
            break
    done.check_returncode()
    return json.loads(report.read_text())
