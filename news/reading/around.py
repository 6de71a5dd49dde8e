"""What stands around an article in the public index: all of it by one query."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BigIntegerField, CharField, DateTimeField

from news.labels import KIND
from news.models import Article
from portal.listing import alternates, by_list
from portal.prepared import prepared
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
from portal.subjects.lists import sharing
from portal.subjects.models import Subject

RELATED = 3
BESIDE = RELATED + 1  # older and newer ones each, of which the nearest is the neighbour
MOST_SUBJECTS = 5  # each is a list of its own


@dataclass(frozen=True)
class Surroundings:
    """`linked` is what the text refers to."""

    previous: Entry | None
    following: Entry | None
    related: list[Entry]
    linked: list[Entry]
    alternates: list[tuple[str, str]]


def surroundings(article: Article, published_at: datetime, subjects: list[Subject]) -> Surroundings:
    numbers, topics = article.referenced_numbers(), unique(subjects)[:MOST_SUBJECTS]
    rows = standing_around(
        at=clock.current().at,
        language=article.language,
        section=article.section,
        article=article.pk,
        document=article.document_id,
        published_at=published_at,
        number=article.document.number or 0,
        topics=tuple(topic.pk for topic in topics),
        linked=tuple(sorted(numbers)),
    )
    found = by_list(rows)
    older, newer = newest_first(found["older"]), newest_first(found["newer"])[::-1]
    depend_on(article, topics, numbers, newer)
    neighbours = older[:1] + newer[:1]
    fitting = [*newest_first(found["akin"]), *older, *newer]
    return Surroundings(
        previous=next(iter(older), None),
        following=next(iter(newer), None),
        related=related(article, found["chosen"], fitting, neighbours),
        linked=found["linked"],
        alternates=alternates(found["translations"]),
    )


@prepared(
    at=DateTimeField(),
    language=CharField(),
    section=CharField(),
    article=BigIntegerField(),
    document=BigIntegerField(),
    published_at=DateTimeField(),
    number=BigIntegerField(),
    topics=BigIntegerField(),
    linked=BigIntegerField(),
)
def standing_around(
    *, at, language, section, article, document, published_at, number, topics, linked
):
    """Entries by their lists, as `found_as`."""
    public = Entry.objects.live(at)
    own = public.for_language(language)
    readable, place = own.with_pages(), (published_at, number)
    beside = own.for_kind(KIND).in_section(section).exclude(document=document)
    akin = [sharing(topic, language, without=number, at=at)[:RELATED] for topic in topics]
    # The documents that an editor put beside it by hand.
    chosen = Article.related.through.objects.filter(article=article).values("document")
    return Entry.objects.told_apart(
        ("older", beside.older_than(*place).newest_first()[:BESIDE]),
        ("newer", beside.newer_than(*place).oldest_first()[:BESIDE]),
        ("chosen", readable.filter(document__in=chosen)),
        *(("akin", public.filter(pk__in=rows.values("entry"))) for rows in akin),
        ("linked", readable.filter(number__in=linked)),
        ("translations", public.filter(document=document)),
    )


def depend_on(article: Article, topics: list[Subject], numbers: set[int], newer: list) -> None:
    """What stands around changes with what becomes public under its topics, with what it points at,
    and with what appears beside it: later than the last of the newer ones nothing matters.
    """
    language, section = article.language, article.section
    scopes.reads(*(scopes.subject(topic.pk, language) for topic in topics))
    scopes.reads(*map(scopes.numbered, numbers), scopes.past(article.kind, language))
    last = newer[-1].first_published_at if len(newer) == BESIDE else None
    month = last and clock.local_date(last)
    scopes.reads(scopes.listing(section, language, month))


def unique(subjects: list[Subject]) -> list[Subject]:
    """A person comes once for each office."""
    return list({subject.pk: subject for subject in subjects}.values())


def related(article: Article, chosen: list, fitting: list, neighbours: list) -> list[Entry]:
    """All that were chosen, of whatever kind, and where these are few what else would fit: what
    shares a subject, then what was published just before it in its stream, then just after.
    """
    shown = [entry for entry in newest_first(chosen) if entry.document_id != article.document_id]
    taken = {entry.document_id for entry in (*shown, *neighbours)}
    others = {entry.document_id: entry for entry in fitting}
    free = [entry for document, entry in others.items() if document not in taken]
    return shown + free[: max(0, RELATED - len(shown))]


def newest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (e.first_published_at, e.number), reverse=True)
