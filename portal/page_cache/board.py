"""The board: when each scope was last raised, for everybody who keeps something.

Everything that is kept remembers the number that the board showed before it was made (its *mark*),
and is true while none of its scopes has a later one.
"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from portal.page_cache.file_board import FileBoard


class Board(Protocol):
    """Moments and pauses are in nanoseconds. No method raises because something is away: then
    nothing is confirmed, and everything is made anew.
    """

    def mark(self) -> int:
        """The latest number; to be taken before anything is read of what is going to be kept."""

    def confirmed(self, mark: int, slots: list[int]) -> int:
        """The mark that it can be kept under from now on, or 0 if anything of it has changed."""

    def raise_slots(self, slots: list[int], raising: int = 0) -> None:
        """Everything kept under these has changed. A raising that was heard of is not repeated."""

    def raise_everything(self) -> None: ...

    def news_in(self, raisings: list[int]) -> list[int]:
        """Of these, the ones that were not heard of yet."""

    def heard_at(self) -> int:
        """When the database last said what was raised; 0 if it never did."""

    def hear(self, moment: int) -> None:
        """The database has said it now."""

    def asks_now(self, pause: int) -> bool:
        """Whether it is this process's turn to ask the database, so long after whoever asked
        before.
        """


def board_of_settings() -> Board:
    if settings.PAGE_CACHE.startswith("redis"):
        # By name, so that nobody without Redis waits for its client at every start.
        return import_string("portal.page_cache.in_redis.RedisBoard")()
    return FileBoard(settings.VAR_DIR / "page_cache" / "board")


board = board_of_settings()
