from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal import languages
from portal.home.composing import composed
from portal.page_cache.keeping import kept
from portal.publishing import scopes


@require_safe
@kept()
def home(request):
    scopes.reads(scopes.listing(scopes.INDEX, get_language()))
    context = {"front": composed(get_language()), "alternates": languages.everywhere("")}
    return render(request, "portal/home.html", context)
