"""`make bench`: the portal beside what it is measured against. `--help` tells the sizes.

What is measured is the CPU that the operating system accounts to the servers and to PostgreSQL,
never the client's. PostgreSQL runs as the tests start it: with `fsync` off, which reads do not
notice and which makes publications and imports look cheaper by what a disk would take.

A part that fails is a promise missed, and the rest goes on; after each part everything so far is
written.
"""

import json
import os
import platform
import shutil
import signal
import sys
import time
import traceback
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from tests import postgres
from tests.bench import judging, outage, promises, report
from tests.bench.archives import DATA, Portal, loaded, loaded_before, server_of, to_write_in
from tests.bench.judging import Finding
from tests.bench.load import under_load
from tests.bench.options import options
from tests.bench.peers import wagtail_peer
from tests.bench.rounds import LONG_ENOUGH, QUICK, Cost, Subject, measure
from tests.bench.serving import FOLDER, THREADS, WORKERS, gunicorn, inside

CACHED_KINDS = ("home", "list", "month", "article", "rss")
CACHED = ", cached"
STARTED = time.monotonic()


def say(text: str) -> None:
    print(f"{time.monotonic() - STARTED:6.0f} s  {text}", flush=True)


class Run:
    def __init__(self, chosen: Namespace, url: str):
        self.chosen, self.url, self.server = chosen, url, server_of(url)
        self.portals: list[Portal] = []
        self.known: dict[str, dict] = {}  # portal → page kind → [address, queries]
        self.costs: list[Cost] = []
        self.found: list[Finding] = []
        self.figures: dict[str, dict] = {"load": {}, "editors": {}, "exactness": {}, "outage": {}}

    def all(self) -> None:
        """Everything that was chosen, one part after the other."""
        self.open_archives()
        parts = self.chosen.parts
        if "pages" in parts:
            self.part("Pages", self.pages)
        largest = {portal.database: portal for portal in self.portals}.values()
        if "load" in parts and self.portals:
            self.part("Load", lambda: self.load(next(iter(largest))))
        for portal in self.portals:
            if {"editors", "exactness"} & set(parts):
                self.part(f"{portal.name}: a copy", lambda p=portal: self.write_in(p, p in largest))
        if "outage" in parts:
            self.part("Without a database", self.outage)

    def part(self, name: str, work: Callable[[], list[Finding]]) -> None:
        say(name)
        try:
            found = work()
        except Exception as error:  # whatever it is, the other parts are worth having
            traceback.print_exc()
            found = [judging.failed(name, error)]
        print(report.printed(found), flush=True)
        self.found += found
        report.write(
            self.chosen.docs, how_it_ran(self.chosen), self.costs, self.found, self.figures
        )

    # --- Parts ------------------------------------------------------------------------------------

    def open_archives(self) -> None:
        chosen = self.chosen
        for place in chosen.use:
            self.part(f"Opening {place}", lambda place=place: self.know(loaded_before(place)))
        for database in chosen.databases if chosen.editions else ():
            for size in chosen.editions:
                self.part(
                    f"Loading {size:,} into {database}",
                    lambda d=database, s=size: self.know(loaded(d, s, self.url, say)),
                )
        self.portals.sort(key=lambda portal: (portal.database, portal.size))

    def know(self, portal: Portal) -> list[Finding]:
        self.known[portal.name] = json.loads(inside("pages", env=portal.env))
        self.portals.append(portal)
        return []

    def pages(self) -> list[Finding]:
        chosen, found = self.chosen, []
        with ExitStack() as stack:
            subjects = list(self.start_all(stack))
            if chosen.wagtail:
                try:
                    peers = wagtail_peer.start_all(
                        stack, chosen.wagtail, self.url, self.server, FOLDER / "wagtail", say
                    )
                    subjects += peers
                except Exception as error:  # nothing of the portal is the worse for it
                    found.append(judging.failed("Wagtail", error))
            costs = measure(subjects, chosen.rounds, QUICK if chosen.quick else LONG_ENOUGH, say)
        for cost in costs:
            if cost.subject.size and not cost.subject.is_cached:
                cost.queries = self.known[cost.subject.name][cost.page][1]
        found += judging.of_pages(costs)
        self.costs = [cost for cost in costs if not cost.fault]
        print(report.table(self.costs), flush=True)
        self.show_profiles(found)
        return found

    def start_all(self, stack: ExitStack) -> Iterator[Subject]:
        """The unit, the least, and each archive as it is and with its page cache."""
        for name, module in ((judging.UNIT, "bare"), ("raw WSGI function", "raw")):
            server = gunicorn(f"tests.bench.peers.{module}", dict(os.environ))
            yield Subject(name, stack.enter_context(server), {"30 kB": "/"})
        for portal in self.portals:
            pages = {kind: address for kind, (address, _q) in self.known[portal.name].items()}
            beside = (portal.server,) if portal.server else ()
            for is_cached in (False, True):
                yield Subject(
                    f"{portal.name}{CACHED}" if is_cached else portal.name,
                    stack.enter_context(gunicorn("portal.wsgi", env_of(portal, is_cached))),
                    {kind: pages[kind] for kind in CACHED_KINDS} if is_cached else pages,
                    beside,
                    is_cached,
                    portal.size,
                    portal.database,
                )

    def load(self, portal: Portal) -> list[Finding]:
        paths = [address for address, queries in self.known[portal.name].values() if queries]
        told, figures = under_load(portal.name, portal.env, paths, self.chosen.seconds)
        self.figures["load"][portal.name] = figures
        return [Finding(verdict) for verdict in told]

    def write_in(self, portal: Portal, is_largest: bool) -> list[Finding]:
        with to_write_in(portal) as copy:
            if "editors" in self.chosen.parts:
                self.part(f"{portal.name}: editors", lambda: self.editors(copy))
            if is_largest and "exactness" in self.chosen.parts:
                self.part(f"{portal.name}: exactness", lambda: self.exactness(copy))
        return []

    def editors(self, portal: Portal) -> list[Finding]:
        measured = json.loads(inside("editors", str(self.chosen.imported), env=portal.env))
        self.figures["editors"][portal.name] = measured
        by_size = {
            other.size: (other.name, self.figures["editors"][other.name])
            for other in self.portals
            if other.database == portal.database and other.name in self.figures["editors"]
        }
        found = judging.of_editors(portal.name, measured, self.pace)
        found += judging.growth_of_lists(portal.database, by_size)
        self.show_profiles(found, portal)
        return found

    @property
    def pace(self) -> float:
        """Of this machine, by the bare view; that of the promises where pages were left out."""
        return judging.unit_of(self.costs) / promises.UNIT_MS if self.costs else 1.0

    def exactness(self, portal: Portal) -> list[Finding]:
        many = str(self.chosen.readers), str(self.chosen.articles)
        measured = json.loads(inside("exact", *many, env=portal.env))
        self.figures["exactness"][portal.name] = measured
        return judging.of_exactness(portal.name, measured)

    def outage(self) -> list[Finding]:
        told, self.figures["outage"] = outage.without_database(self.chosen.outage, say)
        return [Finding(verdict) for verdict in told]

    # --- Profiles ---------------------------------------------------------------------------------

    def show_profiles(self, found: list[Finding], copy: Portal | None = None) -> None:
        """Where the time of each miss goes, once for each thing that was measured."""
        by_name = {portal.name: portal for portal in self.portals}
        missed = [finding for finding in found if finding.profile and not finding.verdict.is_kept]
        wanted = dict.fromkeys((miss.portal, miss.profile) for miss in missed)
        for name, profile in list(wanted)[: self.chosen.profiles]:
            is_cached = name.endswith(CACHED)
            portal = copy or by_name[name.removesuffix(CACHED)]
            print(f"\n--- {name}: {' '.join(profile)} ---")
            try:
                print(inside("profiling", *profile, env=env_of(portal, is_cached)))
            except RuntimeError as error:
                print(error)


def env_of(portal: Portal, is_cached: bool) -> dict[str, str]:
    """ "off" renders each page; nothing said is how the portal is shipped."""
    return portal.env | {"PAGE_CACHE": "" if is_cached else "off"}


def how_it_ran(chosen: Namespace) -> dict:
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "gunicorn": f"{WORKERS} workers, {THREADS} threads each",
        "client": "one connection, kept; Accept-Encoding: gzip",
        "postgresql": "fsync, synchronous_commit and full_page_writes off; else as installed",
        "rounds": chosen.rounds,
        "archives": [*map(str, chosen.editions), *(p.rpartition("/")[2] for p in chosen.use)],
    }


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    chosen = options(__doc__)
    shutil.rmtree(DATA, ignore_errors=True)
    with postgres.server() as url:
        run = Run(chosen, url)
        run.all()
    missed = [finding for finding in run.found if not finding.verdict.is_kept]
    print(f"\nMissed:\n{report.printed(missed)}" if missed else "")
    say(f"{len(run.found) - len(missed)} promises kept, {len(missed)} missed; see {chosen.docs}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
