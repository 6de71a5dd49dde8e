from django.shortcuts import render

from portal import languages


def overview(request):
    context = {"alternates": languages.everywhere("tourism/")}
    return render(request, "tourism/overview.html", context)
