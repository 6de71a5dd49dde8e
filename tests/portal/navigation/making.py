"""Menus, banners and alerts, and the steps that take them to the public."""

from portal.navigation.models import FIRST, SECOND, Alert, Banner, Menu, MenuItem, Slot
from portal.publishing.models import Document
from portal.publishing.workflow import take, take_all
from tests import cast


def link(label, target=None, *, room="", address="", level=FIRST):
    return MenuItem(label=label, target=target, room=room, address=address, level=level)


def below(label, target=None, **places):
    return link(label, target, level=SECOND, **places)


def a_menu(owner, *items, slot=Slot.MAIN, language="en", document=None):
    """A menu that nobody has begun yet."""
    for position, item in enumerate(items):
        item.position = position
    return Menu(
        document=document or Document(owner=owner),
        language=language,
        slot=slot,
        title=Menu.name_of(slot, language),
    ).with_parts(*items)


def an_alert(owner, title="Ice on the roads", *, language="en", document=None, **fields):
    fields = {"lead": "Stay at home tonight.", "level": "warning"} | fields
    document = document or Document(owner=owner)
    return Alert(document=document, language=language, title=title, **fields)


def a_banner(owner, title="The year of the book", *, language="en", document=None, **fields):
    document = document or Document(owner=owner)
    return Banner(document=document, language=language, title=title, **fields)


def begin(edition, by):
    return take("start", edition, by=by)


def publish(edition, author, publisher, at=None):
    """From nothing to approved, by two people."""
    return cast.approve(take("submit", begin(edition, author), by=author), publisher, at=at)


def replace_menu(menu, items, author, publisher, at=None):
    """The next edition of a menu, with other links."""
    draft = take("revise", menu, by=author)
    for item in draft.items.all():
        item.edition = draft
        item.delete()
    for position, item in enumerate(items):
        item.edition, item.position = draft, position
        item.save()
    return cast.approve(take("submit", draft, by=author), publisher, at=at)


def adopt(editions, chief, author):
    outcome = take_all("adopt", editions, by=chief, author=author)
    assert not outcome.refused, [r.sentences for r in outcome.refused]
    return outcome.done
