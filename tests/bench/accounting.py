"""CPU and memory of trees of processes, as the operating system accounts for them (Linux)."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")  # a second
PAGE = os.sysconf("SC_PAGE_SIZE")  # bytes


@dataclass(frozen=True)
class Process:
    """`own` and `reaped` (of children that have ended) in seconds, user and system together."""

    pid: int
    parent: int
    own: float
    reaped: float
    resident: int  # bytes


def parse(stat: str) -> Process:
    """One line of /proc/<pid>/stat. The name, in brackets, may hold blanks and brackets."""
    pid, _bracket, rest = stat.partition(" (")
    fields = rest.rpartition(") ")[2].split()  # from field 3, the state, on: see proc(5)
    user, system, reaped_user, reaped_system = map(int, fields[11:15])
    return Process(
        pid=int(pid),
        parent=int(fields[1]),
        own=(user + system) / TICKS,
        reaped=(reaped_user + reaped_system) / TICKS,
        resident=int(fields[21]) * PAGE,
    )


def processes() -> dict[int, Process]:
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                found[int(entry.name)] = parse((entry / "stat").read_text())
            except OSError:
                continue  # it has ended meanwhile
    return found


def trees(roots: Iterable[int], known: dict[int, Process] | None = None) -> list[Process]:
    """These processes and all below them."""
    known = processes() if known is None else known
    children = defaultdict(list)
    for process in known.values():
        children[process.parent].append(process.pid)
    waiting, found = [pid for pid in roots if pid in known], []
    while waiting:
        pid = waiting.pop()
        found.append(known[pid])
        waiting += children[pid]
    return found


def cpu_of(roots: Iterable[int]) -> float:
    """Seconds of CPU of these trees so far, with those of children that have ended."""
    return sum(process.own + process.reaped for process in trees(roots))


def memory_of(root: int) -> int:
    """Resident bytes of all below `root`, which are a server's workers."""
    return sum(process.resident for process in trees([root]) if process.pid != root)
