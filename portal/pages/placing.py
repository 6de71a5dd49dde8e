"""Whose page stands at a place: decided once, when its first edition is begun."""

from django.db import IntegrityError

from portal.pages.models import Page, Place

BEGINS = {"start", "adopt"}


def take_places(sender, changes, **kwargs) -> None:
    """Hears `state_changing`: a page that was just begun takes its place, if nobody has it."""
    if sender is not Page:
        return
    wanted = {(c.edition.place_id, c.document.pk) for c in changes if c.verb.name in BEGINS}
    places = Place.objects.filter(pk__in=[place for place, _document in wanted])
    free = list(places.filter(document=None))
    for place in free:
        place.document_id = dict(wanted)[place.pk]
    if free:
        Place.objects.bulk_update(free, ["document"])
    if set(places.values_list("pk", "document")) != wanted:
        raise IntegrityError("Two documents began at one place of the tree.")
