"""Pieces of pages, kept as they were drawn.

A piece is drawn from plain values and nothing else, and it is kept under just these: what changes
has other values. So no piece is ever out of date, none is cleared, and it makes no difference to
what may be seen, since whoever asks has read the values at this very moment.
"""

from functools import lru_cache

from django.template import Context
from django.template.loader import get_template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.publishing.world import shows_pictures

MOST = 2_000  # pieces in each process; a card is of 2 kB, the largest, a menu, of 15


def fragment(template: str, **values) -> SafeString:
    """The template with these values and nothing besides. They are immutable, and two that are
    equal look alike: texts, numbers, moments, and tuples of such. A row of the database is none.
    """
    surroundings = get_language(), get_script_prefix(), shows_pictures()
    return _drawn(template, surroundings, tuple(values.items()))


def forget() -> None:
    """For tests, which change the site's settings."""
    _drawn.cache_clear()


@lru_cache(maxsize=MOST)
def _drawn(template: str, surroundings: tuple, values: tuple) -> SafeString:
    """`surroundings` is what tags and translations know without being told."""
    return get_template(template).template.render(Context(dict(values)))
