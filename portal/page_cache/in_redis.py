"""The board and the pages of several servers, in Redis.

While it is away nothing is kept, and every page is made anew.
"""

import time
from collections.abc import Callable, Iterable
from functools import cached_property

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

from portal.page_cache.page import Page
from portal.page_cache.patience import Patient, otherwise
from portal.page_cache.stores import LARGE, digest, unpacked

# One hash holds the whole board, so that no part of it is ever evicted alone.
BOARD, HEARD_OF, TURN = "portal:board", "portal:raising:", "portal:turn"
LATEST, BASE, HEARD_AT = "latest", "base", "heard"
FORGOTTEN = 24 * 3600  # seconds after which a page goes
REMEMBERED = 1_200  # seconds that a raising is known for, longer than anybody asks back
# Atomic, so that who sees the new number sees the slots.
RAISE = """
local number = redis.call("HINCRBY", KEYS[1], "latest", 1)
for _, slot in ipairs(ARGV) do redis.call("HSET", KEYS[1], slot, number) end
return number
"""


def redis_of_settings() -> Redis:
    return Redis.from_url(settings.PAGE_CACHE, socket_timeout=1, socket_connect_timeout=1)


class RedisBoard(Patient):
    """Its numbers begin at a moment in microseconds and grow by one."""

    failures = (RedisError,)

    def __init__(self):
        self.redis = redis_of_settings()

    @cached_property
    def _raise(self) -> Callable:
        return self.redis.register_script(RAISE)

    @otherwise(0)
    def mark(self) -> int:
        return int(self.redis.hget(BOARD, LATEST) or self._begin())

    def _begin(self) -> int:
        first = time.time_ns() // 1_000
        self.redis.hsetnx(BOARD, LATEST, first)
        self.redis.hsetnx(BOARD, BASE, first)
        return int(self.redis.hget(BOARD, LATEST))

    @otherwise(0)
    def confirmed(self, mark: int, slots: Iterable[int]) -> int:
        latest = self.mark()
        if mark == latest:
            return mark
        base, *numbers = self.redis.hmget(BOARD, BASE, *slots)
        if mark < int(base or latest) or any(int(number or 0) > mark for number in numbers):
            return 0
        return latest

    @otherwise(None)
    def raise_slots(self, slots: Iterable[int], raising: int = 0) -> None:
        if raising and not self.redis.set(f"{HEARD_OF}{raising}", 1, nx=True, ex=REMEMBERED):
            return
        self.mark()
        self._raise(keys=[BOARD], args=list(slots))

    @otherwise(None)
    def raise_everything(self) -> None:
        self.mark()
        self.redis.hset(BOARD, BASE, self._raise(keys=[BOARD], args=[]))

    @otherwise(())
    def news_in(self, raisings: Iterable[int]) -> list[int]:
        raisings = list(raisings)
        known = self.redis.mget([f"{HEARD_OF}{each}" for each in raisings]) if raisings else ()
        return [each for each, is_known in zip(raisings, known, strict=True) if not is_known]

    @otherwise(False)
    def asks_now(self, pause: int) -> bool:
        return bool(self.redis.set(TURN, 1, nx=True, px=max(1, pause // 1_000_000)))

    @otherwise(0)
    def heard_at(self) -> int:
        return int(self.redis.hget(BOARD, HEARD_AT) or 0)

    @otherwise(None)
    def hear(self, moment: int) -> None:
        self.redis.hset(BOARD, HEARD_AT, moment)


class RedisStore(Patient):
    failures = (RedisError,)

    def __init__(self):
        self.redis = redis_of_settings()

    @otherwise(None)
    def get(self, key: str) -> Page | None:
        packed = self.redis.get(self.name(key))
        page = packed and unpacked(packed)
        return page if page and page.key == key else None

    @otherwise(None)
    def put(self, page: Page) -> None:
        packed = page.pack()
        if len(packed) <= LARGE:
            self.redis.set(self.name(page.key), packed, ex=FORGOTTEN)

    def name(self, key: str) -> str:
        return f"portal:page:{digest(key)}"
