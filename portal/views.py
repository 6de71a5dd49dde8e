"""The addresses beside the content, and the error pages."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from portal import languages
from portal.accessibility import last_run
from portal.page_cache.keeping import kept
from portal.pages.whole_tree import whole_tree
from portal.schedule.models import overdue


def root(request):
    """Leads to the best language; the Language middleware has read Accept-Language."""
    return HttpResponseRedirect(languages.localise(get_language(), ""))


@kept()
def accessibility(request):
    context = {"run": last_run(), "alternates": languages.everywhere("accessibility/")}
    return render(request, "portal/accessibility.html", context)


@kept()
def map_for_people(request):
    """The tree of pages, the rooms and what they offer to begin with."""
    context = {"tree": whole_tree(get_language()), "alternates": languages.everywhere("site-map/")}
    return render(request, "portal/site_map.html", context)


def health(request):
    """For a load balancer: 200 while the database answers, 503 with a sentence when not.

    A late schedule is told to who watches, and is no reason to send readers elsewhere.
    """
    headers = {"Cache-Control": "no-store"}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        problem = "The database does not answer; start it or check DATABASE_URL."
        return JsonResponse({"status": "down", "problem": problem}, status=503, headers=headers)
    return JsonResponse({"status": "ok", "schedule": punctuality()}, headers=headers)


def punctuality():
    try:
        return "late" if overdue() else "on time"
    except DatabaseError:  # an update is under way and its tables are not there yet
        return "unknown"


@kept()
def robots(request):
    return render(request, "portal/robots.txt", content_type="text/plain; charset=utf-8")


def favicon(request):
    """For who asks without having read a page; pages name the picture themselves."""
    if file := settings.IDENTITY.files.get("favicon"):
        return HttpResponseRedirect(file.url)
    raise Http404


def identity_file(request, digest, name):
    """The emblem, the colours and the like; their address changes with their bytes."""
    for file in settings.IDENTITY.files.values():
        if (file.digest, file.name) == (digest, name):
            headers = {"Cache-Control": "public, max-age=31536000, immutable"}
            return HttpResponse(file.content, content_type=file.kind, headers=headers)
    raise Http404


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    return render(request, "403.html", status=403)


def page_not_found(request, exception):
    """Says nothing of the address asked for: "not yet" is byte for byte "never was"."""
    return render(request, "404.html", status=404)


def server_error(request):
    return render(request, "500.html", status=500)
