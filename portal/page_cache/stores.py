"""Where pages are kept: in the memory of each process, and beside that for all of them."""

import logging
import os
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path

from portal.page_cache.page import Page

logger = logging.getLogger(__name__)
ABANDONED = 60  # seconds; nobody takes longer to write a page
# Most pages are small; a third of the disk is for the few that are not (parts of the site map).
SMALL, LARGE = 16 * 2**10, 512 * 2**10


class MemoryStore:
    """The pages that were asked for last, up to a weight in bytes."""

    def __init__(self, limit: int):
        self.limit = limit
        self.weight = 0
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: str) -> Page | None:
        with self.lock:
            if page := self.pages.get(key):
                self.pages.move_to_end(key)
            return page

    def put(self, page: Page) -> None:
        with self.lock:
            if before := self.pages.pop(page.key, None):
                self.weight -= before.weight
            self.pages[page.key] = page
            self.weight += page.weight
            while self.weight > self.limit:
                _key, oldest = self.pages.popitem(last=False)
                self.weight -= oldest.weight


class DiskStore:
    """A fixed number of places, each a file that holds one page, so that it never outgrows
    `limit` bytes and nothing has to be counted or cleared. A page takes the place of another.
    """

    def __init__(self, folder: Path, limit: int):
        self.folder, self.begun = folder, folder / "begun"
        places = {SMALL: limit * 2 // 3 // SMALL, LARGE: limit // 3 // LARGE}
        self.places = {size: count for size, count in places.items() if count > 0}
        self.sweep()

    def sweep(self) -> None:
        """Files that nobody finished, because of a kill."""
        long_ago = time.time() - ABANDONED
        for path in self.begun.glob("*"):
            with suppress(OSError):
                if path.stat().st_mtime < long_ago:
                    path.unlink()

    def get(self, key: str) -> Page | None:
        """The newest, for a page may have grown out of the small places."""
        pages = [self.page_at(self.path(key, size)) for size in self.places]
        own = [page for page in pages if page and page.key == key]
        return max(own, key=attrgetter("mark"), default=None)

    def page_at(self, path: Path) -> Page | None:
        try:
            return unpacked(path.read_bytes())
        except OSError:
            return None

    def put(self, page: Page) -> None:
        packed = page.pack()
        size = next((size for size in self.places if len(packed) <= size), None)
        if size is None:
            return
        path = self.path(page.key, size)
        new = self.begun / f"{os.getpid()}-{threading.get_ident()}"
        try:
            for folder in (self.begun, path.parent):
                folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(packed)
            new.replace(path)
        except OSError as error:
            logger.warning("A page cannot be kept in %s: %s", self.folder, error)
            with suppress(OSError):
                new.unlink(missing_ok=True)

    def path(self, key: str, size: int) -> Path:
        place = int(digest(key), 16) % self.places[size]
        return self.folder / f"{size}" / f"{place % 256:02x}" / f"{place:x}"


def unpacked(packed: bytes) -> Page | None:
    try:
        return Page.unpack(packed)
    except ValueError:  # a power cut, or a page of another release
        return None


def digest(key: str) -> str:
    return blake2b(key.encode(), digest_size=16).hexdigest()
