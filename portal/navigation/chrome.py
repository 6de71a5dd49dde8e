"""What stands around every page: the menu, quick links, the foot, banners and alerts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.conf import settings
from django.urls import get_script_prefix
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal import languages
from portal.navigation.composing import Composed, Item, Notice, Place
from portal.navigation.memory import memory
from portal.navigation.models import Slot
from portal.navigation.rooms import HOME
from portal.publishing import clock


@dataclass(frozen=True)
class Link:
    """`url` is "" for a heading that leads nowhere itself; `is_external` where it leaves the site.
    `lang` is what `lang` says of the title, "" where it is in the language of the page;
    `current` the value of aria-current: "page", "true" (the page is inside it) or nothing.
    """

    title: str
    url: str
    lang: str = ""
    current: str = ""
    children: tuple["Link", ...] = ()
    is_external: bool = False

    def seen_from(self, path: str) -> "Link":
        """The same link, marked where the page at `path` is this one or inside it."""
        children = tuple(child.seen_from(path) for child in self.children)
        # Deeper than the home page of a language: everything is inside of that.
        is_deep = self.url.removeprefix(get_script_prefix()).count("/") > 1
        inside = is_deep and path.startswith(self.url)
        inside = inside or any(child.current for child in children)
        current = "page" if self.url and path == self.url else "true" if inside else ""
        return replace(self, current=current, children=children)


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
    """`picture` is a part with picture and crop, or None; `alt` what it tells. `url` may be ""."""

    title: str
    lead: str
    url: str = ""
    lang: str = ""
    picture: object = None
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

    Where it may not ask the database (an error page), by what this process knows.
    """
    language = get_language() or settings.LANGUAGE_CODE
    composed = memory.recall(language) if may_ask else memory.last(language)
    links = {
        slot: marked([link_of(item) for item in composed.menus.get(slot, ())], path)
        for slot in Slot
    }
    return Chrome(
        menu=links[Slot.MAIN] or marked(builtin_menu(), path),
        quick_links=links[Slot.QUICK],
        foot=links[Slot.FOOT],
        **notices(composed, section_of(path)),
    )


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
    return Link(item.title, lang=item.lang, children=children, **leading_to(item.place))


def banner_of(notice: Notice) -> Banner:
    banner = notice.edition
    picture = next(iter(banner.pictures.all()), None)
    alt = picture.alt if picture and not picture.is_decorative else ""
    place = leading_to(notice.place)
    return Banner(banner.title, banner.lead, lang=notice.lang, picture=picture, alt=alt, **place)


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
    return [Link(title, languages.localise(get_language(), path)) for path, title in rooms]
