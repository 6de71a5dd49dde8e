"""News for visitors: visible → narrow → render."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from news.archive import archive_calendar, date_or_404, months_of
from news.labels import KIND, STREAM
from news.lists import list_context
from news.models import Article
from news.reading import photo_context, reading_context
from portal.listing import page
from portal.publishing import clock
from portal.publishing.answers import answer
from portal.publishing.models import Entry
from portal.publishing.views import detour


def articles():
    """All articles that are public at this moment, in the language of the page."""
    return Entry.objects.live().for_language(get_language()).for_kind(KIND)


@require_safe
def news(request):
    return render(request, "news/list.html", list_context(request))


@require_safe
def stream(request, slug):
    return render(request, "news/list.html", list_context(request, **{STREAM: slug}))


@require_safe
def subject(request, kind, slug):
    return render(request, "news/list.html", list_context(request, **{kind: slug}))


@require_safe
def article(request, number, slug=""):
    found = answer(Article, number, get_language())
    if elsewhere := detour(request, found, slug):
        return elsewhere
    context = reading_context(found.edition, articles(), found.ending)
    return render(request, "news/article.html", context)


@require_safe
def photo(request, number, place):
    """One picture of a photo report. Its address needs no words, so nothing leads elsewhere."""
    found = answer(Article, number, get_language())
    if elsewhere := detour(request, found, found.edition.slug):
        return elsewhere
    if found.is_noticed:
        return HttpResponseRedirect(found.edition.get_absolute_url())
    return render(request, "news/photo.html", photo_context(found.edition, place))


@require_safe
def year(request, year):
    day = date_or_404(year)
    context = {"period": "year", "day": day, "months": months_of(articles(), day.year)}
    return render(request, "news/archive.html", context)


@require_safe
def month(request, year, month):
    day = date_or_404(year, month)
    return render_archive(request, "month", day, clock.month_bounds(day.year, day.month))


@require_safe
def day(request, year, month, day):
    found = date_or_404(year, month, day)
    return render_archive(request, "day", found, clock.day_bounds(found))


def render_archive(request, period, day, bounds):
    """What was first published within the bounds; nothing at all is an unknown address."""
    shown = page(request, articles().published_in(bounds))
    if not shown.entries:
        raise Http404
    calendar = archive_calendar(articles(), day, is_day=period == "day")
    context = {"period": period, "day": day, "page": shown, "calendar": calendar}
    return render(request, "news/archive.html", context)
