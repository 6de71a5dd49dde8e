"""Every public route of the site, found in the resolver, and an address of each.

A new route needs a row here: `test_every_public_route_has_a_row` fails without one.
"""

from dataclasses import dataclass
from itertools import product
from string import Formatter

from django.conf import settings
from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern

from portal.media.urls import FILE, RENDITION

PICTURE = f"media/{RENDITION}"
DOCUMENT = f"media/{FILE}"
SUBJECT = "<lang>/news/<subject:kind>/<word:slug>/"

# Pages of HTML for visitors.
PAGES = {
    "<lang>/": "/{lang}/",
    "<lang>/news/": "/{lang}/news/",
    "<lang>/news/<word:slug>/": "/{lang}/news/{stream}/",
    SUBJECT: "/{lang}/news/{kind}/{subject}/",
    "<lang>/news/<number:number>/<word:slug>/": "/{lang}/news/{number}/{slug}/",
    "<lang>/news/<number:number>/photo/<ordinal:place>/": "/{lang}/news/{report}/photo/{photo}/",
    "<lang>/news/<year:year>/": "/{lang}/news/{year}/",
    "<lang>/news/<year:year>/<month:month>/": "/{lang}/news/{year}/{month}/",
    "<lang>/news/<year:year>/<month:month>/<day:day>/": "/{lang}/news/{year}/{month}/{day}/",
    "<lang>/site-map/": "/{lang}/site-map/",
    "<lang>/tourism/": "/{lang}/tourism/",
    "<lang>/calendar/": "/{lang}/calendar/",
    "<lang>/accessibility/": "/{lang}/accessibility/",
    "<lang>/<words:path>/": "/{lang}/{path}/",
}
# Feeds, files and redirects.
OTHERS = {
    "": "/",
    "<lang>/news/<number:number>/": "/{lang}/news/{number}/",
    "<lang>/news/feed/rss/": "/{lang}/news/feed/rss/",
    "<lang>/news/feed/atom/": "/{lang}/news/feed/atom/",
    "<lang>/news/<word:slug>/feed/rss/": "/{lang}/news/{stream}/feed/rss/",
    "<lang>/news/<word:slug>/feed/atom/": "/{lang}/news/{stream}/feed/atom/",
    f"{SUBJECT}feed/rss/": "/{lang}/news/{kind}/{subject}/feed/rss/",
    f"{SUBJECT}feed/atom/": "/{lang}/news/{kind}/{subject}/feed/atom/",
    "sitemap.xml": "/sitemap.xml",
    "sitemap-news.xml": "/sitemap-news.xml",
    "sitemap-<word:section>.xml": "/sitemap-{section}.xml",
    "robots.txt": "/robots.txt",
    ".well-known/security.txt": "/.well-known/security.txt",
    "<lang>/site.webmanifest": "/{lang}/site.webmanifest",
    "favicon.ico": "/favicon.ico",
    "identity/<str:digest>/<str:name>": "/identity/{emblem}/emblem.svg",
    "health/": "/health/",
    PICTURE: "/media/{token}/{file}",
    DOCUMENT: "/media/{document}/{name}",
}
ROUTES = PAGES | OTHERS
ADMIN = "admin/"


def public_routes() -> list[str]:
    """All patterns but the admin's, as one string each; the language prefix is `<lang>/`."""
    return [route for route in _routes(get_resolver().url_patterns) if not route.startswith(ADMIN)]


def _routes(patterns, before=""):
    for each in patterns:
        is_prefix = isinstance(each.pattern, LocalePrefixPattern)
        route = before + ("<lang>/" if is_prefix else str(each.pattern))
        if hasattr(each, "url_patterns"):
            yield from _routes(each.url_patterns, route)
        else:
            yield route


def fields_of(route: str) -> list[str]:
    return [name for _text, name, _spec, _conversion in Formatter().parse(ROUTES[route]) if name]


def addresses(route: str, values: dict[str, list]) -> list[str]:
    """The addresses of a route for all combinations of these values of its fields."""
    names = fields_of(route)
    found = product(*(values[name] for name in names))
    return [ROUTES[route].format(**dict(zip(names, one, strict=True))) for one in found]


@dataclass(frozen=True)
class Place:
    """One value for each field: an article that is live, its stream, topic, day, picture and
    attachment; and the number of a photo report.
    """

    lang: str
    number: int
    report: int
    slug: str
    stream: str
    token: str
    kind: str
    subject: str
    year: str = "2019"
    month: str = "06"
    day: str = "05"
    section: str = "lists"
    file: str = "320.webp"
    photo: str = "2"
    document: str = ""
    name: str = "report.pdf"
    path: str = "about/geography"
    emblem: str = settings.IDENTITY.files["emblem"].digest

    def address(self, route: str) -> str:
        return ROUTES[route].format(**vars(self))
