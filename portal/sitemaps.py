"""The site map: everything that is public now, and the pages that always are."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import Max
from django.views.decorators.http import require_safe

from portal import languages
from portal.publishing.models import Entry
from portal.publishing.registry import content_types


class PortalSitemap(Sitemap):
    protocol = "https" if settings.HTTPS else "http"


class EntrySitemap(PortalSitemap):
    limit = 10_000

    def items(self):
        kinds = [kind for kind, model in content_types().items() if model.declaration.sitemap]
        live = Entry.objects.live().filter(kind__in=kinds)
        # Translations share moment and number; PostgreSQL would order them by chance.
        return live.order_by("-first_published_at", "-number", "language")

    def lastmod(self, item):
        return item.live_from

    def get_latest_lastmod(self):
        """Asked of the database; Django would read every entry."""
        return self.items().aggregate(latest=Max("live_from"))["latest"]


class RoomSitemap(PortalSitemap):
    """The front page of each room in each language."""

    rooms = ("", "news/", "tourism/", "calendar/")

    def items(self):
        return [(code, room) for code in languages.CODES for room in self.rooms]

    def location(self, item):
        return languages.localise(*item)


SITEMAPS = {"rooms": RoomSitemap, "content": EntrySitemap}


@require_safe
def site_map(request):
    """One file while everything fits in it, and from then on an index of parts."""
    if EntrySitemap().paginator.num_pages == 1:
        return sitemap(request, SITEMAPS)
    return index(request, SITEMAPS, sitemap_url_name="sitemap_part")


@require_safe
def site_map_part(request, section):
    return sitemap(request, SITEMAPS, section)
