"""What a list of news shows: its page, its filters, the archive calendar, campaigns, feeds."""

from django.urls import reverse
from django.utils.translation import get_language

from news.archive import archive_calendar
from news.campaigns import banners, in_navigation, landings, past
from news.filters import DaysForm, FormOfDays, Panel
from news.labels import KIND, STREAM, Labels, Named, facet_of, label_url
from news.offers import offers_of
from news.selection import Selection, select
from portal import languages
from portal.listing import page
from portal.publishing import clock, scopes
from portal.subjects.facets import Counts
from portal.subjects.models import SubjectKind


def list_context(request, **given: str) -> dict:
    """The context of a list. `given` is what its path names: a facet and the word of a label."""
    known, form = Labels(get_language()), DaysForm(request.GET)
    scopes.reads(scopes.listing(KIND, known.language))
    selection = select(known, given, request.GET, form.days)
    shown = page(request, selection.listed, selection.query)
    offers = offers_of(selection)
    label = selection.page
    context = {
        "label": label,
        "facet": facet_of(label) if label else "",
        "page": shown,
        "counts": offers.counts,
        "panel": Panel(selection, offers, form),
        "form": FormOfDays.of(form, selection, request.path),
        "calendar": calendar_beside(shown, known.language),
        "streams": tuple(map(Named.of, in_navigation(known.streams))),
        "feeds": feeds_of(label),
        "alternates": alternates(selection, offers.counts),
    }
    is_first = not (selection.is_narrowed or shown.first_url)
    return context | extras(label, known, is_first)


def extras(label, known: Labels, is_first: bool) -> dict:
    """What one kind of list has besides; banners and the like stand on the first page only."""
    if label is None:
        found = banners(known.streams, known.language) if is_first else []
        return {"banners": found, "past_campaigns": past(known.streams)}
    if facet_of(label) == STREAM:
        found = landings([label], known.language) if is_first and label.is_campaign else {}
        return {
            "stream": label,
            "landing": found.get(label.landing_id),
            "is_over": label.is_over(clock.current().at),
        }
    if label.kind == SubjectKind.PERSON:
        return {"offices": list(label.offices.all())}
    return {}


def calendar_beside(shown, language: str):
    """The archive calendar at the month of the first entry, else at the present one."""
    if shown.entries:
        return archive_calendar(language, clock.local_date(shown.entries[0].first_published_at))
    today = clock.today()
    scopes.expires_with(clock.month_bounds(today.year, today.month)[1])
    return archive_calendar(language, today)


def feeds_of(label) -> dict[str, str]:
    if label is None:
        return {"rss": reverse("news:feed"), "atom": reverse("news:feed_atom")}
    return {"rss": label_url(label, "feed"), "atom": label_url(label, "feed_atom")}


def alternates(selection: Selection, counts: Counts) -> list[tuple[str, str]]:
    """The page of all news and of a stream is there in every language; that of a subject where
    something public is about it. A narrowed list is offered in none, for it may be empty there.
    """
    label = selection.page
    if selection.is_narrowed:
        return []
    if label is None:
        return languages.everywhere("news/")
    if facet_of(label) == STREAM:
        return languages.everywhere(f"news/{label.slug}/")
    scopes.reads(scopes.subject(label.pk))
    everywhere = languages.everywhere(f"news/{label.kind}/{label.slug}/")
    return [(code, url) for code, url in everywhere if code in counts.languages]
