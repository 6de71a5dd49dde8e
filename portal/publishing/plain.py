"""The choices of the low-vision version: how large, how wide apart, in which colours, and whether
with pictures. Each set of them has one address, so nothing has to be remembered of a reader.
"""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SIZES = {150: _("large"), 200: _("larger"), 300: _("largest")}
# The customary five. What each looks like stands in css/plain.css.
SCHEMES = {
    "white": _("black on white"),
    "black": _("white on black"),
    "blue": _("dark blue on light blue"),
    "beige": _("brown on beige"),
    "green": _("green on dark brown"),
}
SPACINGS = {False: pgettext_lazy("spacing", "normal"), True: pgettext_lazy("spacing", "wide")}
PICTURES = {False: pgettext_lazy("pictures", "off"), True: pgettext_lazy("pictures", "on")}

PATTERN = (
    rf"plain-(?P<size>{'|'.join(map(str, SIZES))})(?P<wide>-wide)?"
    rf"-(?P<scheme>{'|'.join(SCHEMES)})(?P<pictures>-pictures)?"
)


@dataclass(frozen=True)
class Choice:
    """One of the bar's links. `prefix` is that of the world that it leads to."""

    title: str
    prefix: str
    is_current: bool


@dataclass(frozen=True)
class Plain:
    """`size` is in percent of the browser's own."""

    size: int = 150
    is_wide: bool = False
    scheme: str = "white"
    has_pictures: bool = False

    @classmethod
    def of(cls, found: re.Match) -> "Plain":
        """What an address that fits PATTERN asks for."""
        size, wide, scheme, pictures = found.group("size", "wide", "scheme", "pictures")
        return cls(int(size), bool(wide), scheme, bool(pictures))

    @property
    def prefix(self) -> str:
        wide = "-wide" if self.is_wide else ""
        pictures = "-pictures" if self.has_pictures else ""
        return f"plain-{self.size}{wide}-{self.scheme}{pictures}/"

    @property
    def classes(self) -> str:
        """What the page's root says of it to css/plain.css."""
        wide = " plain--wide" if self.is_wide else ""
        return f"plain plain--{self.size} plain--{self.scheme}{wide}"

    def choices(self) -> list[tuple[str, list[Choice]]]:
        """Everything that can be chosen instead, one thing at a time: (what, choices)."""
        return [
            (_("Letters"), self._choices("size", SIZES)),
            (_("Spacing"), self._choices("is_wide", SPACINGS)),
            (_("Colours"), self._choices("scheme", SCHEMES)),
            (_("Pictures"), self._choices("has_pictures", PICTURES)),
        ]

    def _choices(self, name: str, titles: dict) -> list[Choice]:
        return [
            Choice(title, replace(self, **{name: value}).prefix, value == getattr(self, name))
            for value, title in titles.items()
        ]
