"""Scopes by number: two that share a slot are raised together, which is never wrong."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

SLOTS = 2**18


@lru_cache(2**16)
def slot_of(scope: str) -> int:
    return int.from_bytes(blake2b(scope.encode(), digest_size=8).digest()) % SLOTS


def slots_of(scopes: Iterable[str]) -> list[int]:
    return sorted({slot_of(scope) for scope in scopes})
