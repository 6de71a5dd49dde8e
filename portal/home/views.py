from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal import languages
from portal.home.composing import composed


@require_safe
def home(request):
    context = {"front": composed(get_language()), "alternates": languages.everywhere("")}
    return render(request, "portal/home.html", context)
