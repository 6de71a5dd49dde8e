"""The site maps: everything that is public now, the pages that always are, and the latest news."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import Max
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from portal import languages
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.registry import content_types
from portal.xml_text import speakable

# What Google's site map for news takes: how long an article is news, and how many it reads.
NEWS_AGE = timedelta(days=2)
NEWS_MOST = 1_000
# The names of languages there, where they are not the first two letters of ours.
NEWS_LANGUAGES = {"zh-hans": "zh-cn"}


class PortalSitemap(Sitemap):
    protocol = "https" if settings.HTTPS else "http"


class EntrySitemap(PortalSitemap):
    limit = 10_000

    def items(self):
        declared = {kind: model.declaration for kind, model in content_types().items()}
        kinds = [kind for kind, own in declared.items() if own.has_page and own.sitemap]
        live = Entry.objects.live().filter(kind__in=kinds)
        # Translations share moment and number; PostgreSQL would order them by chance.
        return live.order_by("-first_published_at", "-number", "language")

    def lastmod(self, item):
        return item.live_from

    def get_latest_lastmod(self):
        """Asked of the database; Django would read every entry."""
        return self.items().aggregate(latest=Max("live_from"))["latest"]


class PlaceSitemap(PortalSitemap):
    """Pages that are no content: pairs of a language and a path after it."""

    def location(self, item):
        return languages.localise(*item)


class RoomSitemap(PlaceSitemap):
    """The front page of each room in each language."""

    rooms = ("", "news/", "tourism/", "calendar/")

    def items(self):
        return [(code, room) for code in languages.CODES for room in self.rooms]


# A room adds its own when it is ready: name of the part → site map.
SITEMAPS: dict[str, type[Sitemap]] = {"rooms": RoomSitemap, "content": EntrySitemap}


@require_safe
def site_map(request):
    """One file while everything fits in it, and from then on an index of parts."""
    if EntrySitemap().paginator.num_pages == 1:
        return sitemap(request, SITEMAPS)
    return index(request, SITEMAPS, sitemap_url_name="sitemap_part")


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
