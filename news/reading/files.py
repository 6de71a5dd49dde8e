"""The files of an article: its video with the captions, and what there is to take along."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from news.models import Article, ArticleFile
from portal import languages
from portal.templatetags.addresses import web_address


@dataclass(frozen=True)
class Track:
    """Captions in one language; the browser shows the default one unasked."""

    part: ArticleFile
    html_lang: str
    label: str
    is_default: bool


@dataclass(frozen=True)
class Video:
    """A file of this site, or the address of a page on another: of that nothing is loaded."""

    part: ArticleFile | None = None
    tracks: tuple[Track, ...] = ()
    url: str = ""

    @property
    def host(self) -> str:
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


def video_of(article: Article, parts: list[ArticleFile]) -> Video | None:
    """The first video among its files, else the one on another site."""
    elsewhere = web_address(article.remote_video)
    if part := own_video(parts):
        return Video(part, tuple(tracks_of(parts)), elsewhere)
    return Video(url=elsewhere) if elsewhere else None


def attachments_of(parts: list[ArticleFile]) -> list[ArticleFile]:
    """All but what the player shows, so that no file of an article is out of reach."""
    video = own_video(parts)
    return [part for part in parts if video is None or not (part is video or part.file.is_captions)]


def own_video(parts: list[ArticleFile]) -> ArticleFile | None:
    return next((part for part in parts if part.file.is_video), None)


def tracks_of(parts: list[ArticleFile]) -> list[Track]:
    page = get_language()
    captions = [part for part in parts if part.file.is_captions]
    default = next((part for part in captions if part.file.language == page), None)
    return [
        Track(
            part,
            languages.html_lang(part.file.language or page),
            languages.native_name(part.file.language) if part.file.language else _("Captions"),
            part is default,
        )
        for part in captions
    ]
