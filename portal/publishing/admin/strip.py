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
    editions, now = list(stored.order_by("-number")), clock.now()
    tracks = []
    for code in sorted(languages.CODES, key=lambda code: code != edition.language):
        siblings = [e for e in editions if e.language == code]
        places = [
            Place(e, badge(word_for(e, siblings, now), e), e.pk == edition.pk)
            for e in siblings[:MOST_SHOWN]
        ]
        if places:
            tracks.append(Track(code, places))
    return tracks
