"""Making a page once, however many ask for it at the same time, in whatever process."""

import fcntl
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

logger = logging.getLogger(__name__)
LOCKS = 256  # two addresses that share one wait for each other, which does no harm
PAUSE = 0.005  # seconds between two tries


class Flights:
    def __init__(self, folder: Path):
        self.folder = folder

    @contextmanager
    def alone(self, address: str, patience: float) -> Iterator[bool]:
        """Whether nobody else makes this page meanwhile. Waits for that for `patience` seconds.
        Whoever dies while making one lets go of it. Where no lock can be had (another user made
        the folder, the disk is full) everybody makes their own.
        """
        try:
            file = self._lock_of(address)
        except OSError as error:
            logger.warning("Pages may be made more than once, because of %s", error)
            yield True
            return
        with file:
            yield _taken(file, time.monotonic() + patience)

    def _lock_of(self, address: str) -> BinaryIO:
        self.folder.mkdir(parents=True, exist_ok=True)
        number = blake2b(address.encode(), digest_size=1).hexdigest()
        return (self.folder / number).open("wb")


def _taken(file, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(PAUSE)
        else:
            return True
