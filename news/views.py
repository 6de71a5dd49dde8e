"""News for visitors: visible → narrow → render."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from news.archive import archive_calendar, date_or_404, months_of
from news.models import Article, Stream
from news.reading import photo_context, reading_context
from portal import languages
from portal.listing import page
from portal.publishing import clock
from portal.publishing.answers import answer
from portal.publishing.models import Entry


def articles():
    """All articles that are public at this moment, in the language of the page."""
    return Entry.objects.live().for_language(get_language()).for_kind("news.article")


@require_safe
def news(request):
    context = {"feed_url": reverse("news:feed"), "alternates": languages.everywhere("news/")}
    return render_list(request, articles(), context)


@require_safe
def stream(request, slug):
    found = get_object_or_404(Stream, slug=slug)
    context = {
        "stream": found,
        "feed_url": reverse("news:stream_feed", args=[slug]),
        "alternates": languages.everywhere(f"news/{slug}/"),
    }
    return render_list(request, articles().in_section(found.section), context)


def render_list(request, entries, context):
    """A list with the archive calendar at the month of its first entry."""
    shown = page(request, entries)
    newest = shown.entries[0].first_published_at if shown.entries else clock.current().at
    calendar = archive_calendar(articles(), clock.local_date(newest))
    context |= {"page": shown, "streams": Stream.objects.all(), "calendar": calendar}
    return render(request, "news/list.html", context)


@require_safe
def article(request, number, slug=""):
    found = answer(Article, number, get_language())
    if found.gone:
        return render(request, "410.html", status=410)
    if slug != found.edition.slug:
        return HttpResponsePermanentRedirect(found.edition.get_absolute_url())
    return render(request, "news/article.html", reading_context(found.edition, articles()))


@require_safe
def photo(request, number, place):
    """One picture of a photo report. Its address needs no words, so nothing leads elsewhere."""
    found = answer(Article, number, get_language())
    if found.gone:
        return render(request, "410.html", status=410)
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
