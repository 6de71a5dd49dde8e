"""Components that are kept as they were drawn: see portal.fragments."""

from django import template

from portal.cards import Card
from portal.fragments import fragment
from portal.publishing.models import Entry

register = template.Library()


@register.simple_tag
def kept(name, **values):
    """`{% kept "components/menu.html" menu=menu %}`: include … only, of values that are plain. An
    entry is drawn from what cards show of it.
    """
    return fragment(name, **{key: plain(value) for key, value in values.items()})


@register.simple_tag
def card(entry, name="components/card.html", **values):
    """An entry as a card, or as another component that shows what a card shows."""
    return fragment(name, entry=Card.of(entry), **values)


def plain(value):
    if isinstance(value, Entry):
        return Card.of(value)
    return tuple(map(plain, value)) if isinstance(value, list) else value
