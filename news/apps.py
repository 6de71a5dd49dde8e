from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self):
        # Models cannot be imported before this point.
        from news.campaigns import shown_by_banners
        from news.rooms import ROUTE, find_streams
        from news.sitemaps import ListSitemap
        from portal.home.composing import SHOWN_BY_ROOMS
        from portal.navigation.rooms import register_rooms
        from portal.sitemaps import SITEMAPS

        SITEMAPS["lists"] = ListSitemap
        register_rooms(ROUTE, find_streams)
        SHOWN_BY_ROOMS.append(shown_by_banners)
