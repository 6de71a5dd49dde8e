from django.shortcuts import render

from portal import languages
from portal.page_cache.keeping import kept


@kept()
def overview(request):
    context = {"alternates": languages.everywhere("tourism/")}
    return render(request, "tourism/overview.html", context)
