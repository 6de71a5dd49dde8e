"""Pages for visitors: the answer of an address, and the page."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.page_cache.keeping import kept
from portal.pages.models import Page
from portal.pages.reading import fallbacks_of, reading_context
from portal.publishing.answers import answer_at
from portal.publishing.views import detour


@require_safe
@kept()
def page(request, path):
    language = get_language()
    found = answer_at(Page, language, fallbacks_of(language), place__path=path)
    if elsewhere := detour(request, found, found.edition.slug):
        return elsewhere
    return render(request, "pages/page.html", reading_context(found))
