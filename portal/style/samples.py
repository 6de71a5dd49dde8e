"""What the style page shows of each component: the newest that is public, else a sample."""

import calendar
import tomllib
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format, get_format
from django.utils.translation import get_language

from portal import languages
from portal.listing import cards
from portal.media.models import File
from portal.navigation.chrome import Alert, Banner, Link
from portal.publishing import clock
from portal.publishing.models import Entry

SHOWN = 4
NOWHERE = "#components"
_TEXTS = tomllib.loads((Path(__file__).parent / "samples.toml").read_text("utf-8"))


class Sample(SimpleNamespace):
    """Kept drawn (portal.fragments) only as long as it is this very one."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def texts(language: str) -> dict[str, str]:
    return _TEXTS.get(language) or _TEXTS["en"]


def scripts() -> list[dict[str, str]]:
    """The sample texts of the site's languages, each with what `lang` says of it."""
    return [texts(code) | {"lang": languages.html_lang(code)} for code in languages.CODES]


def everything(language: str) -> dict[str, object]:
    """The context of all components."""
    say = texts(language)
    entries = newest(say)
    covers = [entry.cover for entry in entries if entry.cover] or other_covers()
    items = [figure(say, cover) for cover in covers]
    return {
        "say": say,
        "now": clock.current().at,
        "entries": entries,
        "plain": entry_of(say["long"], say["lead"]),
        "items": items,
        "photos": [
            Sample(place=place, name=f"{place}", item=item, url=NOWHERE, is_below=True)
            for place, item in enumerate(items, 1)
        ],
        "labels": [Sample(name=say[word], name_lang="", slug="news") for word in ("name", "other")],
        "calendar": month(),
        "panel": panel(say),
        "form": form_of_days(say),
        "nowhere": NOWHERE,
        **mentions(say),
        "changes": [Sample(at=clock.current().at, note=say["note"])],
        "withdrawal": Sample(at=clock.current().at, notice=say["note"]),
        "attachments": [attachment(say["title"]), attachment(say["long"])],
        "offices": offices(say),
        "campaigns": [campaign(say)],
        "video": Sample(part=None, tracks=[], url="https://video.example/1", host="video.example"),
        "crumbs": [crumb(say["name"]), crumb(say["title"]), crumb(say["long"], "")],
        **chrome(say, covers),
    }


def chrome(say, covers) -> dict[str, object]:
    """What stands around pages, with few and many links, short words and long."""
    few = (link(say["title"]), link(say["other"], "page"))
    many = (*few, link(say["long"]), *(link(say["name"]) for _i in range(4)))
    menu = (
        link(say["name"], "true", children=many),
        link(say["other"], children=few),
        link(say["long"]),
    )
    alert = {"title": say["title"], "text": say["lead"], "url": NOWHERE}
    return {
        "menu": menu,
        "around": Sample(menu=menu),
        "branches": [Sample(page=each, branches=[]) for each in few],
        "quick_links": many[:5],
        "groups": [link(say["name"], children=few), link(say["other"], children=many)],
        "alerts": [Alert(level, **alert) for level in ("danger", "warning", "notice")],
        "banners": [
            Banner(say["title"], say["lead"], NOWHERE, picture=next(iter(covers), None)),
            Banner(say["other"], ""),
        ],
    }


def crumb(title, url=NOWHERE):
    return Sample(title=title, url=url, address=url)


def link(title, current="", children=()) -> Link:
    return Link(title, NOWHERE, current=current, children=tuple(children))


def newest(say) -> list:
    rows = Entry.objects.live().with_pages().for_language(get_language()).newest_first()
    return cards(rows, SHOWN) or [entry_of(say["title"], say["lead"], photo_count=12)]


def other_covers() -> list:
    """Of other languages, for one in which nothing with a picture has been published."""
    rows = Entry.objects.live().with_pages().newest_first()
    return [entry.cover for entry in cards(rows, SHOWN) if entry.cover]


def entry_of(title, lead, photo_count=0):
    return Sample(
        title=title,
        lead=lead,
        first_published_at=clock.current().at,
        get_absolute_url=NOWHERE,
        photo_count=photo_count,
        has_video=bool(photo_count),
        cover=None,
    )


def figure(say, cover):
    return Sample(
        key="1",
        picture=cover.picture,
        crop=cover.crop,
        alt=say["title"],
        is_decorative=False,
        caption=say["lead"],
        credit=say["person"],
        is_archive=True,
        has_terms=False,
    )


def attachment(title):
    file = File(kind="pdf", size=1_204_318, token="0" * 32, public_name="sample.pdf", language="en")
    return Sample(title=title, file=file)


def mentions(say) -> dict[str, list]:
    mention = Sample(name=say["name"], lang="", url=NOWHERE, offices=[])
    person = Sample(name=say["person"], lang="", url=NOWHERE, offices=[("", say["office"])])
    return {"person": [person], "topic": [mention] * 3, "region": [mention]}


def offices(say) -> list:
    today = clock.today()
    earlier = today - timedelta(days=2000)
    return [
        Sample(title=say["office"], title_lang="", from_on=today, until_on=None),
        Sample(title=say["name"], title_lang="", from_on=earlier, until_on=today),
    ]


def campaign(say):
    at = clock.current().at
    stream = Sample(name=say["title"], name_lang="", slug="news")
    return Sample(stream=stream, opens_at=at, last_moment=at)


def panel(say):
    """The filters of a list: few and many, one in use."""
    option = Sample(label=Sample(name=say["name"], name_lang=""), url=NOWHERE, number="1,204")
    wide = Sample(label=Sample(name=say["long"], name_lang=""), url=NOWHERE, number="3")
    return Sample(
        is_open=True,
        groups=[
            Sample(title=say["name"], first=[option, wide], more=[option] * 3),
            Sample(title=say["other"], first=[option], more=[]),
        ],
        chips=[Sample(title=say["name"], label=option.label, url=NOWHERE)],
        selection=Sample(is_narrowed=True, days=Sample(query="")),
    )


def form_of_days(say):
    """One day is none."""
    fields = [
        Sample(name="from", label=say["name"], value="2026-06-05", errors=""),
        Sample(name="until", label=say["name"], value="2026-06-31", errors=say["note"]),
    ]
    return Sample(action=NOWHERE, hidden=[], fields=fields)


def month():
    """This month: every third day has something, today is the day shown."""
    today = clock.today()
    first_day = (get_format("FIRST_DAY_OF_WEEK") - 1) % 7
    weeks = calendar.Calendar(first_day).monthdatescalendar(today.year, today.month)
    return Sample(
        title=date_format(today, "YEAR_MONTH_FORMAT"),
        year_url=NOWHERE,
        weekdays=[(WEEKDAYS_ABBR[day.weekday()], WEEKDAYS[day.weekday()]) for day in weeks[0]],
        weeks=[[cell(day, today) for day in week] for week in weeks],
        previous_url=NOWHERE,
        previous_title=today.year - 1,
        next_url=NOWHERE,
        next_title=today.year + 1,
    )


def cell(day, today):
    if day.month != today.month:
        return None
    url = NOWHERE if day.day % 3 == 0 or day == today else ""
    return Sample(day=day.day, date=day, count=day.day, url=url, is_current=day == today)
