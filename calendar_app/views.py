from django.shortcuts import render

from portal import languages


def overview(request):
    context = {"alternates": languages.everywhere("calendar/")}
    return render(request, "calendar_app/overview.html", context)
