"""All tests, on SQLite and then on PostgreSQL: `python -m tests [what pytest takes]`.

DATABASE_URL names the PostgreSQL to use; without it one is started for the run. Fails when a
test fails on either, and when a test was skipped on both: what is not run is not known. Tests that
ask no database, or look at pages that are the same on each, run on the first alone.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
# Tests that must not run beside each other share an xdist_group; two workers for two cores.
NOTHING_TO_RUN = pytest.ExitCode.NO_TESTS_COLLECTED
PYTEST = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup"]


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    for command in (["sh", "deploy/needs.sh", "test"], ["sh", "deploy/npm.sh"]):
        if subprocess.run(command, cwd=ROOT).returncode:
            return 1
    given = os.environ.get("DATABASE_URL", "")
    if given and not given.startswith(("postgres://", "postgresql://")):
        print("DATABASE_URL must name a PostgreSQL for the tests, or be left out.")
        return 2
    with tempfile.TemporaryDirectory(prefix="portal-tests-") as folder:
        return run_both(arguments, given, Path(folder))


def run_both(arguments: list[str], given: str, folder: Path) -> int:
    on_sqlite, left_out = run("SQLite", "", arguments, folder)
    again = ["--second-database", *arguments]
    if given:
        on_postgres, left_out_again = run("PostgreSQL", given, again, folder)
    else:
        try:
            with postgres.server() as url:
                on_postgres, left_out_again = run("PostgreSQL", url, again, folder)
        except postgres.NoServer as error:
            print(f"PostgreSQL did not start, so nothing was tested on it. It said:\n{error}")
            return 1
    never = sorted(left_out & left_out_again)
    for name in never:
        print(f"Skipped on both databases: {name}")
    if never:
        print("A test that never runs proves nothing: bring what it asks for, or remove it.")
    if on_postgres == NOTHING_TO_RUN and not on_sqlite:
        on_postgres = 0  # all that was asked for is the same on each database
    print(f"SQLite: {verdict(on_sqlite)}. PostgreSQL: {verdict(on_postgres)}.")
    return on_sqlite or on_postgres or bool(never)


def run(name: str, url: str, arguments: list[str], folder: Path) -> tuple[int, set[str]]:
    """pytest's exit code, and the tests that were skipped."""
    print(f"\n--- The tests on {name} ---", flush=True)
    encoded = folder / "encoded"
    encoded.mkdir(exist_ok=True)
    folder /= name.lower()
    folder.mkdir()
    report = folder / "report.xml"
    environment = os.environ | {
        "DATABASE_URL": url,
        "VAR_DIR": str(folder),
        "ENCODED_PICTURES": str(encoded),
    }
    command = [*PYTEST, f"--junitxml={report}", *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment).returncode
    return code, skipped(report) if report.exists() else set()


def skipped(report: Path) -> set[str]:
    """Expected failures count as run; only what pytest calls a skip is left out."""
    return {
        f"{case.get('classname')}::{case.get('name')}"
        for case in ElementTree.parse(report).iter("testcase")
        if (mark := case.find("skipped")) is not None and mark.get("type") == "pytest.skip"
    }


def verdict(code: int) -> str:
    return {0: "all passed", 1: "tests failed", 5: "no test was found"}.get(
        code, f"pytest ended with code {code}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
