"""A timeline in memory: its editions and endings, laid out and written back.

`lay_out()` is the only code that sets `live_until`, `first_published_at` and `is_head`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from django.db.models import Exists, OuterRef

from portal.publishing.models import (
    OPEN,
    Authorship,
    Document,
    Edition,
    Ending,
    State,
    Timeline,
    Urgency,
)
from portal.publishing.words import Word, word_for

DERIVED = ("live_from", "live_until", "first_published_at", "state", "is_head")
COUNTED = ("editions_count", "first_published_at")  # of a timeline
TICK = timedelta(microseconds=1)


@dataclass(eq=False)
class Line:
    timeline: Timeline
    editions: list[Edition] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    # What stood in the database when the line was read: pk -> values of DERIVED.
    stored: dict[int, tuple] = field(default_factory=dict)
    stored_endings: list[Ending] = field(default_factory=list)
    stored_timeline: tuple = ()
    # Numbers of the editions that the person who reads the line has saved (four eyes).
    own: frozenset[int] = frozenset()
    # What a step flagged or confirmed.
    urgencies: list[Urgency] = field(default_factory=list)

    def __post_init__(self):
        self.stored = {e.pk: derived(e) for e in self.editions}
        self.stored_endings = list(self.endings)
        self.timeline_is_stored()

    def timeline_is_stored(self) -> None:
        self.stored_timeline = counted(self.timeline)

    def replace(self, edition: Edition) -> None:
        """Let `edition`, the same row fully read, stand in for the light copy."""
        self.editions = [edition if e.pk == edition.pk else e for e in self.editions]

    def word(self, edition: Edition, at: datetime) -> Word:
        return word_for(edition, self.editions, at)

    def find(self, word: Word, at: datetime) -> Edition | None:
        return next((e for e in self.editions if self.word(e, at) is word), None)

    @property
    def open_edition(self) -> Edition | None:
        return next((e for e in self.editions if e.state in OPEN), None)

    @property
    def approved(self) -> list[Edition]:
        return sorted(
            (e for e in self.editions if e.state == State.APPROVED), key=lambda e: e.live_from
        )

    def planned_end(self, now: datetime) -> Ending | None:
        return next((ending for ending in self.endings if ending.at > now), None)

    def flag_of(self, edition: Edition) -> Urgency | None:
        """Its urgent publication, while nobody has confirmed it. One query."""
        waiting = Urgency.objects.filter(timeline=self.timeline.pk, confirmed_at=None)
        return waiting.filter(number=edition.number).select_related("by").first()

    def earliest_start(self, now: datetime) -> datetime:
        """Now, or just after the newest start that has passed: servers' clocks differ."""
        return max([now, *(e.live_from + TICK for e in self.approved if e.live_from <= now)])

    def is_ended_at(self, at: datetime) -> bool:
        """Whether it had been public and an ending, not a successor, closed it by `at`."""
        earlier = [e for e in self.approved if e.live_from < at]
        return bool(earlier) and any(earlier[-1].live_from < end.at <= at for end in self.endings)

    @property
    def is_timeline_changed(self) -> bool:
        return self.stored_timeline != counted(self.timeline)

    def changed(self) -> list[Edition]:
        return [e for e in self.editions if e.pk in self.stored and self.stored[e.pk] != derived(e)]

    def added(self) -> list[Edition]:
        return [e for e in self.editions if e.pk is None]


def derived(edition: Edition) -> tuple:
    return tuple(getattr(edition, name) for name in DERIVED)


def counted(timeline: Timeline) -> tuple:
    return tuple(getattr(timeline, name) for name in COUNTED)


def lay_out(line: Line) -> None:
    """Derive every interval of the line from its decisions: starts of approved editions, ends."""
    approved = line.approved
    first = approved[0].live_from if approved else None
    starts = {a.number: b.live_from for a, b in pairwise(approved)}
    for edition in line.editions:
        if edition.state != State.APPROVED:
            edition.live_from = edition.live_until = edition.first_published_at = None
            continue
        ends = [ending.at for ending in line.endings if ending.at > edition.live_from]
        following = starts.get(edition.number)
        edition.live_until = min([*ends, *([following] if following else [])], default=None)
        edition.first_published_at = first
    line.timeline.first_published_at = first
    head = max(line.editions, key=head_rank, default=None)
    for edition in line.editions:
        edition.is_head = edition is head


def head_rank(edition: Edition) -> tuple:
    """An open edition before an approved one before a discarded one; then the newest."""
    return (edition.state in OPEN, edition.state == State.APPROVED, edition.number)


def read_lines(
    model: type[Edition], documents: dict[int, Document], by
) -> dict[tuple[int, str], Line]:
    """The lines of these documents in all languages, by document and language, without texts, as
    `by` reads them.

    One query, however many; one more where any of them has an ending.
    """
    if not documents:
        return {}
    editions: dict[Timeline, list[Edition]] = defaultdict(list)
    for edition in light_editions(model, by).filter(document__in=documents).order_by("number"):
        editions[edition.timeline].append(edition)
    endings = endings_of([t for t, read in editions.items() if read[0].has_endings])
    for timeline in editions:
        timeline.document = documents[timeline.document_id]
    return {
        (timeline.document_id, timeline.language): Line(
            timeline, read, endings[timeline.pk], own=frozenset(e.number for e in read if e.is_own)
        )
        for timeline, read in editions.items()
    }


def light_editions(model: type[Edition], by):
    """With what the lay-out asks of an edition, its timeline and whether that has endings, and
    whether `by` has saved it.
    """
    light = ["id", "timeline", "document", "language", "number", "version", "title", *DERIVED]
    whole_timeline = [f"timeline__{field.name}" for field in Timeline._meta.concrete_fields]
    endings = Ending.objects.filter(timeline=OuterRef("timeline"))
    saved = Authorship.objects.filter(
        timeline=OuterRef("timeline"), number=OuterRef("number"), person=by
    )
    rows = model.objects.select_related("timeline").only(*light, *whole_timeline)
    return rows.annotate(has_endings=Exists(endings), is_own=Exists(saved))


def endings_of(timelines: list[Timeline]) -> dict[int, list[Ending]]:
    endings = defaultdict(list)
    for ending in Ending.objects.filter(timeline__in=timelines) if timelines else ():
        endings[ending.timeline_id].append(ending)
    return endings


def write_lines(model: type[Edition], lines: Iterable[Line], now: datetime) -> None:
    """Store what changed: what closes before what opens, since no guard is deferred."""
    changed = [(line, e) for line in lines for e in line.changed()]
    for line, edition in changed:
        refuse_to_rewrite_the_past(line, edition, now)
    returning = [e for line, e in changed if returns(line, e)]
    closing = [e for line, e in changed if closes(line, e) and e not in returning]
    opening = [e for line, e in changed if not closes(line, e) and e not in returning]
    added = [e for line in lines for e in line.added()]
    park(model, returning)
    for batch in (closing, opening, returning):
        if batch:
            model.objects.bulk_update(batch, DERIVED, batch_size=200)
    if added:
        model.objects.bulk_create(added, batch_size=200)
    write_endings(lines)
    write_urgencies(lines)
    timelines = [line.timeline for line in lines if line.is_timeline_changed]
    if timelines:
        Timeline.objects.bulk_update(timelines, COUNTED, batch_size=200)


def write_endings(lines: Iterable[Line]) -> None:
    cancelled = [x.pk for line in lines for x in line.stored_endings if x not in line.endings]
    decided = [x for line in lines for x in line.endings if x.pk is None]
    if cancelled:
        Ending.objects.filter(pk__in=cancelled).delete()
    if decided:
        Ending.objects.bulk_create(decided)


def write_urgencies(lines: Iterable[Line]) -> None:
    decided = [urgency for line in lines for urgency in line.urgencies]
    confirmed = [urgency for urgency in decided if urgency.pk]
    if confirmed:
        Urgency.objects.bulk_update(confirmed, ["confirmed_at", "confirmed_by"])
    if new := [urgency for urgency in decided if urgency.pk is None]:
        Urgency.objects.bulk_create(new)


def returns(line: Line, edition: Edition) -> bool:
    """Whether a scheduled edition goes back to review, perhaps while another leaves it."""
    before = dict(zip(DERIVED, line.stored[edition.pk], strict=True))
    return before["state"] == State.APPROVED and edition.state in OPEN


def park(model: type[Edition], editions: list[Edition]) -> None:
    """Take these rows out of the way: their interval and their place in review are free, so the
    rows that take over can be written before them.
    """
    if editions:
        nothing = {"live_from": None, "live_until": None, "first_published_at": None}
        rows = model.objects.filter(pk__in=[edition.pk for edition in editions])
        rows.update(state=State.DISCARDED, is_head=False, **nothing)


def closes(line: Line, edition: Edition) -> bool:
    """Whether the row gives up something that another row may now take.

    A rescheduled row moves both its boundaries: to a later start before its predecessor grows,
    to an earlier one after its predecessor has shrunk.
    """
    before = dict(zip(DERIVED, line.stored[edition.pk], strict=True))
    if before["is_head"] and not edition.is_head:
        return True
    start, end = before["live_from"], before["live_until"]
    if start != edition.live_from:
        return start is not None and (edition.live_from is None or start < edition.live_from)
    return edition.live_until is not None and (end is None or edition.live_until < end)


def refuse_to_rewrite_the_past(line: Line, edition: Edition, now: datetime) -> None:
    """A boundary that has passed never moves, and none is set into the past."""
    before = dict(zip(DERIVED, line.stored[edition.pk], strict=True))
    for name in ("live_from", "live_until"):
        old, new = before[name], getattr(edition, name)
        if old != new and any(moment and moment < now for moment in (old, new)):
            raise RuntimeError(f"{name} of edition {edition.number} would rewrite the past")
