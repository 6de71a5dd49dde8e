"""Other ways of seeing the site, each under a prefix that is peeled off the address."""

import re
from dataclasses import dataclass

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpRequest
from django.urls import get_script_prefix, set_script_prefix
from django.views.decorators.clickjacking import xframe_options_sameorigin

from portal.publishing import clock, frames
from portal.publishing.models import Preview

PREVIEW_WORLD = "preview"
# The editors' desk is in no world: there, one is who one is.
PREVIEW = re.compile(
    r"/preview/(?P<token>[A-Za-z0-9_.-]{10,200})(?P<path>/(?!admin(/|$)).*)", re.DOTALL
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
        token = found["token"]
        preview = frames.find(token) if frames.MARK in token else Preview.find(token)
        if preview is None:
            return None
        peel(request, found["path"])
        request.world = World(PREVIEW_WORLD)
        edition = (preview.timeline_id, preview.edition_number)
        return clock.Moment(preview.at or clock.now(), frozenset([edition]))


class Frames:
    """Lets a page of this site, the desk's, frame a preview. Anything else nobody may frame.

    Stands inside the middlewares that write the two headers.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        by_this_site = csp_replace({"frame-ancestors": [SELF]})
        self.framed = xframe_options_sameorigin(by_this_site(get_response))

    def __call__(self, request: HttpRequest):
        is_preview = request.world is not None and request.world.name == PREVIEW_WORLD
        return self.framed(request) if is_preview else self.get_response(request)


def peel(request: HttpRequest, path: str) -> None:
    """Move what stands before `path` from the address into the script name."""
    world = request.path_info.removesuffix(path)
    script_name = get_script_prefix().rstrip("/") + world
    request.path_info = request.META["PATH_INFO"] = path
    request.META["SCRIPT_NAME"] = script_name
    set_script_prefix(script_name + "/")
