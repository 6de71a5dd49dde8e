"""Which pages may be kept: those whose view says so, and what it reads of the question."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.http import QueryDict

# What every page says, and nothing that is somebody's own. A max-age that shrinks towards noon
# would tell that something is embargoed until noon; the browser asks each time instead, and an ETag
# makes the answer short.
CACHE_CONTROL = "public, no-cache"
# Where the door waits for what the view says.
ASKED = "portal.page_cache"


@dataclass
class Keeping:
    """What a view said of its page; `parameters` is None while none has."""

    parameters: tuple[str, ...] | None = None


def kept(*parameters: str) -> Callable:
    """The page of this view may be kept. It is made of its address, of these parameters, of what
    it reads (see `portal.publishing.scopes`) and of nothing else: neither cookies nor headers,
    and the view does not even see any other parameter.
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def narrowed(request, *args, **kwargs):
            asked = request.META.get("QUERY_STRING", "")
            question = canonical(request.GET, parameters)
            request.GET = QueryDict(question)
            request.META["QUERY_STRING"] = question
            try:
                response = view(request, *args, **kwargs)
            finally:
                request.META["QUERY_STRING"] = asked  # an old address leads on with all of it
            if is_for_everybody(request) and (keeping := request.META.get(ASKED)):
                keeping.parameters = parameters
            return response

        return narrowed

    return decorate


def is_for_everybody(request) -> bool:
    world = getattr(request, "world", None)
    return world is None or world.is_public


def canonical(question: QueryDict, parameters: tuple[str, ...]) -> str:
    """The question with these parameters alone, each once and in their order."""
    return urlencode([(name, question[name]) for name in parameters if question.get(name)])
