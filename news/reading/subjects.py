"""Whom and what an article is about, with the office that a person held on its day."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, FilteredRelation, Q
from django.utils.translation import get_language

from news.models import Article
from portal import languages
from portal.publishing import clock


@dataclass(frozen=True)
class Mention:
    """`url` is "" where the subject's page might hold nothing yet. Offices are pairs of what `lang`
    says of the title ("" in the language of the page) and the title.
    """

    name: str
    lang: str
    url: str
    offices: list[tuple[str, str]] = field(default_factory=list)


def mentions_of(article: Article, day: date) -> dict[str, list[Mention]]:
    """By kind of subject. One query, in which a person comes once for each office held."""
    held = Q(offices__from_on__lte=day) & (
        Q(offices__until_on__isnull=True) | Q(offices__until_on__gte=day)
    )
    rows = article.subjects.annotate(
        office=FilteredRelation("offices", condition=held), titles=F("office__titles")
    ).order_by("position", "slug", "-office__from_on")
    mentions, by_kind = {}, {}
    for row in rows:
        if row.pk not in mentions:
            mentions[row.pk] = mention(row, is_listed=is_public(article))
            by_kind.setdefault(row.kind, []).append(mentions[row.pk])
        office = in_words(row.titles or {})
        if office[1]:
            mentions[row.pk].offices.append(office)
    return by_kind


def mention(subject, *, is_listed: bool) -> Mention:
    lang, name = in_words(subject.names)
    return Mention(name or subject.slug, lang, url_of(subject) if is_listed else "")


def is_public(article: Article) -> bool:
    """Whether it is itself in the lists of its subjects: then none of them is empty."""
    at = clock.current().at
    has_begun = article.live_from is not None and article.live_from <= at
    return has_begun and (article.live_until is None or at < article.live_until)


def url_of(subject) -> str:
    return languages.localise(get_language(), f"news/{subject.kind}/{subject.slug}/")


def in_words(names: dict[str, str]) -> tuple[str, str]:
    """What `lang` says of it, and the name: in the language of the page ("" then), else in the
    first of the site that has one.
    """
    own = get_language()
    for code in [own, *languages.CODES]:
        if name := names.get(code):
            return ("" if code == own else languages.html_lang(code)), name
    return "", ""
