"""The page cache as the settings want it, put around the application."""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import import_string

from portal.page_cache.board import board
from portal.page_cache.door import PageCache
from portal.page_cache.flights import Flights
from portal.page_cache.listening import Listener
from portal.page_cache.stores import DiskStore
from portal.page_cache.version import version


def with_page_cache(application: Callable) -> Callable:
    """The application itself where no page is kept: while its code is being changed, above all."""
    if settings.DEBUG or settings.PAGE_CACHE == "off":
        return application
    folder = settings.VAR_DIR / "page_cache"
    if settings.PAGE_CACHE:
        shared = import_string("portal.page_cache.in_redis.RedisStore")()
    else:
        shared = DiskStore(folder / "pages", settings.PAGE_CACHE_DISK)
    cache = PageCache(application, board, shared, Flights(folder / "flights"), version())
    return Listener(cache)
