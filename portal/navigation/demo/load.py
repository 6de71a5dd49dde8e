"""Brings the demo's menus, banner and alerts through the door. `load_demo` calls `load`."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.management.base import CommandError
from django.db import transaction
from django.utils.timezone import make_aware

from portal import languages
from portal.accounts.demo_cast import Cast
from portal.media.from_disk import picture_from
from portal.navigation.demo import words
from portal.navigation.models import (
    FIRST,
    Alert,
    Banner,
    BannerPicture,
    Level,
    Menu,
    MenuItem,
    Slot,
)
from portal.pages.demo.tellings import PICTURES, origin_of
from portal.publishing import clock
from portal.publishing.models import Document, Entry
from portal.publishing.workflow import take_all

MENUS = {Slot.MAIN: words.MAIN, Slot.QUICK: words.QUICK, Slot.FOOT: words.FOOT}
# As old as the demo's news, so that the time machine finds a menu there; what stood in it then
# follows from when each page came to be.
SINCE = make_aware(datetime(2014, 5, 1, 9))
NOTICE_IN, NOTICE_ENDS_IN = 2, 4  # days


def load(people: Cast, write: Callable[[str], None]) -> list[tuple[str, str]]:
    """Make what is missing; what is there stays untouched. The pages that menus lead to are there
    before (see INSTALLED_APPS).
    """
    made = {f"menu-{slot}": lambda d, slot=slot: hang_menu(d, slot, people) for slot in MENUS}
    made |= {
        "banner-heritage": lambda document: hang_banner(document, people),
        "alert-maintenance": lambda document: schedule_notice(document, people),
        "alert-drill": lambda document: begin_drill(document, people),
    }
    missing = [name for name in made if not Document.objects.filter(origin=origin(name)).exists()]
    for name in missing:
        with transaction.atomic():
            made[name](Document(origin=origin(name), owner=people["chief"]))
        write(f"navigation {name}")
    write(f"Navigation: {len(missing)} loaded, {len(made) - len(missing)} were there already.")
    return []


def origin(name: str) -> str:
    return f"demo:navigation/{name}"


def go(verb: str, editions: list, **options) -> list:
    outcome = take_all(verb, editions, **options)
    if outcome.refused:
        sentences = [s for refusal in outcome.refused for s in refusal.sentences]
        raise CommandError(
            f"The portal refused “{verb}” for the demo’s navigation: {' '.join(sentences)} "
            "Run load_demo again once the cause is removed; it goes on where it stopped."
        )
    return outcome.done


def hang_menu(document: Document, slot: Slot, people: Cast) -> None:
    menus = [menu_of(document, slot, language) for language in languages.CODES]
    adopt([menu for menu in menus if menu.new_parts], people)


def adopt(editions: list, people: Cast) -> None:
    if editions:
        go("adopt", editions, by=people["chief"], author=people["author"])


def menu_of(document: Document, slot: Slot, language: str) -> Menu:
    told = MENUS[slot]
    public = pages_in(language, {link.page for link in told if link.page})
    items = [
        item_of(link, position, language, public.get(link.page))
        for position, link in enumerate(kept(told, public))
    ]
    title = Menu.name_of(slot, language)
    menu = Menu(document=document, language=language, slot=slot, live_from=SINCE, title=title)
    return menu.with_parts(*items)


def kept(told: list[words.Told], public: dict[str, Entry]) -> list[words.Told]:
    """Links to what is public. The first link of a group stays as its heading, where others do."""
    groups: list[list[words.Told]] = []
    for link in told:
        if link.level == FIRST:
            groups.append([])
        groups[-1].append(link)
    found = []
    for head, *children in groups:
        below = [link for link in children if link.page in public]
        if head.room or head.page in public or below:
            found += [head, *below]
    return found


def pages_in(language: str, paths: set[str]) -> dict[str, Entry]:
    """Of the demo's pages, wherever they stand by now, those that are public in the language."""
    origins = {origin_of("page", path): path for path in paths}
    live = Entry.objects.live().for_language(language).filter(document__origin__in=origins)
    return {origins[entry.document.origin]: entry for entry in live.select_related("document")}


def item_of(link: words.Told, position: int, language: str, page: Entry | None) -> MenuItem:
    label = link.words[language] if link.words else page.title
    return MenuItem(
        label=label,
        level=link.level,
        position=position,
        target=page.document if page else None,
        room=link.room,
    )


def hang_banner(document: Document, people: Cast) -> None:
    picture = picture_from(PICTURES / "mir.webp", people["author"])
    banners = []
    for language in languages.CODES:
        if target := pages_in(language, {words.BANNER_TARGET}).get(words.BANNER_TARGET):
            banner = Banner(
                document=document,
                language=language,
                title=words.BANNER[language],
                lead=words.BANNER_LEAD[language],
                target=target.document,
                shown_in=["home"],
                live_from=target.live_from,
            )
            alt = words.PICTURE_ALT[language]
            banners.append(banner.with_parts(BannerPicture(picture=picture, alt=alt)))
    adopt(banners, people)


def schedule_notice(document: Document, people: Cast) -> None:
    """Written by the duty officer, approved by somebody else, and over two days after it began."""
    officer, chief = people["duty"], people["chief"]
    alerts = alerts_of(document, Level.NOTICE, words.NOTICE, words.NOTICE_TEXT)
    review = go("submit", go("start", alerts, by=officer), by=officer)
    seen = {alert.pk: Alert.objects.whole().get(pk=alert.pk).content_hash for alert in review}
    awaited = go("approve", review, by=chief, seen=seen, at=nine_o_clock(NOTICE_IN))
    note = "The work takes two days."
    go("withdraw", awaited, by=chief, note=note, at=nine_o_clock(NOTICE_ENDS_IN))


def begin_drill(document: Document, people: Cast) -> None:
    alerts = alerts_of(document, Level.WARNING, words.DRILL, words.DRILL_TEXT)
    go("start", alerts, by=people["duty"])


def alerts_of(document: Document, level: Level, title: words.Words, text: words.Words):
    return [
        Alert(document=document, language=code, level=level, title=title[code], lead=text[code])
        for code in languages.CODES
    ]


def nine_o_clock(days: int) -> datetime:
    return clock.midnight(clock.today() + timedelta(days=days)) + timedelta(hours=9)
