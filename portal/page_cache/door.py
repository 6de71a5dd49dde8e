"""The door before Django: a page that is kept and true is answered from here."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.core.handlers.wsgi import get_bytes_from_wsgi
from django.http import QueryDict
from django.utils.functional import cached_property

from portal.page_cache.answering import answer
from portal.page_cache.coming import Calendar
from portal.page_cache.flights import Flights
from portal.page_cache.keeping import ASKED, canonical
from portal.page_cache.page import Page
from portal.page_cache.rendering import Rendering
from portal.page_cache.stores import MemoryStore
from portal.publishing import clock, scopes

# Nothing behind these is kept: the desk, secrets, files. Views that may be kept say so themselves;
# this spares the others the way.
PRIVATE = ("/admin/", "/at/", "/health/", "/identity/", "/media/", "/preview/", "/static/")
# A page that was true this many seconds ago may stand in while another process makes it anew, or
# while the database is away. What has ended may be seen for five.
RECENT = 3.0
PATIENCE = 5.0  # seconds that a reader without one waits for who makes it
MOST_ADDRESSES = 50_000  # of which something is remembered
# What is asked of the page that is kept, and so not of Django.
CONDITIONS = {
    f"HTTP_{name}"
    for name in ("IF_NONE_MATCH", "IF_MODIFIED_SINCE", "IF_MATCH", "IF_UNMODIFIED_SINCE", "RANGE")
}


class Visit:
    """A request, as far as it decides which page is meant."""

    def __init__(self, environ: dict, version: str):
        self.environ = environ
        secure = settings.SECURE_PROXY_SSL_HEADER
        scheme = environ["wsgi.url_scheme"]
        if secure:
            scheme = "https" if environ.get(secure[0]) == secure[1] else "http"
        host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
        path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        self.path = f"{version} {scheme}://{host}{path}"

    @cached_property
    def question(self) -> QueryDict | None:
        """None where it has more parameters than Django reads."""
        try:
            return QueryDict(get_bytes_from_wsgi(self.environ, "QUERY_STRING", ""))
        except TooManyFieldsSent:
            return None

    def key(self, parameters: tuple[str, ...]) -> str:
        asked = self.environ.get("QUERY_STRING") and canonical(self.question, parameters)
        return f"{self.path}?{asked}" if asked else self.path


class PageCache:
    """Stands around a WSGI application. `shared` is where processes find each other's pages."""

    def __init__(self, application: Callable, board, shared, flights: Flights, version: str):
        self.application = application
        self.board, self.shared, self.flights, self.version = board, shared, flights, version
        self.memory = MemoryStore(settings.PAGE_CACHE_MEMORY)
        self.calendar = Calendar(board)
        # What the view behind an address reads of the question, where it is known.
        self.parameters: dict[str, tuple[str, ...]] = {}
        # Addresses whose answer was not kept: who asks there waits for nobody.
        self.unkept: set[str] = set()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self.application(environ, start_response)
        if environ.get("PATH_INFO", "").startswith(PRIVATE):
            return self.application(environ, start_response)
        visit = Visit(environ, self.version)
        page = self.find(visit)
        if page and self.is_true(page):
            return answer(page, environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start_response)
        return self.make(visit, page, start_response)

    # --- Finding ----------------------------------------------------------------------------------

    def find(self, visit: Visit) -> Page | None:
        """The page that is kept for this address, true or not."""
        parameters = self.parameters_of(visit)
        if parameters is None:
            return None
        key = visit.key(parameters)
        page = self.memory.get(key)
        if page and self.is_true(page):
            return page
        other = self.shared.get(key)
        if other and (page is None or self.is_true(other)):
            self.memory.put(other)
            return other
        return page

    def parameters_of(self, visit: Visit) -> tuple[str, ...] | None:
        """None where nobody knows yet, or Django refuses the question: then nothing is found."""
        if not visit.environ.get("QUERY_STRING"):
            return ()
        if visit.question is None:
            return None
        if visit.path not in self.parameters:
            page = self.memory.get(visit.path) or self.shared.get(visit.path)
            if page is None:
                return None
            self.learn(visit, page.parameters)
        return self.parameters[visit.path]

    def learn(self, visit: Visit, parameters: tuple[str, ...]) -> None:
        if len(self.parameters) >= MOST_ADDRESSES:
            self.parameters.clear()
        self.parameters[visit.path] = parameters

    def pass_by(self, visit: Visit) -> None:
        if len(self.unkept) >= MOST_ADDRESSES:
            self.unkept.clear()
        self.unkept.add(visit.path)

    def is_true(self, page: Page) -> bool:
        now = clock.now().timestamp()
        mark = self.board.confirmed(page.mark, page.slots) if now < page.until else 0
        if mark:
            page.mark, page.seen_true_at = mark, now
        return bool(mark)

    # --- Making -----------------------------------------------------------------------------------

    def make(self, visit: Visit, old: Page | None, start_response: Callable) -> Iterable[bytes]:
        """Make it, unless somebody else does: then wait for that, or show what was true a moment
        ago.
        """
        if visit.path in self.unkept:
            return self.ask(visit, None, start_response)
        recent = old if old and clock.now().timestamp() - old.seen_true_at < RECENT else None
        with self.flights.alone(visit.path, 0 if recent else PATIENCE) as is_alone:
            if recent and not is_alone:
                return answer(recent, visit.environ, start_response)
            page = self.find(visit)
            if page and self.is_true(page):
                return answer(page, visit.environ, start_response)
            return self.ask(visit, recent, start_response)

    def ask(self, visit: Visit, recent: Page | None, start_response: Callable) -> Iterable[bytes]:
        """Let Django answer, and keep it if that may be."""
        made = Rendering(self.board.mark(), clock.now())
        environ = {name: v for name, v in visit.environ.items() if name not in CONDITIONS}
        with scopes.gathering() as made.gathered:
            result = self.application(environ | {ASKED: made.keeping}, made.start_response)
        if made.has_failed and recent:
            close(result)
            return answer(recent, visit.environ, start_response)
        if not made.may_be_kept:
            self.pass_by(visit)
            start_response(made.status, made.headers)
            return result
        try:
            page = made.page(b"".join(result), visit.key, self.calendar.first_change)
        finally:
            close(result)
        if made.is_worth_keeping(page):
            self.unkept.discard(visit.path)
            self.learn(visit, page.parameters)
            self.memory.put(page)
            self.shared.put(page)
        return answer(page, visit.environ, start_response)


def close(result: Iterable[bytes]) -> None:
    if hasattr(result, "close"):
        result.close()
