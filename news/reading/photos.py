"""A photo report: its pictures in order, each with an address of its own."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from news.models import Article, ArticlePicture, Layout
from portal import languages
from portal.publishing.models import Entry

FIRST_ROWS = 4  # pictures that most screens show at once


@dataclass(frozen=True)
class Photo:
    """`place` counts from 1, of `count` in all."""

    place: int
    count: int
    item: ArticlePicture
    url: str

    @property
    def name(self) -> str:
        return _("Photo %(place)s of %(count)s") % vars(self)

    @property
    def is_below(self) -> bool:
        """Below the fold, where it need not be loaded at once."""
        return self.place > FIRST_ROWS


def photos_of(article: Article, pictures: list[ArticlePicture]) -> list[Photo]:
    """None, where the article is no photo report."""
    if article.layout != Layout.PHOTO:
        return []
    return [
        Photo(place, len(pictures), item, photo_url(article.document.number, place))
        for place, item in enumerate(pictures, start=1)
    ]


def photo_url(number: int | None, place: int) -> str:
    """In the language of the page; 000000 before the document has a number."""
    return reverse("news:photo", args=[number or 0, place])


def photo_context(article: Article, place: int) -> dict:
    """One picture of the report with the way to the others. Raises Http404 if there is none."""
    photos = photos_of(article, article.pictures_to_show())
    if place > len(photos):
        raise Http404
    return {
        "article": article,
        "photos": photos,
        "photo": photos[place - 1],
        "previous": photos[place - 2] if place > 1 else None,
        "next": photos[place] if place < len(photos) else None,
        "alternates": alternates(article, place),
    }


def alternates(article: Article, place: int) -> list[tuple[str, str]]:
    """The languages whose report has a picture in this place, with its address."""
    reports = Entry.objects.live().filter(document=article.document_id, photo_count__gte=place)
    numbers = {entry.language: entry.number for entry in reports}
    found = []
    for code in languages.CODES:
        if code in numbers:
            with translation.override(code):
                found.append((code, photo_url(numbers[code], place)))
    return found
