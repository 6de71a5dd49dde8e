"""PostgreSQL stopped under a running portal and started again: what readers see of it."""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import postgres
from tests.bench.accounting import trees
from tests.bench.archives import create_database, new_folder
from tests.bench.client import Visitor, meet
from tests.bench.promises import AGAIN, COLD, WARM, Verdict, at_most
from tests.bench.serving import environment, gunicorn, inside

EDITIONS = 500
PAUSE = 1.0  # seconds between two looks at all pages
LONGEST = 60.0  # seconds that are waited for all to be well again
UNASKED = ("stream", "topic", "year", "day")  # page kinds that nobody asked for before


class Stoppable:
    """A PostgreSQL of this run's own, at one port whatever happens to it."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, postgres.free_port()
        postgres.create(folder, "outage")
        self.url = f"postgres://{postgres.ROLE}:outage@127.0.0.1:{self.port}/postgres"
        self.start()

    def start(self) -> None:
        self.process = postgres.start(self.folder, self.port)
        if not postgres.wait_for(self.url, self.process):
            raise postgres.NoServer((self.folder / "log").read_text()[-2000:])

    def stop(self) -> None:
        postgres.stop(self.process)


@contextmanager
def stoppable() -> Iterator[Stoppable]:
    folder = Path(tempfile.mkdtemp(prefix="portal-outage-", dir="/tmp"))
    try:
        server = Stoppable(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def without_database(seconds: float, say: Callable[[str], None]) -> tuple[list[Verdict], dict]:
    """The verdicts, and all that was measured."""
    with stoppable() as database:
        url = create_database(database.url, "portal")
        env = environment(url, new_folder("outage"))
        say(f"Without a database: loading {EDITIONS} editions")
        inside("archive", "--editions", str(EDITIONS), env=env)
        known = json.loads(inside("pages", env=env))
        warm = [address for kind, (address, _queries) in known.items() if kind not in UNASKED]
        cold = [known[kind][0] for kind in UNASKED]
        with gunicorn("portal.wsgi", env) as server:
            for path in warm:
                meet(server.port, path)
            processes = pids_of(server.pid)
            say(f"Without a database: stopped for {seconds:g} s")
            database.stop()
            found = watched(server.port, warm, cold, seconds)
            database.start()
            found["normal after"] = until_normal(server.port, [*warm, *cold])
            found["restarted"] = len(processes - pids_of(server.pid))
    return verdicts(f"without a database for {seconds:g} s", found), found


def pids_of(pid: int) -> set[int]:
    return {process.pid for process in trees([pid])}


def watched(port: int, warm: list[str], cold: list[str], seconds: float) -> dict:
    """All pages in turn, again and again; the slowest answers and what was not as promised."""
    found = {"warm": 0.0, "cold": 0.0, "answers": 0, "wrong": []}
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        for path in (*warm, *cold):
            kind = "warm" if path in warm else "cold"
            status, retry_after, took = ask(port, path)
            found[kind] = max(found[kind], took)
            found["answers"] += 1
            is_right = status == 200 if kind == "warm" else status == 503 and retry_after
            if not is_right:
                found["wrong"].append(f"{path}: {status}")
        time.sleep(PAUSE)
    return found


def ask(port: int, path: str) -> tuple[int, str | None, float]:
    """The status, Retry-After and the seconds that it took."""
    started = time.monotonic()
    with Visitor(port) as visitor:
        answer = visitor.ask(path)
    return answer.status, answer.headers["Retry-After"], time.monotonic() - started


def until_normal(port: int, paths: list[str]) -> float:
    """Seconds until every page is answered."""
    started = time.monotonic()
    while any(ask(port, path)[0] != 200 for path in paths):
        if time.monotonic() - started > LONGEST:
            break
        time.sleep(0.1)
    return time.monotonic() - started


def verdicts(name: str, found: dict) -> list[Verdict]:
    wrong, restarted = len(found["wrong"]), found["restarted"]
    return [
        at_most(f"{name}, slowest page kept", found["warm"], WARM, "s"),
        at_most(f"{name}, slowest other page", found["cold"], COLD, "s"),
        Verdict(
            f"{name}, kept 200, others 503 with Retry-After",
            "0 otherwise",
            f"{wrong} of {found['answers']}",
            bool(found["answers"]) and not wrong,
        ),
        at_most(f"{name}, all well after", found["normal after"], AGAIN, "s"),
        Verdict(f"{name}, processes begun anew", "0", str(restarted), not restarted),
    ]
