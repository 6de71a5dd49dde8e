"""Whom and what an article is about, with the office that a person held on its day."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, FilteredRelation, Q
from django.urls import reverse

from news.models import Article
from portal.publishing import clock
from portal.publishing.models.label import in_words
from portal.subjects.models import Subject


@dataclass(frozen=True)
class Mention:
    """`url` is "" where the subject's page might hold nothing yet. Offices are pairs of what `lang`
    says of the title ("" in the language of the page) and the title.
    """

    name: str
    lang: str
    url: str
    offices: list[tuple[str, str]] = field(default_factory=list)


def subjects_on(article: Article, day: date) -> list[Subject]:
    """What it is about. One query, in which a person comes once for each office held that day, as
    `titles`.
    """
    held = Q(offices__from_on__lte=day) & (
        Q(offices__until_on__isnull=True) | Q(offices__until_on__gte=day)
    )
    rows = article.subjects.annotate(
        office=FilteredRelation("offices", condition=held), titles=F("office__titles")
    )
    return list(rows.order_by("position", "slug", "-office__from_on"))


def mentions_of(article: Article, subjects: list[Subject]) -> dict[str, list[Mention]]:
    """By kind of subject."""
    mentions, by_kind, is_listed = {}, {}, is_public(article)
    for row in subjects:
        if row.pk not in mentions:
            mentions[row.pk] = mention(row, is_listed=is_listed)
            by_kind.setdefault(row.kind, []).append(mentions[row.pk])
        office = in_words(row.titles or {})
        if office[1]:
            mentions[row.pk].offices.append(office)
    return by_kind


def mention(subject: Subject, *, is_listed: bool) -> Mention:
    lang, name = in_words(subject.names)
    url = reverse("news:subject", args=[subject.kind, subject.slug]) if is_listed else ""
    return Mention(name or subject.slug, lang, url)


def is_public(article: Article) -> bool:
    """Whether it is itself in the lists of its subjects: then none of them is empty."""
    at = clock.current().at
    has_begun = article.live_from is not None and article.live_from <= at
    return has_begun and (article.live_until is None or at < article.live_until)
