"""What visitors asked for at old addresses, noted without a write to the database.

One line is appended to a file in VAR_DIR for each; `counting` adds them up. A line holds the
minute, and a redirect's number or a path: nothing of the visitor, and no question.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from portal.publishing import clock

MOST_BYTES = 2**20  # some 20,000 lines; what comes while it is full is not counted
NAME = "addresses"
TAKEN = ".taken"


def folder() -> Path:
    return Path(settings.VAR_DIR) / "spool"


def note_hit(redirect_id: int) -> None:
    append(f"hit {minute()} {redirect_id}")


def note_loss(address: str, *, is_ours: bool) -> None:
    """`is_ours`: a page of this site led there."""
    append(f"{'our-loss' if is_ours else 'loss'} {minute()} {address}")


def minute() -> int:
    return int(clock.now().timestamp()) // 60


def append(line: str) -> None:
    """A disk that is full or read-only costs the count, and never the visitor's answer."""
    try:
        with opened() as file:
            if os.fstat(file).st_size < MOST_BYTES:
                os.write(file, f"{line}\n".encode(errors="replace"))
    except OSError:
        return


@contextmanager
def opened() -> Iterator[int]:
    """The file, open and for our line alone until we let go, so that whoever takes it away waits
    for us. If it was taken between opening and locking, the next one is opened.
    """
    path = folder() / NAME
    while True:
        try:
            file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        except FileNotFoundError:
            folder().mkdir(parents=True, exist_ok=True)
            continue
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            if is_at(path, file):
                yield file
                return
        finally:
            os.close(file)


def is_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(file))
    except FileNotFoundError:
        return False


def take() -> list[Path]:
    """Put what was noted aside under a name of its own, and answer all that lies aside: also
    what a run that was killed has left.
    """
    place = folder()
    path = place / NAME
    with suppress(FileNotFoundError):  # nothing was noted, or another run was quicker
        if path.stat().st_size:
            path.rename(place / f"{NAME}-{secrets.token_hex(16)}{TAKEN}")
    return sorted(place.glob(f"{NAME}-*{TAKEN}"))


def lines_of(path: Path) -> list[str]:
    """Its lines, once the last of those who were writing has finished; none if it is gone."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            return file.read().decode(errors="replace").split("\n")
    except FileNotFoundError:
        return []
