"""What stands at addresses of this site: pages that are live, and the site's own routes."""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation

from portal import languages
from portal.publishing.models import Entry
from portal.redirects.paths import EVERY, OUTSIDE, Old

CHUNK = 1_000
# The tree of pages takes any path; what of it is live, the index knows.
ANY_PATH = "page"


def variants(old: Old) -> list[Old]:
    """The address itself; one for all languages, in each of them."""
    if old.language != EVERY:
        return [old]
    return [Old(code, old.path) for code in languages.CODES]


def live_entries(olds: Iterable[Old]) -> dict[Old, Entry]:
    """Of these addresses, those at which something is live now."""
    wanted = {one for old in olds for one in variants(old) if one.language != OUTSIDE}
    paths, found = sorted({f"{old.path}/" for old in wanted}), {}
    for start in range(0, len(paths), CHUNK):
        rows = Entry.objects.live().with_pages().filter(path__in=paths[start : start + CHUNK])
        for entry in rows.select_related("document"):
            found[Old(entry.language, entry.path.rstrip("/"))] = entry
    return {old: entry for old, entry in found.items() if old in wanted}


def has_route(old: Old) -> bool:
    """Whether the site itself answers there, whatever is live: the front of a room, a list, a
    file. Asked of the view where the route alone does not tell.
    """
    return any(
        answers(path) for one in variants(old) for path in {str(one), f"{str(one).rstrip('/')}/"}
    )


def answers(path: str) -> bool:
    """Of a path without host and question."""
    with translation.override(languages.of_path(path) or settings.LANGUAGE_CODE):
        try:
            found = resolve(path)
        except Resolver404:
            return False
        if found.url_name == ANY_PATH:
            return False
        if not found.kwargs:
            return True
        try:
            answer = found.func(question(path), *found.args, **found.kwargs)
        except Http404:
            return False
    return answer.status_code < 400


def question(path: str) -> HttpRequest:
    """What a view needs to say whether something is there."""
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    request.META = {"SERVER_NAME": settings.ALLOWED_HOSTS[0].lstrip("*."), "SERVER_PORT": "443"}
    request.world = None
    return request
