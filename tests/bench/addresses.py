"""Addresses of an archive: of every public page kind, and of every list of the desk."""

from datetime import timedelta

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.test import RequestFactory
from django.urls import reverse

from portal import languages
from portal.listing import cursor_after
from portal.media.models import File, Picture
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.subjects.models import Subject
from tests.house.routes import Place, public_routes

KIND = "news.article"
WORDS = {"en": "library bus", "ru": "библиотека автобусов", "be": "бібліятэка", "zh-hans": "图书馆"}
MOST_CHOICES = 7


def live(language: str):
    return Entry.objects.live().for_language(language).for_kind(KIND)


def place_in(language: str) -> Place:
    """An article of a year ago with a cover, revised if there is one, and all that hangs on it."""
    past = live(language).filter(first_published_at__lt=clock.now() - timedelta(days=400))
    whole = past.filter(uses__position=0, subjects__isnull=False).newest_first()
    entry = whole.filter(edition_number__gt=1).first() or whole.first()
    report = past.in_section("news/photo").newest_first().first()
    day = clock.local_date(entry.first_published_at)
    subject = Subject.objects.get(pk=entry.subjects.first().subject_id)
    return Place(
        lang=languages.prefix(language),
        number=entry.number,
        report=report.number,
        slug=entry.path.split("/")[2],
        stream=entry.section.partition("/")[2],
        token=Picture.objects.first().token,
        kind=subject.kind,
        subject=subject.slug,
        year=f"{day:%Y}",
        month=f"{day:%m}",
        day=f"{day:%d}",
        document=File.objects.first().token,
        path="about/part-1",
    )


def public(language: str) -> list[str]:
    """One address of each public route, and the lists in all their ways."""
    place = place_in(language)
    routes = [route for route in public_routes() if "{slug}" not in route or place.slug]
    found = [place.address(route) for route in routes]
    news, topic = f"/{place.lang}/news/", common(language, "topic")
    region = common(language, "region")
    return [
        *(address for address in found if "//" not in address),
        f"{news}?before={deep(language, 0.5)}",
        f"{news}?before={deep(language, 0.99)}",
        f"{news}{place.stream}/?before={deep(language, 0.5)}",
        f"{news}topic/{topic}/",
        f"{news}topic/{topic}/?before={deep(language, 0.5)}",
        f"{news}topic/{topic}/feed/rss/",
        f"{news}?topic={topic}&region={region}",
        f"{news}{place.stream}/?topic={topic}",
        f"{news}?from={place.year}-01-01&until={place.year}-12-31",
        f"{news}999999/",
        f"/{place.lang}/nothing/",
    ]


def common(language: str, kind: str) -> str:
    """The subject that the most recent articles are about most often."""
    newest = live(language).newest_first().values("pk")[:500]
    rows = Subject.objects.filter(kind=kind, entries__entry__in=newest)
    found = list(rows.values_list("slug", flat=True))
    return max(set(found), key=found.count)


def deep(language: str, share: float) -> str:
    """A cursor into the list of the newest, at this share of its length of time."""
    oldest = live(language).oldest_first().first().first_published_at
    at = clock.now() - (clock.now() - oldest) * share
    entry = live(language).filter(first_published_at__lte=at).newest_first().first()
    return cursor_after(entry or live(language).oldest_first().first())


# --- The desk -------------------------------------------------------------------------------------


def desk(people: dict) -> list[tuple]:
    """(person, addresses): each list with the choices of its filters, its second page, its order
    turned round, a search; for the least privileged person who may see it.
    """
    found = []
    for model, options in admin.site._registry.items():
        path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        person = next((p for p in people.values() if may_see(options, p)), None)
        if person is not None:
            queries = [*filters(options, person), f"{PAGE_VAR}=2", f"{ORDER_VAR}=1"]
            if options.search_fields:
                queries += [f"{SEARCH_VAR}={word}" for word in (WORDS["ru"], "108863")]
            found.append((person, [path, *(f"{path}?{query}" for query in queries)]))
    return found


def may_see(options, person) -> bool:
    return options.has_view_permission(request_of(person))


def request_of(person):
    request = RequestFactory().get("/")
    request.user = person
    return request


def filters(options, person) -> list[str]:
    request, found = request_of(person), []
    for each in options.get_list_filter(request):
        if isinstance(each, type) and issubclass(each, admin.SimpleListFilter):
            choices = each(request, {}, options.model, options).lookup_choices
            # Streams, topics: each asks the same.
            chosen = choices if len(choices) <= MOST_CHOICES else choices[:1]
            found += [f"{each.parameter_name}={value}" for value, _label in chosen]
    return found
