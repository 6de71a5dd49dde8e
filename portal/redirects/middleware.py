"""The last word on addresses that are unknown: a redirect, or one more lost page."""

from django.db import DatabaseError
from django.http import HttpResponsePermanentRedirect

from portal.redirects.answering import destination

# Nothing moves there, and whoever guesses there is no lost reader.
LEFT_ALONE = ("/admin/", "/media/", "/static/", "/health/")


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
        if found is None:
            return response
        _redirect, address = found
        return HttpResponsePermanentRedirect(address)
