"""Where an edition stands: all editions of its timeline, and the other languages."""

from dataclasses import dataclass

from portal import languages
from portal.publishing import clock
from portal.publishing.admin.badges import FLAGGED, Badge, badge
from portal.publishing.line import DERIVED
from portal.publishing.models import Edition, Urgency
from portal.publishing.words import word_for

MOST_SHOWN = 30  # of one language, the newest


@dataclass(frozen=True)
class Place:
    edition: Edition
    badges: list[Badge]
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
    """The edition's own language first. Two queries."""
    light = ("timeline", "language", "number", "title", *DERIVED)
    stored = type(edition).objects.filter(document=edition.document_id).only(*light)
    editions, now = list(stored.order_by("-number")), clock.now()
    waiting = Urgency.objects.filter(timeline__document=edition.document_id, confirmed_at=None)
    flagged = set(waiting.values_list("timeline", "number"))
    tracks = []
    for code in sorted(languages.CODES, key=lambda code: code != edition.language):
        siblings = [e for e in editions if e.language == code]
        places = [
            Place(e, badges_at(e, siblings, flagged, now), e.pk == edition.pk)
            for e in siblings[:MOST_SHOWN]
        ]
        if places:
            tracks.append(Track(code, places))
    return tracks


def badges_at(edition: Edition, siblings: list[Edition], flagged: set, now) -> list[Badge]:
    own = [badge(word_for(edition, siblings, now), edition)]
    return own + [FLAGGED] * ((edition.timeline_id, edition.number) in flagged)
