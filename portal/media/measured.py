"""What follows from the measures of a picture."""

from portal.media import crops, renditions


class Measured:
    """Has a `width` and a `height` in pixels, and so lies ready in certain widths."""

    width: int
    height: int

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths in which it lies ready, the smallest first."""
        return self.widths_of(crops.WHOLE)

    def widths_of(self, crop: str) -> tuple[int, ...]:
        return renditions.widths_for(self.size_of(crop)[0])

    def size_of(self, crop: str) -> tuple[int, int]:
        return crops.size_of(crop, self.width, self.height)

    def fitting_width(self, most: int, crop: str = crops.WHOLE) -> int:
        """The widest one of at most `most` pixels, or the smallest there is."""
        widths = self.widths_of(crop)
        return max([w for w in widths if w <= most], default=widths[0])
