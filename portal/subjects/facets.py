"""Counts for readers, exact at any instant without a worker: the kept number as of the settlement,
plus what started since, minus what ended since. One query for all facets of a page.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateTimeField,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest, Least
from django.db.models.lookups import Exact

from portal.prepared import prepared
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.subjects.models import EntrySubject, Settlement, Tally

EVER = datetime(1, 1, 2, tzinfo=UTC)  # before everything; a day off the end of the calendar
MOST = 1_000  # combined facets are counted so far
BOUNDARIES = (("live_from", 1), ("live_until", -1))


@dataclass(frozen=True)
class Counts:
    """How much a list holds in all, and of each facet: by path of the section, by subject's id.

    `is_capped`: there are more than MOST, and then no facet has a number.
    `languages`: those in which the base holds something, where it was asked for all of them.
    """

    total: int = 0
    facets: dict[str, int] = field(default_factory=dict)
    is_capped: bool = False
    languages: frozenset[str] = frozenset()

    def of(self, facet) -> int:
        return self.facets.get(str(facet), 0)


class Beside(Exact):
    """`=` that SQLite does not read an index by: it would take one of a whole language or topic,
    where few rows lie between the settlement and now.
    """

    def as_sqlite(self, compiler, connection):
        sql, params = self.as_sql(compiler, connection)
        return f"+{sql}", params


def settled_at() -> Coalesce:
    """The moment of the settlement, read by the very statement that counts."""
    row = Settlement.objects.values("settled_at")[:1]
    return Coalesce(Subquery(row), Value(EVER, DateTimeField()))


def since_settlement(rows: QuerySet, moment: Expression, *keys: str) -> Iterator[QuerySet]:
    """What to add to the kept numbers to have those of a moment, by `keys`: two queries of sums.

    Where it lies before the settlement (the time machine) the signs turn round.
    """
    for name, sign in BOUNDARIES:
        bounds = {
            f"{name}__gt": Least(settled_at(), moment),
            f"{name}__lte": Greatest(settled_at(), moment),
        }
        signed = Case(When(**{f"{name}__lte": moment}, then=Value(sign)), default=Value(-sign))
        yield rows.filter(**bounds).values_list(*keys).annotate(sum=Sum(signed))


# --- Reading --------------------------------------------------------------------------------------


def count_within(base: str, kind: str, language: str, *, at: datetime | None = None) -> Counts:
    """The counts of everything (base ""), of a section or of a subject (its id), in one query.

    Of a subject they are read in all languages, so that a page knows where else it exists.
    """
    scope = Scope.ALL if not base else Scope.SUBJECT if base.isdecimal() else Scope.SECTION
    rows = summed(
        scope,
        base=base,
        subject=int(base) if scope is Scope.SUBJECT else None,
        kind=kind,
        language=language,
        at=at or clock.current().at,
    )
    totals, own = Counter(), Counter()
    for code, facet, number in rows:
        if not facet.isdecimal():
            totals[code] += number
        if code == language:
            own[facet] += number
    spoken = frozenset(code for code, number in totals.items() if number)
    return Counts(totals[language], dict(own), languages=spoken)


class Scope(Enum):
    """What a base is."""

    ALL = "all"
    SECTION = "section"
    SUBJECT = "subject"


@prepared(
    base=CharField(),
    subject=BigIntegerField(),
    kind=CharField(),
    language=CharField(),
    at=DateTimeField(),
)
def summed(scope: Scope, *, base, subject, kind, language, at) -> QuerySet:
    """Languages, facets and numbers to be added up."""
    tallies = Tally.objects.filter(kind=kind, base=base)
    rows = rows_within(scope, base, subject, kind)
    if scope is Scope.SUBJECT:  # of other languages it is asked only whether there is anything
        tallies = tallies.filter(Q(language=language) | Q(facet__contains="/"))
    else:
        tallies = tallies.filter(language=language)
        rows = [each.filter(Beside(F("language"), language)) for each in rows]
    kept = tallies.values_list("language", "facet", "count")
    since = [one for each in rows for one in since_settlement(each, at, "language", "facet")]
    return kept.union(*since, all=True)


def rows_within(scope: Scope, base, subject, kind) -> list[QuerySet]:
    """Rows with a `facet` each, all that is counted within the base."""
    entries = Entry.objects.filter(Beside(F("kind"), kind)).annotate(facet=F("section"))
    about = EntrySubject.objects.filter(Beside(F("kind"), kind))
    subjects = about.annotate(facet=Cast("subject_id", CharField()))
    if scope is Scope.ALL:
        return [entries, subjects]
    if scope is Scope.SUBJECT:
        # A value and no EXISTS, of which PostgreSQL would make a join with all of the subject.
        beside = EntrySubject.objects.filter(entry=OuterRef("entry"), subject=subject)
        shared = subjects.alias(beside=Subquery(beside.values("pk")[:1]))
        own = about.filter(Beside(F("subject_id"), subject)).annotate(facet=F("section"))
        return [own, shared.filter(beside__isnull=False).exclude(subject=subject)]
    return [each.filter(Beside(F("section"), base)) for each in (entries, subjects)]


def count_combined(rows: QuerySet) -> Counts:
    """The counts of a list narrowed by several facets or by dates: counted out as far as MOST.

    `rows` are entries or rows of a subject. More than that are told by their newest: which facets
    there are, and no number that would not be true.
    """
    own = "pk" if rows.model is Entry else "entry"
    entries = rows.newest_first().values(own)[: MOST + 1]
    sections = Entry.objects.filter(pk__in=entries).values_list("section")
    subjects = EntrySubject.objects.filter(entry__in=entries).annotate(
        facet=Cast("subject_id", CharField())
    )
    found = dict(
        sections.annotate(sum=Count("pk")).union(
            subjects.values_list("facet").annotate(sum=Count("pk")), all=True
        )
    )
    total = sum(number for facet, number in found.items() if not facet.isdecimal())
    return Counts(min(total, MOST), found, is_capped=total > MOST)
