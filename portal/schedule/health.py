"""What `doctor` asks: each app registers its own checks when it is ready."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

logger = logging.getLogger(__name__)


class Level(IntEnum):
    """How well it is; the worst of a page is doctor's exit code. Monitoring reads 0, 1 and 2 so."""

    WELL = 0
    WARNING = 1  # nothing is wrong for the public or lost, yet somebody should look
    TROUBLE = 2  # something does not work, or will not for long


@dataclass(frozen=True)
class Finding:
    """A whole sentence, and the command or the step that mends it."""

    level: Level
    sentence: str
    mend: str = ""


def well(sentence: str) -> Finding:
    return Finding(Level.WELL, sentence)


def warning(sentence: str, mend: str = "") -> Finding:
    return Finding(Level.WARNING, sentence, mend)


def trouble(sentence: str, mend: str = "") -> Finding:
    return Finding(Level.TROUBLE, sentence, mend)


@dataclass(frozen=True)
class Check:
    """`run(thorough=False)` yields findings, at least one. A slow one reads every row of a table
    and is left out by `doctor --quick`.
    """

    name: str
    run: Callable[..., Iterable[Finding]]
    is_slow: bool = False


CHECKS: dict[str, Check] = {}


def register_check(
    name: str, run: Callable[..., Iterable[Finding]], *, is_slow: bool = False
) -> None:
    if name in CHECKS:
        raise ValueError(f"There are two checks called {name!r}.")
    CHECKS[name] = Check(name, run, is_slow)


def examine(check: Check, *, thorough: bool = False) -> list[Finding]:
    """What the check finds; that it broke is a finding as well."""
    try:
        return list(check.run(thorough=thorough))
    except Exception as error:  # one broken check must not hide what the others find
        logger.debug("The check “%s” broke.", check.name, exc_info=True)
        reason = " ".join(str(error).split())
        return [trouble(f"This could not be looked at: {type(error).__name__}: {reason}")]


def drift(rebuild: Callable[..., Iterable[str]], command: str) -> Callable[..., Iterator[Finding]]:
    """A check that counts what a `rebuild(write=False)` says has drifted."""

    def run(*, thorough: bool) -> Iterator[Finding]:
        if count := sum(1 for _line in rebuild(write=False)):
            yield trouble(
                f"{count} {'has' if count == 1 else 'have'} drifted from what they derive from.",
                mend=f"python manage.py {command}",
            )
        else:
            yield well("All is as it should be.")

    return run
