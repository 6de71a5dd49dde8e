"""What a row of the list says of its timeline, in plain words, at this moment."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from portal.publishing import clock
from portal.publishing.models import Edition, Urgency
from portal.publishing.words import Word, spoken, word_for

# What readers see comes first: "live + draft".
ORDER = (
    *(Word.LIVE, Word.WITHDRAWN, Word.SCHEDULED),
    *(Word.IN_REVIEW, Word.DRAFT, Word.DISCARDED, Word.SUPERSEDED),
)


@dataclass(frozen=True)
class Badge:
    """`kind` is the word it is coloured by; the text says it all without colour."""

    kind: str
    text: str


FLAGGED = Badge("urgent", _lazy("urgent, not confirmed"))


def badges_for(heads: Iterable[Edition]) -> dict[int, list[Badge]]:
    """By pk of the head, the badges of its timeline. Two queries, however many heads.

    The heads come with their timelines.
    """
    heads, now, siblings = list(heads), clock.now(), defaultdict(list)
    flagged = flagged_timelines(heads)
    if heads:
        for edition in standing_beside(heads, now):
            siblings[edition.timeline_id].append(edition)
    return {
        head.pk: badges_of(head, siblings[head.timeline_id], now)
        + [FLAGGED] * (head.timeline_id in flagged)
        for head in heads
    }


def flagged_timelines(heads: list[Edition]) -> set[int]:
    """Those of which an urgent edition waits for a second person."""
    timelines = [head.timeline_id for head in heads]
    waiting = Urgency.objects.filter(timeline__in=timelines, confirmed_at=None)
    return set(waiting.values_list("timeline", flat=True)) if heads else set()


def standing_beside(heads: list[Edition], now: datetime):
    """The live and the scheduled editions of the same timelines."""
    to_come = Q(live_until=None) | Q(live_until__gt=now)
    return (
        type(heads[0])
        .objects.filter(
            to_come, timeline__in=[head.timeline_id for head in heads], live_from__isnull=False
        )
        .filter(is_head=False)
        .only("timeline", "state", "live_from", "live_until")
    )


def badges_of(head: Edition, siblings: list[Edition], now: datetime) -> list[Badge]:
    words = {word_for(e, [head, *siblings], now): e for e in (head, *siblings)}
    first = head.timeline.first_published_at
    if first and first <= now and not words.keys() & {Word.LIVE, Word.WITHDRAWN}:
        words[Word.WITHDRAWN] = None  # by an earlier edition, which was not fetched
    return [badge(word, words[word]) for word in ORDER if word in words]


def badge(word: Word, edition: Edition | None) -> Badge:
    text = str(word.label)
    if word is Word.SCHEDULED:
        text = _("scheduled for %(moment)s") % {"moment": spoken(edition.live_from)}
        if edition.live_until:
            text += ", " + _("until %(moment)s") % {"moment": spoken(edition.live_until)}
    elif word is Word.LIVE and edition.live_until:
        text = _("live until %(moment)s") % {"moment": spoken(edition.live_until)}
    return Badge(word.value, text)
