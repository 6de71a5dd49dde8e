"""What stands around every page: the menu, quick links, the foot, banners and alerts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.conf import settings
from django.db import DatabaseError
from django.urls import get_script_prefix
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal import languages
from portal.cards import Cover
from portal.navigation.composing import Composed, Item, Notice, Place, compose
from portal.navigation.models import Slot
from portal.navigation.rooms import HOME
from portal.publishing import clock


@dataclass(frozen=True)
class Link:
    """`url` is "" for a heading that leads nowhere itself; `is_external` where it leaves the site.
    `lang` is what `lang` says of the title, "" where it is in the language of the page;
    `within` is what the addresses of pages inside it begin with, "" where there are none;
    `current` the value of aria-current: "page", "true" (the page is inside it) or nothing.
    """

    title: str
    url: str
    lang: str = ""
    current: str = ""
    children: tuple["Link", ...] = ()
    is_external: bool = False
    within: str = ""

    def seen_from(self, path: str) -> "Link":
        """The same link, marked where the page at `path` is this one or inside it."""
        children = marked(self.children, path)
        is_inside = self.within and path.startswith(self.within)
        if path and path == self.url:
            return replace(self, current="page", children=children)
        if is_inside or children != self.children:
            return replace(self, current="true", children=children)
        return self


@dataclass(frozen=True)
class Alert:
    """A graded alert: `level` is "notice", "warning" or "danger". `url` may be ""."""

    level: str
    title: str
    text: str
    url: str = ""
    lang: str = ""
    is_external: bool = False


@dataclass(frozen=True)
class Banner:
    """`picture` is None where it has none; `alt` tells what is on it. `url` may be ""."""

    title: str
    lead: str
    url: str = ""
    lang: str = ""
    picture: Cover | None = None
    is_external: bool = False
    alt: str = ""


@dataclass(frozen=True)
class Chrome:
    """`foot` is a list of groups: a link's title heads its children."""

    menu: tuple[Link, ...] = ()
    quick_links: tuple[Link, ...] = ()
    foot: tuple[Link, ...] = ()
    banners: tuple[Banner, ...] = ()
    alerts: tuple[Alert, ...] = ()


def chrome(path: str, *, may_ask: bool = True) -> Chrome:
    """What stands around the page at `path`, in the language and at the moment of the request.

    Where it may not ask the database (an error page), and where that fails, by what this process
    knew last.
    """
    composed = around(get_language() or settings.LANGUAGE_CODE, may_ask)
    trees = links_of(composed, get_script_prefix())
    links = {slot: marked(trees[slot], path) for slot in Slot}
    return Chrome(
        menu=links[Slot.MAIN] or marked(builtin_menu(), path),
        quick_links=links[Slot.QUICK],
        foot=links[Slot.FOOT],
        **notices(composed, section_of(path)),
    )


def around(language: str, may_ask: bool) -> Composed:
    if may_ask:
        try:
            return compose(language)
        except DatabaseError:
            pass  # whatever else the page needs will tell
    return compose.last(language) or Composed()


@lru_cache(maxsize=64)  # those of each language, in the low-vision versions that are in use
def links_of(composed: Composed, prefix: str) -> dict[Slot, tuple[Link, ...]]:
    """`prefix` is what addresses begin with now."""
    return {slot: tuple(map(link_of, composed.menus.get(slot, ()))) for slot in Slot}


def notices(composed: Composed, section: str) -> dict[str, tuple]:
    at = clock.current().at
    banners = [banner_of(b) for b in composed.banners if b.is_shown(section, at)]
    alerts = [alert_of(a) for a in composed.alerts if a.is_shown(section, at)]
    return {"banners": tuple(banners), "alerts": tuple(alerts)}


def section_of(path: str) -> str:
    """The first word of an address after the language, "home" where there is none."""
    _language, _slash, rest = path.removeprefix(get_script_prefix()).partition("/")
    return rest.partition("/")[0] or HOME


def link_of(item: Item) -> Link:
    children = tuple(link_of(child) for child in item.children)
    link = Link(item.title, lang=item.lang, children=children, **leading_to(item.place))
    # Deeper than the home page of a language: everything is inside of that.
    is_deep = link.url.removeprefix(get_script_prefix()).count("/") > 1
    return replace(link, within=link.url) if is_deep else link


def banner_of(notice: Notice) -> Banner:
    banner = notice.edition
    link = leading_to(notice.place)
    for part in banner.pictures.all()[:1]:
        link["picture"] = Cover.of(part)
        link["alt"] = "" if part.is_decorative else part.alt
    return Banner(banner.title, banner.lead, lang=notice.lang, **link)


def alert_of(notice: Notice) -> Alert:
    alert = notice.edition
    return Alert(alert.level, alert.title, alert.lead, lang=notice.lang, **leading_to(notice.place))


def leading_to(place: Place | None) -> dict[str, object]:
    if place is None:
        return {"url": ""}
    if place.elsewhere:
        return {"url": place.elsewhere, "is_external": True}
    return {"url": languages.localise(place.language, place.path)}


def marked(links: Iterable[Link], path: str) -> tuple[Link, ...]:
    return tuple(link.seen_from(path) for link in links)


def builtin_menu() -> list[Link]:
    """The rooms, for a site whose editors have not published a menu yet."""
    rooms = [("news/", _("News")), ("tourism/", _("Tourism")), ("calendar/", _("Events calendar"))]
    return [link_of(Item(title, "", Place(get_language(), path))) for path, title in rooms]
