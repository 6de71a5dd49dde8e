from django.shortcuts import render

from portal import languages
from portal.page_cache.keeping import kept


@kept()
def overview(request):
    context = {"alternates": languages.everywhere("calendar/")}
    return render(request, "calendar_app/overview.html", context)
