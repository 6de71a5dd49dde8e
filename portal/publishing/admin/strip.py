"""Where an edition stands: all editions of its timeline, and the other languages."""

from dataclasses import dataclass

from portal import languages
from portal.publishing import clock
from portal.publishing.admin.badges import Badge, badge
from portal.publishing.line import DERIVED
from portal.publishing.models import Edition
from portal.publishing.words import word_for

MOST_SHOWN = 30  # of one language, the newest


@dataclass(frozen=True)
class Place:
    edition: Edition
    badge: Badge
    is_current: bool


@dataclass(frozen=True)
class Track:
    """One language of the document; `places` begin with the newest edition."""

    language: str
    places: list[Place]

    @property
    def name(self) -> str:
        return languages.native_name(self.language)

    @property
    def html_lang(self) -> str:
        return languages.html_lang(self.language)


def strip_of(edition: Edition, user) -> list[Track]:
    """The edition's own language first. One query."""
    light = ("timeline", "language", "number", "title", *DERIVED)
    stored = type(edition).objects.filter(document=edition.document_id).only(*light)
    return tracks_of(list(stored.order_by("-number")), edition, MOST_SHOWN)


def tracks_of(editions: list[Edition], current: Edition, most: int | None = None) -> list[Track]:
    """`editions` are those of one document, the newest first."""
    tracks, now = [], clock.now()
    for code in sorted(languages.CODES, key=lambda code: code != current.language):
        siblings = [e for e in editions if e.language == code]
        places = [
            Place(e, badge(word_for(e, siblings, now), e), e.pk == current.pk)
            for e in siblings[:most]
        ]
        if places:
            tracks.append(Track(code, places))
    return tracks
