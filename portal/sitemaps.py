"""The site maps: everything that is public now, the pages that always are, and the latest news."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem, sitemap
from django.db import connection
from django.db.models import Window
from django.db.models.functions import RowNumber
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from portal import languages
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.registry import content_types
from portal.xml_text import speakable

ORDER = ("first_published_at", "number", "language")
# What Google's site map for news takes: how long an article is news, and how many it reads.
NEWS_AGE = timedelta(days=2)
NEWS_MOST = 1_000
# The names of languages there, where they are not the first two letters of ours.
NEWS_LANGUAGES = {"zh-hans": "zh-cn"}


class PortalSitemap(Sitemap):
    """A part of the map. `parts` answers with the date of the last change of each of its files,
    None where nobody keeps it: a date that is made up is worse than none.
    """

    protocol = "https" if settings.HTTPS else "http"
    limit = 10_000

    def parts(self) -> list[datetime | None]:
        return [None] * self.paginator.num_pages

    def get_urls(self, page=1, site=None, protocol=None):
        """Each with the same page in the other languages in which it exists."""
        urls = super().get_urls(page, site, protocol)
        base = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        translations = self.translations([url["item"] for url in urls])
        for url in urls:
            others = translations(url["item"])
            url["alternates"] = [
                {"lang_code": languages.html_lang(code), "location": f"{base}{address}"}
                for code, address in others
                if len(others) > 1
            ]
        return urls


class EntrySitemap(PortalSitemap):
    """Everything that is public and has a page. The oldest comes first, so that what is new
    changes the last part and no other.
    """

    def items(self):
        declared = {kind: model.declaration for kind, model in content_types().items()}
        kinds = [kind for kind, own in declared.items() if own.has_page and own.sitemap]
        listed = Entry.objects.live().filter(kind__in=kinds, language__in=languages.CODES)
        # Translations share moment and number; PostgreSQL would order them by chance.
        return listed.order_by(*ORDER)

    def lastmod(self, item):
        return item.live_from

    def parts(self):
        """One query. The ORM groups nothing by a window, so the grouping is written by hand."""
        places = Window(RowNumber(), order_by=ORDER)
        rows = self.items().order_by().annotate(place=places).values("live_from", "place")
        inner, values = rows.query.sql_with_params()
        part = f"(place - 1) / {int(self.limit)}"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT MAX(live_from) FROM ({inner}) AS placed GROUP BY {part} ORDER BY {part}",
                values,
            )
            return [moment(latest) for (latest,) in cursor.fetchall()] or [None]

    def translations(self, items):
        """One query for the whole part."""
        found = defaultdict(dict)
        live = Entry.objects.live().filter(document__in={item.document_id for item in items})
        for entry in live.only("document_id", "language", "path"):
            found[entry.document_id][entry.language] = entry.get_absolute_url()
        return lambda item: in_order(found[item.document_id])


class PlaceSitemap(PortalSitemap):
    """Pages that are no content: pairs of a language and a path after it."""

    def location(self, item):
        return languages.localise(*item)

    def translations(self, items):
        found = defaultdict(dict)
        for code, path in items:
            found[path][code] = languages.localise(code, path)
        return lambda item: in_order(found[item[1]])


class RoomSitemap(PlaceSitemap):
    """The front page of each room in each language, and the site's pages about itself."""

    rooms = ("", "news/", "tourism/", "calendar/", "accessibility/", "site-map/")

    def items(self):
        return [(code, room) for room in self.rooms for code in languages.CODES]


# A room adds its own when it is ready: name of the part → site map.
SITEMAPS: dict[str, type[PortalSitemap]] = {"rooms": RoomSitemap, "content": EntrySitemap}


def in_order(addresses: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, addresses[code]) for code in languages.CODES if code in addresses]


def moment(value) -> datetime:
    """What a cursor answers: SQLite keeps moments as texts, in UTC."""
    return parse_datetime(value).replace(tzinfo=UTC) if isinstance(value, str) else value


@require_safe
def site_map(request):
    """An index of parts. A question would be one for a part, and is none of an index."""
    if request.GET.get("p", "1") != "1":
        raise Http404
    items = [
        SitemapIndexItem(request.build_absolute_uri(address_of_part(section, number)), changed_at)
        for section, part in SITEMAPS.items()
        for number, changed_at in enumerate(part().parts(), start=1)
    ]
    context = {"sitemaps": items}
    return render(request, "sitemap_index.xml", context, content_type="application/xml")


def address_of_part(section: str, number: int) -> str:
    address = reverse("sitemap_part", kwargs={"section": section})
    return address if number == 1 else f"{address}?p={number}"


@require_safe
def site_map_part(request, section):
    return sitemap(request, SITEMAPS, section)


@require_safe
def news_site_map(request):
    """The articles of the last two days, as search engines for news read them."""
    kinds = [kind for kind, model in content_types().items() if model.declaration.news_sitemap]
    recent = Entry.objects.live().published_in((clock.current().at - NEWS_AGE, None))
    # Named, so that the two days are read from the index of each language.
    recent = recent.filter(kind__in=kinds, language__in=languages.CODES)
    entries = recent.newest_first()[:NEWS_MOST]
    names = {code: site_name_in(code) for code in languages.CODES}
    items = [
        {
            "entry": entry,
            "title": speakable(entry.title),
            "site_name": names[entry.language],
            "language": news_language(entry.language),
        }
        for entry in entries
    ]
    context = {"items": items}
    return render(request, "portal/sitemap-news.xml", context, content_type="application/xml")


def site_name_in(code: str) -> str:
    with translation.override(code):
        return str(settings.SITE_NAME)


def news_language(code: str) -> str:
    return NEWS_LANGUAGES.get(code, code[:2])
