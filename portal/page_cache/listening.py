"""Hearing of what other processes and other servers published: once a second, one short query.

On its own server a step is on the board as soon as it is committed. This is for other servers, and
for a process that was killed between its commit and the board.
"""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from threading import Lock, Thread

from django.db import DatabaseError, connection

from portal.page_cache.board import board
from portal.page_cache.models import Raising

logger = logging.getLogger(__name__)
PAUSE = 1.0  # seconds
# How far back is asked: no step takes longer, and no server's clock is further off.
WINDOW = timedelta(minutes=10)
SECOND = 10**9  # nanoseconds


def listen() -> None:
    """Ask for what was raised, if it is this process's turn. Raises DatabaseError."""
    if not board.asks_now(int(PAUSE * SECOND / 2)):
        return
    asked_at = time.time_ns()
    since = datetime.fromtimestamp(asked_at / SECOND, UTC) - WINDOW
    recent = Raising.objects.filter(at__gt=since).order_by("pk")
    news = board.news_in(list(recent.values_list("pk", flat=True)))
    if board.heard_at() < asked_at - WINDOW.seconds * SECOND // 2:
        board.raise_everything()  # nobody listened for longer than is asked back
    for pk, slots in recent.filter(pk__in=news).values_list("pk", "slots") if news else ():
        board.raise_slots(slots, pk)
    board.hear(asked_at)


def listen_for_ever() -> None:
    """The work of a thread of each process. It never ends and never raises."""
    is_silent = False
    while True:
        try:
            listen()
            is_silent = False
        except DatabaseError as error:
            if not is_silent:
                logger.warning("The database does not answer; pages stay as they are: %s", error)
            is_silent = True
            connection.close()
        except Exception:
            logger.exception("Listening for publications failed")
        time.sleep(PAUSE)


class Listener:
    """Around the page cache: listens in a thread of its own from the first request on, for a server
    makes its processes after the application was loaded.
    """

    def __init__(self, application: Callable):
        self.application = application
        self.lock = Lock()
        self.thread: Thread | None = None

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if self.thread is None:
            self.begin()
        return self.application(environ, start_response)

    def begin(self) -> None:
        with self.lock:
            if self.thread is None:
                self.thread = Thread(target=listen_for_ever, name="page cache", daemon=True)
                self.thread.start()
