"""From the editions that are live to what stands around a page, in one language at one moment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from portal import languages
from portal.navigation.models import FIRST, Alert, Banner, Level, Menu, MenuItem, Targeted
from portal.navigation.rooms import openings
from portal.page_cache.remembering import remembered
from portal.publishing import clock, scopes
from portal.publishing.models import Entry

KINDS = [model._meta.label_lower for model in (Menu, Banner, Alert)]
GRAVEST_FIRST = (Level.DANGER, Level.WARNING, Level.NOTICE)


@dataclass(frozen=True)
class Place:
    """Where a link leads, whatever world the page is in: a path in a language, or an address
    elsewhere.
    """

    language: str = ""
    path: str = ""
    elsewhere: str = ""


@dataclass(frozen=True)
class Item:
    """A link of a menu. `place` is None for a heading that leads nowhere itself."""

    title: str
    lang: str
    place: Place | None
    children: tuple["Item", ...] = ()


@dataclass(frozen=True)
class Notice:
    """A banner or an alert, where it is shown, and until when."""

    edition: Banner | Alert
    lang: str
    place: Place | None
    shown_in: tuple[str, ...]
    until: datetime | None

    def is_shown(self, section: str, at: datetime) -> bool:
        return section in (self.shown_in or [section]) and (self.until is None or at < self.until)


@dataclass(frozen=True, eq=False)
class Composed:
    """`menus` by slot; a slot that nobody has published a menu for is not there."""

    menus: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    banners: tuple[Notice, ...] = ()
    alerts: tuple[Notice, ...] = ()


@remembered
def compose(language: str) -> Composed:
    """What is live at the current moment, previewed editions included. Seven queries at most."""
    at, chain = clock.current().at, [language, *fallbacks(language)]
    scopes.reads(*(scopes.listing(kind, code) for kind in KINDS for code in chain))
    menus = live_menus(chain)
    banners = Banner.objects.live().filter(language=language).order_by("-live_from", "-pk")
    banners = list(banners.prefetch_related("pictures__picture"))
    alerts = live_alerts(language, chain, at)
    links = [*banners, *alerts, *(item for menu in menus.values() for item in menu.items.all())]
    targets = Targets(links, language, chain, at)
    scopes.expires_with(*targets.moments)
    return Composed(
        menus={slot: items_of(menu, targets) for slot, menu in menus.items()},
        banners=tuple(notice_of(banner, targets) for banner in banners),
        alerts=tuple(notice_of(alert, targets) for alert in alerts),
    )


def fallbacks(language: str) -> list[str]:
    return list(settings.LANGUAGE_FALLBACKS.get(language, ()))


def live_menus(chain: list[str]) -> dict[str, Menu]:
    """For each slot the menu of the first language that has one."""
    found = Menu.objects.live().filter(language__in=chain).prefetch_related("items")
    ordered = sorted(found, key=lambda menu: chain.index(menu.language))
    return {slot: next(m for m in ordered if m.slot == slot) for slot in {m.slot for m in ordered}}


def live_alerts(language: str, chain: list[str], at: datetime) -> list[Alert]:
    """Each once, in the first language that it is live in; the gravest first, then the newest.

    One that was said in the language of the page and is over is not repeated in another.
    """
    said = Alert.objects.filter(document=OuterRef("document"), language=language)
    others = Q(language__in=chain[1:]) & ~Exists(said.filter(live_from__lte=at))
    found = Alert.objects.live().filter(Q(language=language) | others)
    ordered = sorted(found, key=lambda alert: chain.index(alert.language), reverse=True)
    once = {alert.document_id: alert for alert in ordered}.values()
    newest = sorted(once, key=lambda alert: (alert.live_from or at, alert.pk), reverse=True)
    return sorted(newest, key=lambda alert: GRAVEST_FIRST.index(alert.level))


class Targets:
    """Where links lead at a moment, and the moments at which it changes. One query for documents,
    and one for each kind of room.
    """

    def __init__(self, links: Iterable[Targeted], language: str, chain: list[str], at: datetime):
        self.language, self.at = language, at
        links = list(links)
        scopes.reads(*(scopes.document(link.target_id) for link in links if link.target_id))
        self.rooms = openings({link.room for link in links if link.room})
        documents = {link.target_id for link in links if link.target_id}
        self.entries = list(entries_of(documents, chain, at))
        self.paths = {
            (entry.document_id, entry.language): entry.path
            for entry in self.entries
            if entry.kind not in KINDS and self.is_live(entry)
        }

    def is_live(self, entry: Entry) -> bool:
        return entry.live_from <= self.at and (
            entry.live_until is None or self.at < entry.live_until
        )

    @property
    def moments(self) -> list[datetime | None]:
        """At which something of it begins or ends, as decided now."""
        ends = [moment for e in self.entries for moment in (e.live_from, e.live_until)]
        return [*ends, *self.rooms.values()]

    def place(self, link: Targeted, language: str) -> Place | None:
        """Where it leads, in the language of the page or else of the link, or None."""
        if link.address:
            return Place(elsewhere=link.address)
        if link.room in self.rooms:
            opens_at = self.rooms[link.room]
            is_open = opens_at is None or opens_at <= self.at
            return Place(self.language, link.room) if is_open else None
        for code in (self.language, language):
            if path := self.paths.get((link.target_id, code)):
                return Place(code, path)
        return None

    def has_begun(self, link: Targeted) -> bool:
        """Whether its document is or has been public."""
        return any(
            entry.document_id == link.target_id and entry.live_from <= self.at
            for entry in self.entries
        )


def entries_of(documents: set[int], chain: list[str], at: datetime):
    """The documents' entries in these languages, past ones included, and those of all that
    stands around pages and has not ended.
    """
    columns = ("document_id", "kind", "language", "path", "live_from", "live_until")
    public = Entry.objects.filter(language__in=chain).only(*columns)
    to_come = Q(live_until=None) | Q(live_until__gt=at)
    own = public.filter(to_come, kind__in=KINDS)
    return own.union(public.filter(document__in=documents), all=True) if documents else own


def items_of(menu: Menu, targets: Targets) -> tuple[Item, ...]:
    groups: list[list[MenuItem]] = []
    for item in menu.items.all():
        if item.level == FIRST or not groups:
            groups.append([item])
        else:
            groups[-1].append(item)
    found = (group_of(head, children, menu, targets) for head, *children in groups)
    return tuple(item for item in found if item)


def group_of(head: MenuItem, children: list[MenuItem], menu: Menu, targets: Targets):
    """A link with those below it. None where nothing leads anywhere, and where the page that the
    others stand under is not public yet: its name is not told before its time.
    """
    lang = lang_of(menu.language, targets)
    places = [(child, targets.place(child, menu.language)) for child in children]
    below = tuple(Item(child.label, lang, place) for child, place in places if place)
    place = targets.place(head, menu.language)
    is_known = not head.has_target or targets.has_begun(head)
    if place or (below and is_known):
        return Item(head.label, lang, place, below)
    return None


def notice_of(edition: Banner | Alert, targets: Targets) -> Notice:
    return Notice(
        edition=edition,
        lang=lang_of(edition.language, targets),
        place=targets.place(edition, edition.language),
        shown_in=tuple(edition.shown_in),
        until=edition.live_until,
    )


def lang_of(language: str, targets: Targets) -> str:
    return "" if language == targets.language else languages.html_lang(language)
