"""Other ways of seeing the site, each under a prefix that is peeled off the address."""

import re
from urllib.parse import urlencode

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from portal.publishing import clock, frames
from portal.publishing.models import Preview
from portal.publishing.past import past_of
from portal.publishing.plain import PATTERN, Plain
from portal.publishing.rights import works_on_contents
from portal.publishing.world import World, entered

PREVIEW_WORLD = "preview"
PLAIN_WORLD = "plain"
PAST_WORLD = "past"
# No world inside a world, and the editors' desk is in none: there, one is who one is.
INSIDE = r"(?P<path>/(?!(?:admin|static|preview|at)(?:/|\Z)|plain-).*)"
PREVIEW = re.compile(rf"/preview/(?P<token>[A-Za-z0-9_.-]{{10,200}}){INSIDE}", re.DOTALL)
PLAIN = re.compile(rf"/{PATTERN}{INSIDE}", re.DOTALL)
PAST = re.compile(rf"/at/(?P<moment>[^/]*){INSIDE}", re.DOTALL)
READS = ("GET", "HEAD")


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
        prefix = get_script_prefix()
        moment = self.enter(request) or clock.Moment(clock.now())
        try:
            with clock.moment(moment.at, moment.including), entered(request.world):
                response = self.get_response(request)
        finally:
            set_script_prefix(prefix)
        if request.world:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            if not request.world.is_public:
                response.headers["Cache-Control"] = "no-store"
                response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def enter(self, request: HttpRequest) -> clock.Moment | None:
        """The world's moment, if it has one of its own."""
        if found := PREVIEW.fullmatch(request.path_info):
            return self.enter_preview(request, found)
        if found := PLAIN.fullmatch(request.path_info):
            request.world = peeled(request, found["path"], PLAIN_WORLD, plain=Plain.of(found))
        elif found := PAST.fullmatch(request.path_info):
            past = past_of(found["moment"])
            request.world = peeled(request, found["path"], PAST_WORLD, past=past)
            return past.at and clock.Moment(past.at)
        return None

    def enter_preview(self, request: HttpRequest, found: re.Match) -> clock.Moment | None:
        """The preview's moment; None leaves the address as it is, and it is unknown."""
        token = found["token"]
        preview = frames.find(token) if frames.MARK in token else Preview.find(token)
        if preview is None:
            return None
        request.world = peeled(request, found["path"], PREVIEW_WORLD)
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


class StaffOnly:
    """Lets those who work on contents into the time machine. Everybody else is asked to log in,
    whatever the address names; nobody changes the past.

    Stands where the person is known, and before any view.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        world = request.world
        if world is None or world.past is None:
            return self.get_response(request)
        with world.left():
            if not works_on_contents(request.user):
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            if request.method not in READS:
                return HttpResponseNotAllowed(READS, _("The past is only read."))
            if world.past.at is None:
                page = request.get_full_path_info()
                asked = urlencode({"moment": world.past.text, "page": page})
                return HttpResponseRedirect(f"{reverse('admin:at')}?{asked}")
        return self.get_response(request)


def peeled(request: HttpRequest, path: str, name: str, **values) -> World:
    """The world of this name, after what stands before `path` has moved from the address into the
    script name.
    """
    root = get_script_prefix()
    script_name = root.rstrip("/") + request.path_info.removesuffix(path)
    request.path_info = request.META["PATH_INFO"] = path
    request.META["SCRIPT_NAME"] = script_name
    set_script_prefix(script_name + "/")
    return World(name, root, script_name + "/", **values)
