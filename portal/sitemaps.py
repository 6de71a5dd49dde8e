"""The site map: everything that is public now, and the pages that always are."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from portal import languages
from portal.publishing.models import Entry
from portal.publishing.registry import content_types


class PortalSitemap(Sitemap):
    protocol = "https" if settings.HTTPS else "http"


class EntrySitemap(PortalSitemap):
    limit = 10_000

    def items(self):
        kinds = [kind for kind, model in content_types().items() if model.declaration.sitemap]
        return Entry.objects.live().filter(kind__in=kinds).newest_first()

    def lastmod(self, item):
        return item.live_from


class RoomSitemap(PortalSitemap):
    """The front page of each room in each language."""

    rooms = ("", "news/", "tourism/", "calendar/")

    def items(self):
        return [(code, room) for code in languages.CODES for room in self.rooms]

    def location(self, item):
        return languages.localise(*item)


SITEMAPS = {"rooms": RoomSitemap, "content": EntrySitemap}
