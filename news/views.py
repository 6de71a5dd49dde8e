"""News for visitors: visible → narrow → render."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from news.archive import archive_calendar, date_or_404, months_of
from news.labels import FACETS, STREAM
from news.lists import list_context
from news.models import Article
from news.reading import photo_context, reading_context
from news.selection import listed
from portal.listing import BEFORE, page
from portal.page_cache.keeping import kept
from portal.publishing import clock
from portal.publishing.answers import answer
from portal.publishing.views import detour

# What a list reads of the question.
ASKED = (*FACETS, "from", "until", BEFORE)


@require_safe
@kept(*ASKED)
def news(request):
    return render(request, "news/list.html", list_context(request))


@require_safe
@kept(*ASKED)
def stream(request, slug):
    return render(request, "news/list.html", list_context(request, **{STREAM: slug}))


@require_safe
@kept(*ASKED)
def subject(request, kind, slug):
    return render(request, "news/list.html", list_context(request, **{kind: slug}))


@require_safe
@kept()
def article(request, number, slug=""):
    found = answer(Article, number, get_language())
    if elsewhere := detour(request, found, slug):
        return elsewhere
    context = reading_context(found.edition, found.ending)
    return render(request, "news/article.html", context)


@require_safe
@kept()
def photo(request, number, place):
    """One picture of a photo report. Its address needs no words, so nothing leads elsewhere."""
    found = answer(Article, number, get_language())
    if elsewhere := detour(request, found, found.edition.slug):
        return elsewhere
    if found.is_noticed:
        return HttpResponseRedirect(found.edition.get_absolute_url())
    return render(request, "news/photo.html", photo_context(found.edition, place))


@require_safe
@kept()
def year(request, year):
    day = date_or_404(year)
    months = months_of(get_language(), day.year)
    context = {"period": "year", "day": day, "months": months}
    return render(request, "news/archive.html", context)


@require_safe
@kept(BEFORE)
def month(request, year, month):
    day = date_or_404(year, month)
    return render_archive(request, "month", day, clock.month_bounds(day.year, day.month))


@require_safe
@kept(BEFORE)
def day(request, year, month, day):
    found = date_or_404(year, month, day)
    return render_archive(request, "day", found, clock.day_bounds(found))


def render_archive(request, period, day, bounds):
    """What was first published within the bounds; nothing at all is an unknown address."""
    shown = page(request, listed(get_language(), bounds=bounds))
    if not shown.entries:
        raise Http404
    calendar = archive_calendar(get_language(), day, is_day=period == "day")
    context = {"period": period, "day": day, "page": shown, "calendar": calendar}
    return render(request, "news/archive.html", context)
