"""The last word on addresses that are unknown: a redirect, or one more lost page."""

from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect
from django.urls import is_valid_path

from portal.redirects import spool
from portal.redirects.answering import destination
from portal.redirects.paths import LEFT_ALONE, is_junk, split


class Redirects:
    """Asks only after the site itself has answered 404, so pages that exist pay nothing.

    Stands inside of CommonMiddleware, which would add a slash first and so redirect twice. Without
    a database the answer stays the page that says that there is nothing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        if request.path_info.startswith(LEFT_ALONE):
            return response
        try:
            found = destination(request.path_info, request.META.get("QUERY_STRING", ""))
        except DatabaseError:
            return response
        is_visitors = request.world is None or request.world.is_public
        is_counted = request.method == "GET" and is_visitors
        if found is None:
            if is_counted and is_loss(request.path_info):
                note_loss(request)
            return response
        redirect, address = found
        if is_counted:
            spool.note_hit(redirect.pk)
        return HttpResponsePermanentRedirect(address)


def is_loss(path: str) -> bool:
    """Neither a robot's guess nor an address that will be asked for again with its slash."""
    return not is_junk(path) and (path.endswith("/") or not is_valid_path(f"{path}/"))


def note_loss(request) -> None:
    from_site = f"{request.scheme}://{request.get_host()}/"
    is_ours = request.headers.get("Referer", "").startswith(from_site)
    spool.note_loss(str(split(request.path_info)), is_ours=is_ours)
