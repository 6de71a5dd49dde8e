"""Reading the site through the page cache, as visitors do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponse

from portal.page_cache.board import board
from portal.page_cache.door import PageCache
from portal.page_cache.flights import Flights
from portal.page_cache.stores import DiskStore
from tests.reading import Reader

MEGABYTE = 2**20


@contextmanager
def connections_left_open() -> Iterator[None]:
    """The test's transaction goes on after a request, as it does for Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


class Counted:
    """Django, and the addresses that it was asked for."""

    def __init__(self):
        self.application = WSGIHandler()
        self.asked: list[str] = []

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        return self.application(environ, start_response)


def page_cache(folder: Path, application=None, shared=None, version="1", **options) -> PageCache:
    """A cache as a process has it; those of one folder share their pages."""
    shared = shared or DiskStore(folder / "pages", 64 * MEGABYTE)
    flights = Flights(folder / "flights")
    board_of_process = options.pop("board", board)
    return PageCache(application or Counted(), board_of_process, shared, flights, version)


class KeptReader(Reader):
    """A visitor whose every request goes through `cache`."""

    def __init__(self, cache: PageCache | None = None, **options):
        super().__init__(**options)
        self.cache = cache or page_cache(settings.VAR_DIR / "kept")

    def request(self, **request):
        said = []
        with connections_left_open():
            result = self.cache(self._base_environ(**request), lambda *args: said.append(args))
            body = b"".join(result)
            if hasattr(result, "close"):
                result.close()
        status, headers = said[-1][:2]
        return HttpResponse(body, status=int(status[:3]), headers=dict(headers))

    @property
    def asked(self) -> list[str]:
        """The addresses that were not answered from the cache."""
        return self.cache.application.asked
