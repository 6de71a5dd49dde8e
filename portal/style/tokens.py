"""The tokens of css/tokens.css as data, and whether what is written with them can be read."""

import re
from dataclasses import dataclass
from pathlib import Path

from portal.identity.colours import contrast

FILE = Path(__file__).resolve().parent.parent / "static/portal/css/tokens.css"
# Scheme → the media query whose rules it has besides those of the schemes before it in the list.
DARK, MORE = "(prefers-color-scheme: dark)", "(prefers-contrast: more)"
SCHEMES = {
    "light": [],
    "dark": [DARK],
    "more contrast": [MORE],
    "dark, more contrast": [DARK, MORE, f"{MORE} and {DARK}"],
}
# WCAG 2.2: 1.4.6 for what is read at length, 1.4.3 for text, 1.4.11 for marks and outlines.
READING, TEXT, MARK = 7, 4.5, 3
PAIRS = [
    *(("ink", ground, READING) for ground in ("paper", "linen")),
    *(("ink", f"{ground}-soft", READING) for ground in ("accent", "notice", "warning")),
    *(("ink-soft", ground, READING) for ground in ("paper", "linen")),
    *(("accent", ground, TEXT) for ground in ("paper", "linen", "accent-soft")),
    *(("accent-strong", ground, TEXT) for ground in ("paper", "linen", "accent-soft")),
    ("on-field", "field", READING),
    ("on-ground", "ground", READING),
    ("on-ground-soft", "ground", READING),
    ("notice", "notice-soft", TEXT),
    ("warning", "warning-soft", TEXT),
    ("on-danger", "danger", READING),
    *(("line-strong", ground, MARK) for ground in ("paper", "linen")),
    *(("focus", ground, MARK) for ground in ("paper", "linen")),
    ("focus", "focus-halo", MARK),
]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media ([^{]+?) \{(.*?)\n  \}", re.DOTALL)
_ROOT = re.compile(r"^ +:root \{(.*?)\}", re.DOTALL | re.MULTILINE)
_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")


@dataclass(frozen=True)
class Pair:
    """Two colours of which one is written or drawn on the other; `least` is what WCAG asks."""

    text: str
    ground: str
    least: float
    found: float
    colours: tuple[str, str]

    @property
    def is_enough(self) -> bool:
        return self.found >= self.least


def tokens() -> dict[str, dict[str, str]]:
    """Scheme → token → value, as a browser that asks for this scheme has them."""
    css = _COMMENT.sub("", FILE.read_text())
    media = {query: dict(_TOKEN.findall(rules)) for query, rules in _MEDIA.findall(css)}
    plain = {}
    for rules in _ROOT.findall(_MEDIA.sub("", css)):
        plain |= dict(_TOKEN.findall(rules))
    found = {}
    for scheme, queries in SCHEMES.items():
        found[scheme] = dict(plain)
        for query in queries:
            found[scheme] |= media[query]
    return found


def colours(scheme: str) -> dict[str, str]:
    return {name: value for name, value in tokens()[scheme].items() if value.startswith("#")}


def pairs(scheme: str) -> list[Pair]:
    known = colours(scheme)
    return [
        Pair(
            text, ground, least, contrast(known[text], known[ground]), (known[text], known[ground])
        )
        for text, ground, least in PAIRS
    ]
