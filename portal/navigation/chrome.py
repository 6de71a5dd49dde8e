"""What stands around every page: the menu, quick links, the foot, banners and alerts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal import languages


@dataclass(frozen=True)
class Link:
    """`lang` is what `lang` says of the title, "" where it is in the language of the page;
    `current` the value of aria-current: "page", "true" (the page is inside it) or nothing.
    """

    title: str
    url: str
    lang: str = ""
    current: str = ""
    children: tuple["Link", ...] = ()

    def seen_from(self, path: str) -> "Link":
        """The same link, marked where the page at `path` is this one or inside it."""
        children = tuple(child.seen_from(path) for child in self.children)
        inside = self.url.count("/") > 2 and path.startswith(self.url)
        inside = inside or any(child.current for child in children)
        current = "page" if path == self.url else "true" if inside else ""
        return replace(self, current=current, children=children)


@dataclass(frozen=True)
class Alert:
    """A graded alert: `level` is "notice", "warning" or "danger". `url` may be ""."""

    level: str
    title: str
    text: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Banner:
    """`picture` is a part with picture and crop, or None; `url` may be ""."""

    title: str
    lead: str
    url: str = ""
    lang: str = ""
    picture: object = None


@dataclass(frozen=True)
class Chrome:
    """`foot` is a list of groups: a link's title heads its children."""

    menu: tuple[Link, ...] = ()
    quick_links: tuple[Link, ...] = ()
    foot: tuple[Link, ...] = ()
    banners: tuple[Banner, ...] = ()
    alerts: tuple[Alert, ...] = ()


def chrome(path: str) -> Chrome:
    """What stands around the page at `path`, in the language and at the moment of the request."""
    return Chrome(menu=marked(builtin_menu(), path))


def marked(links: Iterable[Link], path: str) -> tuple[Link, ...]:
    return tuple(link.seen_from(path) for link in links)


def builtin_menu() -> list[Link]:
    """The rooms, for a site whose editors have not published a menu yet."""
    rooms = [("news/", _("News")), ("tourism/", _("Tourism")), ("calendar/", _("Events calendar"))]
    return [Link(title, languages.localise(get_language(), path)) for path, title in rooms]
