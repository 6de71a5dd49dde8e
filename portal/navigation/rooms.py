"""Pages that are no content: rooms, lists. Whether there is one at a path, and since when."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from django.urls import Resolver404, ResolverMatch, URLResolver, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation
from django.utils.translation import gettext as _

from portal import languages
from portal.pages.models import Place

HOME = "home"

# Path → when it opens (None: it always is there). What is not there is left out.
Openings = dict[str, datetime | None]
# What a room says of a page whose address names a label: by the name of its route.
_FINDERS: dict[str, Callable[[dict[str, dict]], Openings]] = {}


def register_rooms(route: str, find: Callable[[dict[str, dict]], Openings]) -> None:
    """`find` takes {path: what the route read from it}, and makes one query whatever the number."""
    _FINDERS[route] = find


def openings(paths: Iterable[str]) -> Openings:
    """Of these paths after the language ("news/", "news/opinions/"), those that lead to a page
    which is no content. No query for a path that names no label.
    """
    found, named = {}, defaultdict(dict)
    for path in paths:
        match = match_of(path)
        if match and not match.kwargs:
            found[path] = None
        elif match and match.view_name in _FINDERS:
            named[match.view_name][path] = match.kwargs
    for route, those in named.items():
        found |= _FINDERS[route](those)
    return found


def match_of(path: str) -> ResolverMatch | None:
    code = languages.CODES[0]
    with translation.override(code):
        try:
            return resolve(f"/{languages.prefix(code)}/{path}")
        except Resolver404:
            return None


def roots() -> dict[str, str]:
    """The first words of addresses after the language, as they are chosen from: word → name."""
    rooms = [
        str(each.pattern).partition("/")[0]
        for prefix in get_resolver().url_patterns
        if isinstance(prefix.pattern, LocalePrefixPattern)
        for each in prefix.url_patterns
        if isinstance(each, URLResolver)
    ]
    plain = [word for word in rooms if word and not re.search(r"[<(^]", word)]
    pages = Place.objects.filter(parent=None).values_list("word", flat=True)
    return {HOME: _("home page")} | {word: word for word in [*plain, *pages]}
