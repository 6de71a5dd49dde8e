"""What the addresses of all contents have in common."""

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from portal.publishing.answers import Found


def detour(request, found: Found, slug: str) -> HttpResponse | None:
    """The answer where the content's own page is none: it took another address, another took its
    place, or it is gone.
    """
    if found.target:
        return HttpResponsePermanentRedirect(found.target.get_absolute_url())
    if not found.is_live and not found.is_noticed:
        return render(request, "410.html", status=410)
    if slug != found.edition.slug:
        return HttpResponsePermanentRedirect(found.edition.get_absolute_url())
    return None
