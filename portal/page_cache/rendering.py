"""What Django answers, and what was gathered while it was made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from portal.page_cache.keeping import CACHE_CONTROL, Keeping
from portal.page_cache.page import Page
from portal.page_cache.slots import slots_of
from portal.publishing.scopes import Gathered

FOR_EVER = float("inf")
LARGEST = 16 * 2**20  # bytes of a page that is kept
# Headers of one answer and not of the page.
MADE_ANEW = {"content-length", "etag"}
# What makes an answer somebody's own, whatever its view says.
OWN = {"set-cookie", "vary", "content-encoding"}


@dataclass
class Rendering:
    """`mark` is what the board showed, and `at` what the clock did, before it was begun."""

    mark: int
    at: datetime
    keeping: Keeping = field(default_factory=Keeping)
    gathered: Gathered = field(default_factory=Gathered)
    status: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)

    def start_response(self, status: str, headers: list, exc_info=None) -> None:
        self.status, self.headers = status, headers

    @property
    def has_failed(self) -> bool:
        return self.status.startswith("5")

    @property
    def may_be_kept(self) -> bool:
        """Its view says so, and nothing in it speaks against it."""
        said = {name.lower(): value for name, value in self.headers}
        return (
            self.keeping.parameters is not None
            and self.mark > 0
            and self.status.startswith("200")
            and said.get("cache-control") == CACHE_CONTROL
            and not OWN & said.keys()
        )

    def page(self, body: bytes, key: Callable[[tuple[str, ...]], str], first_change) -> Page:
        """`first_change` tells when what it was made of changes by the clock."""
        slots = slots_of(self.gathered.scopes_to_keep())
        moments = [self.gathered.until, first_change(slots, self.at, self.mark)]
        return Page.of(
            body,
            key=key(self.keeping.parameters),
            status=self.status,
            headers=[header for header in self.headers if header[0].lower() not in MADE_ANEW],
            parameters=self.keeping.parameters,
            mark=self.mark,
            slots=slots,
            until=min((each.timestamp() for each in moments if each), default=FOR_EVER),
            seen_true_at=self.at.timestamp(),
        )

    def is_worth_keeping(self, page: Page) -> bool:
        return page.until > self.at.timestamp() and page.length <= LARGEST
