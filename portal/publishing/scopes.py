"""What a page is made of, gathered while it is made: it can be kept until any of it changes.

A scope is the name of things that change together: a document, the list of a kind in a language, a
month of it. Who reads says so with `reads`; rows of the index and editions say it of themselves.
Without anybody who gathers, all of this does nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime

from portal.publishing import clock

# What has no time line and stands on many pages: labels, pictures, the tree of pages.
SITE = "site"
# Everything in the public index.
INDEX = "index"
MOST = 400


def document(pk: int) -> str:
    return f"document:{pk}"


def numbered(number: int) -> str:
    """A document by its public number, for links to what may not be public yet."""
    return f"number:{number}"


def subject(pk: int, language: str = "") -> str:
    """The list of all that is about a subject; without a language, whether it has one in each."""
    return f"subject:{pk}/{language}"


def media(row) -> str:
    """A picture or a file of the library."""
    return f"{row._meta.model_name}:{row.pk}"


def listing(of: str, language: str, month: date | None = None) -> str:
    """Which rows a list has, of a kind, a section or INDEX, or of a month of their publication."""
    return f"{of}/{language}/{month:%Y-%m}" if month else f"{of}/{language}"


def past(kind: str, language: str) -> str:
    """That nothing appears at an earlier place of the list than the present month."""
    return f"past:{kind}/{language}"


@dataclass
class Gathered:
    """`until` is the first moment after which the page is another by the clock alone."""

    scopes: set[str] = field(default_factory=lambda: {SITE})
    until: datetime | None = None

    def add(self, names: set[str], until: datetime | None = None) -> None:
        self.scopes |= names
        if until and (self.until is None or until < self.until):
            self.until = until

    def scopes_to_keep(self) -> set[str]:
        """Those above, or the whole index where there are so many that looking takes time."""
        return self.scopes if len(self.scopes) <= MOST else {SITE, INDEX}


_gathered: ContextVar[Gathered | None] = ContextVar("gathered", default=None)


@contextmanager
def gathering() -> Iterator[Gathered]:
    """Gather what is read in the block. It is part of what is gathered around it as well."""
    found = Gathered()
    token = _gathered.set(found)
    try:
        yield found
    finally:
        _gathered.reset(token)
        rejoin(found)


def rejoin(found: Gathered) -> None:
    """Say again what was said while something was made that is used now."""
    if around := _gathered.get():
        around.add(found.scopes, found.until)


@contextmanager
def instead(*names: str) -> Iterator[None]:
    """What is read in the block changes with these scopes; its rows need not say it."""
    reads(*names)
    token = _gathered.set(None)
    try:
        yield
    finally:
        _gathered.reset(token)


def reads(*names: str) -> None:
    if found := _gathered.get():
        found.add(set(names))


def reads_document(row) -> None:
    """For `from_db` of rows that belong to a document; a deferred key is not asked for."""
    if (found := _gathered.get()) and (pk := row.__dict__.get("document_id")):
        found.scopes.add(document(pk))


def reads_media(row) -> None:
    """For `from_db` of pictures and files."""
    if found := _gathered.get():
        found.scopes.add(media(row))


def expires_with(*moments: datetime | None) -> None:
    """The page says something that is true until the first of these that is still ahead."""
    if found := _gathered.get():
        at = clock.current().at
        for moment in moments:
            if moment and moment > at:
                found.add(set(), moment)
