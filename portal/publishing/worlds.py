"""Other ways of seeing the site, each under a prefix that is peeled off the address."""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import get_script_prefix, set_script_prefix

from portal.publishing import clock
from portal.publishing.models import Preview

# The editors' desk is in no world: there, one is who one is.
PREVIEW = re.compile(
    r"/preview/(?P<token>[A-Za-z0-9_-]{10,100})(?P<path>/(?!admin(/|$)).*)", re.DOTALL
)


@dataclass(frozen=True)
class World:
    """Where a request looks from. None on `request.world` is the public site."""

    name: str


class Worlds:
    """Sets one Moment for the request, and the world, if its address names one.

    The prefix becomes part of the script name, so that every `{% url %}` stays inside. This
    stands in a middleware and not around the WSGI application, so that the test client, the
    live server, runserver and gunicorn all go the same way.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        request.world = None
        moment = clock.Moment(clock.now())
        prefix = get_script_prefix()
        if found := PREVIEW.fullmatch(request.path_info):
            moment = self.enter_preview(request, found) or moment
        try:
            with clock.moment(moment.at, moment.including):
                response = self.get_response(request)
        finally:
            set_script_prefix(prefix)
        if request.world:
            response.headers["Cache-Control"] = "no-store"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def enter_preview(self, request: HttpRequest, found: re.Match) -> clock.Moment | None:
        """The preview's moment; None leaves the address as it is, and it is unknown."""
        preview = Preview.find(found["token"])
        if preview is None:
            return None
        peel(request, found["path"])
        request.world = World("preview")
        edition = (preview.timeline_id, preview.edition_number)
        return clock.Moment(preview.at or clock.now(), frozenset([edition]))


def peel(request: HttpRequest, path: str) -> None:
    """Move what stands before `path` from the address into the script name."""
    world = request.path_info.removesuffix(path)
    script_name = get_script_prefix().rstrip("/") + world
    request.path_info = request.META["PATH_INFO"] = path
    request.META["SCRIPT_NAME"] = script_name
    set_script_prefix(script_name + "/")
