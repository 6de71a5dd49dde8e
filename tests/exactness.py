"""Readers write down what they see and when, while editors publish: nothing early, nothing late."""

import http.client
import re
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

from portal.page_cache.stores import unpacked
from portal.publishing import clock

CANARY = re.compile(r"qzx[a-z0-9]+")
LATE = timedelta(seconds=5)  # that what has ended may still be seen, and what has begun may lack
ON_TIME = timedelta(seconds=1)  # the same for its own page


@dataclass(frozen=True)
class Line:
    """One answer: when it was asked for and when it had come, and the canaries in it."""

    address: str
    sent: datetime
    received: datetime
    status: int
    seen: frozenset[str]


@dataclass
class Secret:
    """A canary that is public from `start` to `end`, at its own address and in lists."""

    word: str
    address: str
    start: datetime
    end: datetime | None = None


@dataclass
class Readers:
    """`count` threads that read `addresses` in turn until they are stopped; more may be added."""

    site: str
    addresses: list[str]
    count: int
    pause: float = 0  # seconds between two requests of one reader
    lines: list[Line] = field(default_factory=list)

    def __enter__(self) -> "Readers":
        self.stopped = threading.Event()
        self.threads = [threading.Thread(target=self.read, args=[n]) for n in range(self.count)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_exception) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join()

    def read(self, number: int) -> None:
        connection = http.client.HTTPConnection(urlsplit(self.site).netloc, timeout=30)
        for turn in cycle(range(10**6)):
            if self.stopped.wait(self.pause):
                break
            known = self.addresses
            self.lines.append(self.ask(connection, known[(turn + number) % len(known)]))
        connection.close()

    def ask(self, connection: http.client.HTTPConnection, address: str) -> Line:
        sent = clock.now()
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            text, status = answer.read().decode(errors="replace"), answer.status
        except (OSError, http.client.HTTPException):
            connection.close()
            text, status = "", 0
        return Line(address, sent, clock.now(), status, frozenset(CANARY.findall(text)))


def broken(lines: Iterable[Line], secrets: Iterable[Secret]) -> list[str]:
    """A sentence for each line that shows something before its start or long after its end."""
    known, found = {secret.word: secret for secret in secrets}, []
    for line in lines:
        for word in line.seen:
            secret = known[word]
            if line.received < secret.start:
                found.append(f"{line.address} showed {word} {secret.start - line.received} early")
            if secret.end and line.sent > secret.end + LATE:
                found.append(f"{line.address} showed {word} {line.sent - secret.end} late")
    return found


def missing(lines: Iterable[Line], secrets: Iterable[Secret]) -> list[str]:
    """A sentence for each time that the own page of something public did not show it."""
    by_address, found = {secret.address: secret for secret in secrets}, []
    for line in lines:
        secret = by_address.get(line.address)
        if secret is None or line.sent < secret.start + ON_TIME:
            continue
        if (secret.end is None or line.received < secret.end) and secret.word not in line.seen:
            found.append(f"{line.address} answered {line.status} at {line.sent}")
    return found


def sleep_until(moment: datetime) -> None:
    time.sleep(max(0, (moment - clock.now()).total_seconds()))


def made_at(folder: Path, site: str) -> dict[str, int]:
    """When each page of this site that is kept on the disk under this VAR_DIR was made: its address
    and question → nanoseconds. Sites of other ports may have left theirs beside them.
    """
    found = {}
    for path in (folder / "page_cache" / "pages").rglob("*"):
        with suppress(OSError):  # a folder, or written just now under another name
            page, moment = unpacked(path.read_bytes()), path.stat().st_mtime_ns
            if page and (address := page.key.partition(" ")[2]).startswith(f"{site}/"):
                found[address.removeprefix(site)] = moment
    return found
