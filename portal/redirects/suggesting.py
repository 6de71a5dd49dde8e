"""Where a lost address may have meant to lead: what is live and has the same words in its own."""

import re

from django.conf import settings
from django.db.models import Q

from portal.publishing.models import Entry
from portal.redirects.paths import EVERY, OUTSIDE, Old

MOST = 5
MOST_WORDS = 6
MOST_READ = 300  # entries that share a word; the newest of them are weighed
MOST_LOOKED_THROUGH = 10_000  # the newest of the language: no index knows the words of addresses
WORD = re.compile(r"[^\W\d_]{3,}|\d{4,}")
# These stand in addresses of any kind and tell nothing.
DULL = {"html", "index", "default", "page", "news", "the", "and", "for", "press", "center"}


def words_of(path: str) -> set[str]:
    return set(WORD.findall(path.casefold())) - DULL


def suggestions(old: Old) -> list[Entry]:
    """The likeliest first: most words in common, then the fewest others."""
    wanted = words_of(old.path)
    if not wanted:
        return []
    language = settings.LANGUAGE_CODE if old.language in (EVERY, OUTSIDE) else old.language
    longest = sorted(wanted, key=len, reverse=True)[:MOST_WORDS]
    shared = (Q(path__contains=word) for word in longest)
    live = Entry.objects.live().with_pages().for_language(language)
    newest = Entry.objects.filter(pk__in=live.newest_first()[:MOST_LOOKED_THROUGH].values("pk"))
    found = newest.filter(Q(*shared, _connector=Q.OR)).newest_first()[:MOST_READ]

    def likeness(entry):
        own = words_of(entry.path)
        return len(own & wanted), -len(own - wanted)

    return sorted(found, key=likeness, reverse=True)[:MOST]
