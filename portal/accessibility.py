"""How accessible the site is: what the last automatic run over all its pages has found.

`make audit` writes the record; nobody edits it.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

RECORD = Path(__file__).resolve().parent / "accessibility.json"


@dataclass(frozen=True)
class Fault:
    """A rule that a page broke. `help` is the tool's own sentence, in English."""

    page: str
    language: str
    condition: str
    rule: str
    help: str


@dataclass(frozen=True)
class Run:
    """`tried` counts pages looked at: each kind in each language under each condition."""

    on: date
    tool: str
    tried: int
    faults: tuple[Fault, ...]


def last_run() -> Run | None:
    """None where nobody has run the audit yet."""
    if not RECORD.exists():
        return None
    told = json.loads(RECORD.read_text())
    faults = tuple(Fault(**fault) for fault in told["faults"])
    return Run(date.fromisoformat(told["on"]), told["tool"], told["tried"], faults)
