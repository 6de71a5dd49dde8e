"""How public addresses answer: one language, one constant cache header, no cookie ever read."""

import hashlib
import logging

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers

from portal import languages
from portal.page_cache.keeping import CACHE_CONTROL

logger = logging.getLogger(__name__)
RETRY_AFTER = "5"  # seconds
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
PRIVATE_PREFIXES = ("/admin/", "/static/", "/preview/", "/at/")
# Equal bytes of unknown numbers have equal tags; a redirect or an error has nothing to tag.
TAGGED_STATUSES = (200, 404, 410)


def is_public(request):
    """Whether visitors, and so shared caches, see this address (the low-vision version is,
    previews are not).
    """
    world = getattr(request, "world", None)
    if world is not None and not world.is_public:
        return False
    return not request.path_info.startswith(PRIVATE_PREFIXES)


class PublicAnswers:
    """Gives every public answer the same cache header and a tag of its own bytes.

    A view that must not be kept (the health address) says so itself and is left alone.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not is_public(request):
            return response
        if response.status_code >= 500:
            response.headers.setdefault("Cache-Control", "no-store")
            return response
        response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        if response.streaming or response.status_code not in TAGGED_STATUSES:
            return response
        if request.method not in ("GET", "HEAD"):
            return response
        response.headers.setdefault("ETag", tag(response.content))
        # Answers 304 to a 200 only: RFC 9110, 13.2.1, leaves conditions on a 404 unread.
        return get_conditional_response(request, etag=response["ETag"], response=response)

    def process_exception(self, request, exception):
        """Without a database: say so, and when to come back. Whoever watches sees it in the log."""
        if not isinstance(exception, (OperationalError, InterfaceError)):
            return None
        logger.error("The database does not answer: %s", exception)
        response = render(request, "503.html", status=503)
        response.headers["Retry-After"] = RETRY_AFTER
        return response


class ContentPolicy(CSPMiddleware):
    """Makes the policy of all ordinary pages once, and for a page that asks for another its own."""

    def __init__(self, get_response):
        super().__init__(get_response)
        self.ordinary = build_policy()

    def process_response(self, request, response):
        if any(name.startswith("_csp") for name in (*vars(request), *vars(response))):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.ordinary)
        return response


def tag(content):
    return f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'


class Language:
    """The language of the address, and nothing else, decides the language of the answer.

    Where the address names none, "/" and the admin listen to Accept-Language; every other
    address (a feed reader's, a crawler's) gets the site's default.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = request.path_info
        listens = path == "/" or path.startswith("/admin/")
        accepted = languages.accepted(request.headers.get("Accept-Language", ""))
        default = accepted if listens else settings.LANGUAGE_CODE
        language = languages.of_path(path) or default
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        if listens:
            patch_vary_headers(response, ["Accept-Language"])
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", languages.html_lang(language))
        return response
