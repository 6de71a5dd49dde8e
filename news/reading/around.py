"""What stands around an article in the public index: all of it by one query."""

from dataclasses import dataclass
from datetime import datetime

from news.archive import around_month
from news.models import Article
from portal.listing import alternates
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.subjects.lists import sharing_subjects
from portal.subjects.models import Subject

RELATED = 3
MOST_SUBJECTS = 5  # each costs three subqueries


@dataclass(frozen=True)
class Surroundings:
    """`near` is what the archive calendar leads to, `linked` what the text refers to."""

    previous: Entry | None
    following: Entry | None
    related: list[Entry]
    near: list[Entry]
    linked: list[Entry]
    alternates: list[tuple[str, str]]


def surroundings(
    article: Article, published_at: datetime, entries, subjects: list[Subject]
) -> Surroundings:
    place = (published_at, article.document.number or 0)
    beside = entries.in_section(article.section).exclude(document=article.document_id)
    earlier, later = around_month(entries, clock.local_date(published_at))
    public = Entry.objects.live()
    readable = public.with_pages().for_language(article.language)
    found = Entry.objects.gathered(
        older=beside.older_than(*place).newest_first()[:1],
        newer=beside.newer_than(*place).oldest_first()[:1],
        earlier=earlier[:1],
        later=later[:1],
        chosen=readable.filter(document__in=chosen_for(article)),
        akin=sharing_subjects(
            unique(subjects)[:MOST_SUBJECTS], article.language, without=article.document
        ),
        newest=beside.newest_first()[: RELATED + 2],
        linked=readable.filter(number__in=article.referenced_numbers()),
        translations=public.filter(document=article.document_id),
    )
    neighbours = found["older"] + found["newer"]
    return Surroundings(
        previous=next(iter(found["older"]), None),
        following=next(iter(found["newer"]), None),
        related=related(article, found["chosen"], [found["akin"], found["newest"]], neighbours),
        near=found["earlier"] + found["later"],
        linked=found["linked"],
        alternates=alternates(found["translations"]),
    )


def chosen_for(article: Article):
    """The documents that an editor put beside it by hand."""
    return Article.related.through.objects.filter(article=article.pk).values("document")


def unique(subjects: list[Subject]) -> list[Subject]:
    """A person comes once for each office."""
    return list({subject.pk: subject for subject in subjects}.values())


def related(article: Article, chosen: list, fitting: list[list], neighbours: list) -> list[Entry]:
    """All that were chosen, of whatever kind, and where these are few what else would fit: what
    shares a subject, then what stands beside it.
    """
    shown = [entry for entry in newest_first(chosen) if entry.document_id != article.document_id]
    taken = {entry.document_id for entry in (*shown, *neighbours)}
    others = {e.document_id: e for found in fitting for e in newest_first(found)}
    free = [entry for document, entry in others.items() if document not in taken]
    return shown + free[: max(0, RELATED - len(shown))]


def newest_first(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (e.first_published_at, e.number), reverse=True)
