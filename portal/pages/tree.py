"""The tree's derived columns, and planting a place in it. Every change holds the whole tree: it
has some hundred rows and changes seldom, and so no two changes can make a ring.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from portal.page_cache.raising import raise_site
from portal.pages.models import LEVELS, RESERVED, Place
from portal.publishing.errors import Refused

WORD = re.compile(r"[a-z][a-z0-9-]*\Z")
# Written together, since a constraint compares them with each other.
WRITTEN = ("parent", "word", "position", "path", "order")
LAST = 10_000


def lock_tree() -> dict[int, Place]:
    """All places by pk, held until the transaction ends.

    SQLite ignores it: there the transaction holds the only write lock from its beginning.
    """
    return {place.pk: place for place in Place.objects.select_for_update().order_by("pk")}


def plant(parent: Place | None, word: str, position: int = LAST) -> Place:
    """A new place, the last of its siblings unless it is given a position (1 is the first).
    Call inside the transaction that begins its page. Raises Refused.
    """
    places = lock_tree()
    parent = parent and places[parent.pk]
    if sentences := list(refusals(parent, word, places.values())):
        raise Refused(sentences)
    place = Place(parent=parent, word=word, position=position)
    place.path = place.path_below(parent)
    place.save()
    settle([*places.values(), place], place)
    # A redirect at this address stays: that it ended would tell of a draft. Once something is live
    # here, it is found before any redirect.
    return place


def refusals(
    parent: Place | None, word: str, others: Iterable[Place], height: int = 1
) -> Iterator[str]:
    """Why nothing of `height` levels can stand below `parent` by this word."""
    path = f"{parent.path}/{word}" if parent else word
    if not WORD.match(word):
        yield _("Begin the word with a small Latin letter; then letters, digits and hyphens.")
    if parent is None and word in RESERVED:
        yield _("The site uses “%(word)s” itself. Choose another word.") % {"word": word}
    if (parent.level if parent else 0) + height > LEVELS:
        yield _(
            "The tree has %(levels)s levels, and this would be deeper. Choose a place higher up."
        ) % {"levels": LEVELS}
    if any(place.path == path for place in others):
        yield _("“%(path)s” is taken by another page. Choose another word or another place.") % {
            "path": path
        }


def settle(places: list[Place], moved: Place) -> list[tuple[Place, str]]:
    """Derive positions, paths and order from who stands below whom, and store what differs.
    `moved` goes to its position among its siblings, and the others make room. Answers with the
    places whose path has changed, each with the one before.
    """
    before = {place.pk: stored(place) for place in Place.objects.all()}
    below = defaultdict(list)
    for place in places:
        if place.pk != moved.pk:
            below[place.parent_id].append(place)
    for siblings in below.values():
        siblings.sort(key=lambda place: (place.position, place.order, place.pk))
    below[moved.parent_id].insert(max(moved.position, 1) - 1, moved)
    pending = [(None, place, number) for number, place in enumerate(below[None], start=1)]
    while pending:
        parent, place, number = pending.pop()
        place.position, place.path = number, place.path_below(parent)
        place.order = f"{parent.order if parent else ''}{number:04d}."
        pending += [(place, child, n) for n, child in enumerate(below[place.pk], start=1)]
    changed = [place for place in places if before[place.pk] != stored(place)]
    if changed:
        Place.objects.bulk_update(changed, WRITTEN, batch_size=200)
    if any(place.document_id for place in changed):
        raise_site()
    paths = WRITTEN.index("path")
    return [(p, before[p.pk][paths]) for p in changed if before[p.pk][paths] != p.path]


def stored(place: Place) -> tuple:
    return tuple(getattr(place, Place._meta.get_field(name).attname) for name in WRITTEN)
