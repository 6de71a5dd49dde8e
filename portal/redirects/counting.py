"""Adding up what the spool holds: hits of redirects, and addresses asked for in vain."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.db import IntegrityError, transaction

from portal.publishing import clock
from portal.redirects import spool
from portal.redirects.models import LostPage, Redirect, SpoolCounted
from portal.redirects.paths import Old, split

LINE = re.compile(r"(hit|loss|our-loss) (\d{1,10}) (\S.*)")
MOST_ROWS = 5_000  # of lost pages; the least asked for go first
MOST_NEW = 2_000  # that one file of the spool may bring
FORGOTTEN = timedelta(days=90)
# One reader's slip, or a guess of a robot.
RARE, RARE_FORGOTTEN = 2, timedelta(days=14)
CHUNK = 200


@dataclass
class Asked:
    """How often something was asked for, and between which moments."""

    hits: int = 0
    own: int = 0
    first: datetime = datetime.max.replace(tzinfo=UTC)
    last: datetime = datetime.min.replace(tzinfo=UTC)

    def add(self, at: datetime, is_ours: bool) -> None:
        self.hits += 1
        self.own += is_ours
        self.first, self.last = min(self.first, at), max(self.last, at)


@dataclass
class Sums:
    redirects: dict[int, Asked] = field(default_factory=dict)
    losses: dict[Old, Asked] = field(default_factory=dict)


def add_up(*, write: bool) -> Iterator[str]:
    """The task of `run_schedule`. A file is added up once, whoever is killed and whoever runs
    beside: its name is written down in the transaction that counts it.
    """
    if not write:
        yield "What was noted of old addresses would be added up."
        return
    for path in spool.take():
        sums = summed(spool.lines_of(path))
        if count_once(path.name, sums):
            hits, losses = (
                sum(asked.hits for asked in each.values()) for each in (sums.redirects, sums.losses)
            )
            yield f"{hits} hits of redirects and {losses} requests for lost pages are counted."
        path.unlink(missing_ok=True)
    forget()


def summed(lines: Iterable[str]) -> Sums:
    """What is no whole line (the disk was full) is left out."""
    sums = Sums()
    for found in filter(None, map(LINE.fullmatch, lines)):
        kind, minute, what = found.groups()
        at = datetime.fromtimestamp(int(minute) * 60, UTC)
        if kind != "hit":
            sums.losses.setdefault(split(what), Asked()).add(at, kind == "our-loss")
        elif what.isdecimal():
            sums.redirects.setdefault(int(what), Asked()).add(at, False)
    return sums


def count_once(name: str, sums: Sums) -> bool:
    """Whether this was the first time."""
    try:
        with transaction.atomic():
            SpoolCounted.objects.create(name=name)
            count_hits(sums.redirects)
            count_losses(sums.losses)
    except IntegrityError:
        if SpoolCounted.objects.filter(name=name).exists():
            return False
        raise
    return True


def count_hits(sums: dict[int, Asked]) -> None:
    for numbers in chunks(sorted(sums)):
        rows = list(Redirect.objects.select_for_update(no_key=True).filter(pk__in=numbers))
        for row in rows:
            asked = sums[row.pk]
            row.hits += asked.hits
            row.last_hit_at = max(row.last_hit_at or asked.last, asked.last)
        Redirect.objects.bulk_update(rows, ["hits", "last_hit_at"])


def count_losses(sums: dict[Old, Asked]) -> None:
    most = Counter({old: asked.hits for old, asked in sums.items()}).most_common(MOST_NEW)
    for olds in chunks(sorted(old for old, _hits in most)):
        locked = LostPage.objects.select_for_update()
        known = {row.old: row for row in locked.for_addresses(olds)}
        for old, row in known.items():
            asked = sums[old]
            row.hits += asked.hits
            row.own_hits += asked.own
            row.last_seen_at = max(row.last_seen_at, asked.last)
        LostPage.objects.bulk_update(known.values(), ["hits", "own_hits", "last_seen_at"])
        LostPage.objects.bulk_create(
            LostPage(
                language=old.language,
                path=old.path,
                hits=sums[old].hits,
                own_hits=sums[old].own,
                first_seen_at=sums[old].first,
                last_seen_at=sums[old].last,
            )
            for old in olds
            if old not in known
        )


def forget() -> None:
    """Lost pages are kept for 90 days after they were last asked for, rare ones for 14; and of
    more than MOST_ROWS the most asked for.
    """
    now = clock.now()
    LostPage.objects.filter(last_seen_at__lt=now - FORGOTTEN).delete()
    LostPage.objects.filter(
        hits__lte=RARE, last_seen_at__lt=now - RARE_FORGOTTEN, is_ignored=False
    ).delete()
    kept = LostPage.objects.most_asked_for().values_list("pk", flat=True)
    LostPage.objects.filter(pk__in=list(kept[MOST_ROWS : MOST_ROWS + 2 * MOST_NEW])).delete()
    SpoolCounted.objects.filter(at__lt=now - FORGOTTEN).delete()


def chunks(things: list) -> Iterator[list]:
    iterator = iter(things)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk
