"""Running tasks: each alone, guarded from the others, with its heartbeat."""

import fcntl
import logging
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from django.db import DatabaseError, close_old_connections, connection

from portal.publishing import clock
from portal.schedule.models import Heartbeat
from portal.schedule.tasks import Task

logger = logging.getLogger(__name__)
# The first half of the keys of our advisory locks; the second is made of the task's name.
LOCKS = 0x5C4ED
LONGEST_ERROR = 2_000


class Outcome(StrEnum):
    DONE = "done"
    BUSY = "busy"  # another run is at it
    STOPPED = "stopped"  # we were asked to end
    FAILED = "failed"


@dataclass
class Run:
    """What one run of a task came to. In a dry run `lines` says what would be done."""

    task: str
    outcome: Outcome = Outcome.DONE
    lines: list[str] = field(default_factory=list)
    error: str = ""
    seconds: float = 0


def run(
    task: Task,
    *,
    write: bool = True,
    tell: Callable[[str], None] = lambda line: None,
    is_stopping: Callable[[], bool] = lambda: False,
) -> Run:
    """Run the task and answer what it came to. Whatever it raises is logged and kept here.

    `tell` hears each line as it comes; `is_stopping` is asked between two lines.
    """
    began, found = time.monotonic(), Run(task.name)
    try:
        if not write:
            follow(task, found, False, tell, is_stopping)
        else:
            with alone(task.name) as is_alone:
                if is_alone:
                    run_with_heartbeat(task, found, tell, is_stopping)
                else:
                    found.outcome = Outcome.BUSY
    except Exception as error:  # one failing task must not keep the others from running
        logger.exception("The task “%s” failed.", task.name)
        found.outcome, found.error = Outcome.FAILED, described(error)
        renew_connection()
        if write:
            remember_failure(found)
    found.seconds = round(time.monotonic() - began, 3)
    return found


def run_with_heartbeat(task, found, tell, is_stopping) -> None:
    Heartbeat.of(task.name, started_at=clock.now(), finished_at=None)
    follow(task, found, True, tell, is_stopping)
    if found.outcome is Outcome.DONE:
        ended = clock.now()
        Heartbeat.of(task.name, finished_at=ended, succeeded_at=ended, error="")


def follow(task, found, write, tell, is_stopping) -> None:
    for line in task.run(write=write):
        found.lines.append(line)
        tell(line)
        if is_stopping():
            found.outcome = Outcome.STOPPED
            return


def remember_failure(found: Run) -> None:
    ended = clock.now()
    try:
        columns = {"finished_at": ended, "error": found.error}
        if not Heartbeat.objects.filter(task=found.task).update(**columns):
            Heartbeat.objects.create(task=found.task, started_at=ended, **columns)
    except DatabaseError:  # the database may be the very thing that failed
        logger.exception("The failure of the task “%s” could not be written down.", found.task)


def renew_connection() -> None:
    """Let go of a connection that broke or has grown old; the next query opens another. Never
    inside a caller's transaction, which would be lost with it.
    """
    if not connection.in_atomic_block:
        close_old_connections()


def described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".strip()[:LONGEST_ERROR]


@contextmanager
def alone(name: str) -> Iterator[bool]:
    """Whether nobody else does `name` now; held until the block ends. A killed process lets go
    by dying, on both databases, so nothing has to be cleared up by hand.
    """
    held = advisory_lock(name) if connection.vendor == "postgresql" else file_lock(name)
    with held as is_alone:
        yield is_alone


@contextmanager
def advisory_lock(name: str) -> Iterator[bool]:
    keys = [LOCKS, zlib.crc32(name.encode()) - 2**31]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", keys)
        is_ours = cursor.fetchone()[0]
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", keys)


@contextmanager
def file_lock(name: str) -> Iterator[bool]:
    """Beside SQLite's file, which lies on one machine as well."""
    place = Path(f"{connection.settings_dict['NAME']}.{name}.lock")
    with place.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
