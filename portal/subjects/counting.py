"""The kept numbers: brought forward, corrected where the past is written, compared, mended.

The settlement stays an hour behind. What is written now lies after it, so publishing neither reads
it nor waits for it; only who writes the past (an adoption) locks it and corrects what it counts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from django.db import transaction
from django.db.models import Count, DateTimeField, F, Q, Value

from portal import languages
from portal.publishing import clock
from portal.publishing.models import Edition, Entry
from portal.publishing.registry import content_types
from portal.publishing.steps import Change
from portal.subjects.facets import BOUNDARIES, since_settlement
from portal.subjects.models import EntrySubject, Settlement, Tally

BEHIND = timedelta(hours=1)
RECENT = BEHIND / 2  # what is older is corrected; a step has the other half to come to its end
SLICE = 5_000  # starts, and as many ends, that one transaction settles
BATCH = 200
KEY = ("kind", "base", "language", "facet")
Key = tuple[str, str, str, str]
Boundaries = tuple[datetime | None, datetime | None]


def settlement() -> Settlement:
    """Locked until the transaction ends, so that it does not move while somebody writes the past
    and corrects what it counts.
    """
    row, _created = Settlement.objects.select_for_update(no_key=True).get_or_create(pk=1)
    return row


# --- Bringing forward -----------------------------------------------------------------------------


def settle() -> int:
    """Bring the kept numbers forward, to an hour ago. Answers with the number of transactions:
    each but the very first takes a slice, so that nobody who adopts meanwhile waits long.
    """
    count = 1
    while not settle_slice():
        count += 1
    return count


def bring_forward(*, write: bool) -> Iterator[str]:
    """The task of `run_schedule`. Every minute there is something to it, so it is silent."""
    if write:
        settle()
    else:
        yield f"The kept counts would be brought forward to {clock.now() - BEHIND:%H:%M} UTC."


@transaction.atomic
def settle_slice() -> bool:
    """Whether that was the last."""
    row, last = settlement(), clock.now() - BEHIND
    if row.settled_at and row.settled_at >= last:
        return True
    if row.settled_at:
        stop = min([last, *ends_of_slices(row.settled_at, last)])
        add(changes_until(stop))
    else:
        stop = last
        count_all(stop)
    row.settled_at = stop
    row.save()
    return stop == last


def count_all(at: datetime) -> None:
    """From nothing in one go: by slices, each would write most of the numbers again."""
    for kind, language in product(content_types(), languages.CODES):
        add(differences(at, kind, language))


def ends_of_slices(since: datetime, last: datetime) -> Iterator[datetime]:
    for name, _sign in BOUNDARIES:
        ahead = Entry.objects.filter(**{f"{name}__gt": since, f"{name}__lte": last})
        yield from ahead.order_by(name).values_list(name, flat=True)[SLICE - 1 : SLICE]


def changes_until(stop: datetime) -> Counter[Key]:
    """By how much the numbers at `stop` differ from those that are kept."""
    found: Counter[Key] = Counter()
    for rows, names in counted_rows():
        for sums in since_settlement(rows, Value(stop, DateTimeField()), *names):
            for *values, number in sums:
                tally(found, number, *values)
    return found


def counted_rows() -> list[tuple]:
    """What is counted, and the columns by which: entries, their subjects, and the pairs of
    subjects that one entry has.
    """
    about = EntrySubject.objects.all()
    pairs = about.annotate(other=F("entry__subjects__subject"))
    by = ("kind", "language", "section")
    return [
        (Entry.objects.all(), by),
        (about, (*by, "subject_id")),
        (pairs, (*by, "subject_id", "other")),
    ]


def tally(
    found: Counter[Key], number: int, kind: str, language: str, section: str, *subjects: int
) -> None:
    """Count `number` in each kept number that such a row belongs to."""
    match [str(subject) for subject in subjects]:
        case []:
            pairs = [("", section), (section, section)]
        case [subject]:
            pairs = [("", subject), (section, subject), (subject, section)]
        case [subject, other]:
            pairs = [(subject, other)] if subject != other else []
    for base, facet in pairs:
        found[kind, base, language, facet] += number


def add(changes: Counter[Key]) -> None:
    """Change the kept numbers. Call it under the lock of the settlement."""
    changes = Counter({key: number for key, number in changes.items() if number})
    if not changes:
        return
    wanted = {
        f"{name}__in": set(all_) for name, all_ in zip(KEY, zip(*changes, strict=True), strict=True)
    }
    kept = {tuple(key): n for *key, n in Tally.objects.filter(**wanted).values_list(*KEY, "count")}
    Tally.objects.bulk_create(
        [
            Tally(**dict(zip(KEY, key, strict=True)), count=kept.get(key, 0) + changes[key])
            for key in sorted(changes)
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=KEY,
        update_fields=["count"],
    )


# --- Corrections ----------------------------------------------------------------------------------


def follow(changes: list[Change]) -> None:
    """Correct the kept numbers where a step has written the past."""
    found: Counter[Key] = Counter()
    recent = clock.now() - RECENT
    moved = [m for m in moved_editions(changes) if min(m.boundaries) < recent]
    if not moved:
        return
    since = settlement().settled_at
    for each in moved:
        number = counted_by(since, each.after) - counted_by(since, each.before)
        if number:
            count_edition(found, number, each.edition)
    add(found)


@dataclass(frozen=True)
class Moved:
    """An edition whose interval is another than before the step."""

    edition: Edition
    before: Boundaries
    after: Boundaries

    @property
    def boundaries(self) -> list[datetime]:
        """Those that came, went or moved."""
        return [moment for moment in {*self.before} ^ {*self.after} if moment]


def moved_editions(changes: list[Change]) -> Iterator[Moved]:
    own = {(c.edition.timeline_id, c.edition.number): c.edition for c in changes}
    for line in {id(change.line): change.line for change in changes}.values():
        for edition in line.editions:
            before = line.stored.get(edition.pk, (None, None))[:2]
            after = (edition.live_from, edition.live_until)
            if before != after:
                # Not the light copy of the line, where there is the whole text.
                whole = own.get((edition.timeline_id, edition.number), edition)
                yield Moved(whole, before, after)


def counted_by(settled_at: datetime | None, boundaries: Boundaries) -> int:
    """What an edition with these boundaries adds to the kept numbers: 1 or 0."""
    start, end = (bool(settled_at and moment and moment <= settled_at) for moment in boundaries)
    return start - end


def count_edition(found: Counter[Key], number: int, edition: Edition) -> None:
    place = (edition.kind, edition.language, edition.section)
    subjects = [subject.pk for subject in edition.about()]
    tally(found, number, *place)
    for subject in subjects:
        tally(found, number, *place, subject)
    for pair in product(subjects, repeat=2):
        tally(found, number, *place, *pair)


# --- Comparing ------------------------------------------------------------------------------------


def drift() -> Iterator[str]:
    """A sentence for each kind and language whose kept numbers are wrong."""
    return recount(write=False)


def recount(*, write: bool = True) -> Iterator[str]:
    """Compare the kept numbers with what is counted anew as of the settlement, and mend them when
    `write`. Whoever publishes waits for one language at a time.
    """
    for kind, language in product(content_types(), languages.CODES):
        with transaction.atomic():
            row = Settlement.objects.select_for_update(no_key=True).first()
            wrong = differences(row and row.settled_at, kind, language)
            if write:
                add(wrong)
        if wrong:
            yield (
                f"{kind}, {language}: {len(wrong)} kept counts are wrong. "
                "Run manage.py rebuild_subjects."
            )


def differences(settled_at: datetime | None, kind: str, language: str) -> Counter[Key]:
    """What has to be added to the kept numbers to make them right."""
    found: Counter[Key] = Counter()
    if settled_at:
        public = Q(live_until=None) | Q(live_until__gt=settled_at)
        for rows, names in counted_rows():
            live = rows.filter(public, live_from__lte=settled_at, kind=kind, language=language)
            for *values, number in live.values_list(*names).annotate(sum=Count("pk")):
                tally(found, number, *values)
    kept = Tally.objects.filter(kind=kind, language=language).values_list(*KEY, "count")
    for *key, count in kept:
        found[tuple(key)] -= count
    return Counter({key: number for key, number in found.items() if number})
