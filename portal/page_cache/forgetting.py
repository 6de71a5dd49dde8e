"""Rows that nobody asks for any more."""

from collections.abc import Iterator
from datetime import timedelta

from portal.page_cache.models import Coming, Raising
from portal.publishing import clock

FORGOTTEN = timedelta(days=1)


def forget(*, write: bool) -> Iterator[str]:
    """The task of `run_schedule`. Every minute there may be something to it, so it is silent."""
    if write:
        long_ago = clock.now() - FORGOTTEN
        for model in (Raising, Coming):
            model.objects.filter(at__lt=long_ago).delete()
    else:
        yield "Changes that every server has heard of would be forgotten."
