"""Whom and what an article is about, with the office that a person held on its day."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db.models import BigIntegerField, DateField, F, FilteredRelation, Q
from django.urls import reverse

from news.models import Article
from portal.prepared import prepared
from portal.publishing import clock
from portal.publishing.models.label import in_words
from portal.subjects.models import Subject


class Mention(NamedTuple):
    """`url` is "" where the subject's page might hold nothing yet. Offices are pairs of what `lang`
    says of the title ("" in the language of the page) and the title.
    """

    name: str
    lang: str
    url: str
    offices: tuple[tuple[str, str], ...]


def subjects_on(article: Article, day: date) -> list[Subject]:
    """What it is about. One query, in which a person comes once for each office held that day, as
    `titles`.
    """
    return about(article=article.pk, day=day)


@prepared(article=BigIntegerField(), day=DateField())
def about(*, article, day):
    held = Q(offices__from_on__lte=day) & (
        Q(offices__until_on__isnull=True) | Q(offices__until_on__gte=day)
    )
    rows = Subject.objects.filter(
        pk__in=Article.subjects.through.objects.filter(article=article).values("subject")
    ).annotate(office=FilteredRelation("offices", condition=held), titles=F("office__titles"))
    return rows.order_by("position", "slug", "-office__from_on")


def mentions_of(article: Article, subjects: list[Subject]) -> dict[str, list[Mention]]:
    """By kind of subject."""
    by_subject, by_kind, is_listed = defaultdict(list), defaultdict(list), is_public(article)
    for row in subjects:
        by_subject[row].append(row)
    for subject, rows in by_subject.items():
        offices = [in_words(row.titles or {}) for row in rows]
        held = tuple(office for office in offices if office[1])
        by_kind[subject.kind].append(mention(subject, held, is_listed=is_listed))
    return dict(by_kind)


def mention(subject: Subject, offices: tuple, *, is_listed: bool) -> Mention:
    lang, name = in_words(subject.names)
    url = reverse("news:subject", args=[subject.kind, subject.slug]) if is_listed else ""
    return Mention(name or subject.slug, lang, url, offices)


def is_public(article: Article) -> bool:
    """Whether it is itself in the lists of its subjects: then none of them is empty."""
    at = clock.current().at
    has_begun = article.live_from is not None and article.live_from <= at
    return has_begun and (article.live_until is None or at < article.live_until)
