"""The part of a picture that one use shows: "left-top-width-height" in percent of the whole."""

import re
from dataclasses import dataclass

PATTERN = r"(?:0|[1-9][0-9]?|100)(?:-(?:0|[1-9][0-9]?|100)){3}"
WHOLE = ""
MIN_SIDE = 64  # pixels, of what is left


@dataclass(frozen=True)
class Crop:
    """A rectangle. It has one spelling, so that each of its files has one address."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> "Crop":
        """Raises ValueError unless `text` is a rectangle within the picture, spelled like str()."""
        crop = cls(*map(int, text.split("-"))) if re.fullmatch(PATTERN, text) else None
        if not crop or not crop.is_inside:
            raise ValueError(f"{text!r} is no part of a picture.")
        return crop

    def __str__(self):
        return f"{self.left}-{self.top}-{self.width}-{self.height}"

    @property
    def is_inside(self) -> bool:
        sides = min(self.width, self.height)
        return sides > 0 and self.left + self.width <= 100 and self.top + self.height <= 100

    @property
    def is_whole(self) -> bool:
        return (self.left, self.top, self.width, self.height) == (0, 0, 100, 100)

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Of what it leaves of a picture of that many pixels."""
        left, top, right, bottom = self.box(width, height)
        return right - left, bottom - top

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right and bottom, in pixels."""
        return (
            width * self.left // 100,
            height * self.top // 100,
            width * (self.left + self.width) // 100,
            height * (self.top + self.height) // 100,
        )

    def is_large_enough(self, width: int, height: int) -> bool:
        return min(self.size(width, height)) >= MIN_SIDE


def size_of(crop: str, width: int, height: int) -> tuple[int, int]:
    """The pixels of a picture of that size, or of the part of it that `crop` names."""
    return Crop.parse(crop).size(width, height) if crop else (width, height)
