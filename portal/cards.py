"""What a card is drawn from: the values of an entry and of its cover, and no row."""

from datetime import datetime
from typing import NamedTuple

from portal.media.measured import Measured
from portal.media.models import Picture, Use
from portal.publishing.models import Entry


class _Look(NamedTuple):
    token: str
    width: int
    height: int
    focus_x: int
    focus_y: int
    avif_crops: tuple[str, ...]


class Look(Measured, _Look):
    """A picture as it is shown: another file has another token."""

    @classmethod
    def of(cls, picture: Picture) -> "Look":
        return cls(
            picture.token,
            picture.width,
            picture.height,
            picture.focus_x,
            picture.focus_y,
            tuple(picture.avif_crops),
        )


class Cover(NamedTuple):
    picture: Look
    crop: str

    @classmethod
    def of(cls, use: Use) -> "Cover":
        return cls(Look.of(use.picture), use.crop)


class Card(NamedTuple):
    """All that the templates of cards read of an entry, by the same names."""

    title: str
    lead: str
    get_absolute_url: str
    first_published_at: datetime
    photo_count: int
    has_video: bool
    cover: Cover | None

    @classmethod
    def of(cls, entry: Entry) -> "Card":
        """`entry` may have a `cover` (see portal.listing)."""
        cover = getattr(entry, "cover", None)
        return cls(
            entry.title,
            entry.lead,
            entry.get_absolute_url(),
            entry.first_published_at,
            entry.photo_count,
            entry.has_video,
            cover and Cover.of(cover),
        )
