"""Small files at fixed addresses that machines look for."""

import calendar
from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.http import require_safe

from portal import languages
from portal.identity import Site
from portal.page_cache.keeping import kept
from portal.publishing import clock, scopes

PAPER = "#fffdf9"  # --paper of tokens.css, in the light scheme
MONTHS_AHEAD = 11


@require_safe
@kept()
def security(request):
    """Whom to tell of a hole in the site (RFC 9116); without a contact there is no such file."""
    contact = contact_for_security(settings.IDENTITY.in_language(None))
    if not contact:
        raise Http404
    if contact.startswith("/"):
        contact = request.build_absolute_uri(contact)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expiry(clock.current().at):%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(map(languages.html_lang, languages.CODES))}",
        f"Canonical: {request.build_absolute_uri(reverse('security'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def contact_for_security(site: Site) -> str:
    if site.security_contact:
        return site.security_contact
    return f"mailto:{site.contact.email}" if site.contact.email else site.contact.url


def expiry(at: datetime) -> datetime:
    """The end of a month, nearly a year ahead: the file's bytes stay the same for a month."""
    at = at.astimezone(UTC)
    scopes.expires_with(datetime(at.year + at.month // 12, at.month % 12 + 1, 1, tzinfo=UTC))
    years, month = divmod(at.month - 1 + MONTHS_AHEAD, 12)
    year, month = at.year + years, month + 1
    last = calendar.monthrange(year, month)[1]
    return datetime(year, month, last, tzinfo=UTC)


@require_safe
@kept()
def manifest(request):
    """What a phone shows when somebody keeps the site on its first screen."""
    site = settings.IDENTITY.in_language(get_language())
    home = languages.localise(get_language(), "")
    icons = dict.fromkeys(filter(None, (site.favicon_url, site.emblem_url)))
    answer = {
        "name": site.name,
        "short_name": site.short_name,
        "lang": languages.html_lang(get_language()),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "id": home,
        "start_url": home,
        "scope": home,
        "display": "browser",
        "background_color": PAPER,
        "theme_color": settings.IDENTITY.theme_colour or PAPER,
        "icons": [{"src": url, "sizes": "any", "type": "image/svg+xml"} for url in icons],
    }
    params = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(answer, content_type="application/manifest+json", json_dumps_params=params)
