"""Doing without a service that is away, without asking it anew for every page."""

import logging
import time
from collections.abc import Callable
from functools import wraps

logger = logging.getLogger(__name__)
PAUSE = 2.0  # seconds until it is asked again


class Patient:
    """For classes whose methods are marked by `otherwise`; `failures` are what they may raise."""

    failures: tuple[type[Exception], ...] = ()
    away_until = 0.0


def otherwise(instead) -> Callable:
    """What the method answers while what it asks is away. It never raises for that."""

    def decorate(method: Callable) -> Callable:
        @wraps(method)
        def careful(self: Patient, *args, **kwargs):
            if time.monotonic() < self.away_until:
                return instead
            try:
                return method(self, *args, **kwargs)
            except self.failures as error:
                self.away_until = time.monotonic() + PAUSE
                logger.warning("No page is kept, because of %s: %s", type(self).__name__, error)
                return instead

        return careful

    return decorate
