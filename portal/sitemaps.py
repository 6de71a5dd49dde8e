"""The site map: everything that is public now, and the pages that always are."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import NamedTuple

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.core.paginator import EmptyPage
from django.db.models import DateTimeField
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from portal import languages
from portal.page_cache.keeping import kept
from portal.prepared import prepared
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
from portal.publishing.registry import content_types

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
LOOKS = 200  # into the index, by one query
ORDER = ("first_published_at", "number", "language")


@dataclass(frozen=True)
class Part:
    """A file of the map: `name` is its `?p=`, "" for the only one; `changed_at` is None where
    nobody keeps it: a date that is made up is worse than none.
    """

    name: str = ""
    changed_at: datetime | None = None


class Address(NamedTuple):
    """A page in a language: `page` is the same in each, `path` what follows the language."""

    page: int | str
    language: str
    path: str
    changed_at: datetime | None = None


class PortalSitemap(Sitemap):
    """A kind of pages, in one part or several."""

    protocol = "https" if settings.HTTPS else "http"

    def parts(self) -> list[Part]:
        return [Part()]

    def addresses(self, name) -> list[Address]:
        """Those of a part. Raises EmptyPage or PageNotAnInteger where there is none."""
        raise NotImplementedError

    def translations(self, addresses: list[Address]) -> Iterable[Address]:
        """The same pages in every language in which they exist."""
        return addresses

    def get_urls(self, page=1, site=None, protocol=None) -> list[str]:
        """As Django's view asks for them, but drawn; each with the same page in other languages."""
        addresses = self.addresses(page)
        self.latest_lastmod = last_change(addresses)
        base = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        roots = {code: base + languages.localise(code, "") for code in languages.CODES}
        links = self.links(addresses, roots)
        return [
            element("url", roots[each.language] + each.path, lastmod(each), links.get(each.page))
            for each in addresses
        ]

    def links(self, addresses: list[Address], roots: dict[str, str]) -> dict[int | str, str]:
        """From each page to itself in all its languages, drawn."""
        found = defaultdict(dict)
        for each in self.translations(addresses):
            if each.language in roots:
                found[each.page][each.language] = escape(roots[each.language] + each.path)
        return {page: alternate_links(locations) for page, locations in found.items()}


def last_change(addresses: list[Address]) -> datetime | None:
    """None where nobody keeps it of all."""
    dates = [each.changed_at for each in addresses]
    return None if None in dates else max(dates, default=None)


class EntrySitemap(PortalSitemap):
    """Everything that is public and has a page. Its parts are the months in which the texts went
    public, so that what is new changes the last of them and no other, however many there are.
    """

    def parts(self) -> list[Part]:
        """The months that hold something, each with its last change: a look at the index for each,
        some queries in all.
        """
        scopes.reads(scopes.INDEX)
        at = clock.current().at
        first = first_start(spoken(), at=at)
        months = months_between(*first[0], at) if first else []
        found = {}
        for start in range(0, len(months), LOOKS):
            bounds = (clock.month_bounds(m.year, m.month) for m in months[start : start + LOOKS])
            starts, ends = zip(*bounds, strict=True)
            for (changed_at,) in last_starts(spoken(), at=at, starts=starts, ends=ends):
                found[f"{localtime(changed_at):%Y-%m}"] = changed_at
        return [Part(*each) for each in sorted(found.items())]

    def addresses(self, name):
        """Translations share moment and number; PostgreSQL would order them by chance."""
        month = month_named(name)
        scopes.reads(scopes.listing(scopes.INDEX, "", month))
        start, end = clock.month_bounds(month.year, month.month)
        found = addresses_begun_in(spoken(), at=clock.current().at, start=start, end=end)
        if not found:
            raise EmptyPage
        return [Address(*row) for row in found]

    def translations(self, addresses):
        """One query for the whole part, whose scope is raised with them."""
        live = Entry.objects.live().filter(document__in={each.page for each in addresses})
        return [Address(*row) for row in live.values_list("document", "language", "path")]


def spoken() -> tuple[str, ...]:
    """The languages that the site has now: those of a statement are in its shape."""
    return tuple(languages.CODES)


def entries_with_pages(codes: tuple[str, ...]):
    declared = {kind: model.declaration for kind, model in content_types().items()}
    kinds = [kind for kind, own in declared.items() if own.has_page and own.sitemap]
    return Entry.objects.filter(kind__in=kinds, language__in=codes)


def begun_in(codes: tuple[str, ...], bounds: tuple[datetime, datetime], at: datetime):
    """SQLite reads by the upper bound that it is told first: the month comes before `live`."""
    return entries_with_pages(codes).begun_in(bounds).live(at)


@prepared(at=DateTimeField(), start=DateTimeField(), end=DateTimeField())
def addresses_begun_in(codes, *, at, start, end):
    """Rows of `Address`."""
    rows = begun_in(codes, (start, end), at).order_by(*ORDER)
    return rows.values_list("document", "language", "path", "live_from")


@prepared(at=DateTimeField())
def first_start(codes, *, at):
    return entries_with_pages(codes).live(at).order_by("live_from").values_list("live_from")[:1]


@prepared(at=DateTimeField(), starts=DateTimeField(), ends=DateTimeField())
def last_starts(codes, *, at, starts, ends):
    """The last in each range of these, for those that hold one."""
    months = [
        begun_in(codes, bounds, at).order_by("-live_from")
        for bounds in zip(starts, ends, strict=True)
    ]
    return Entry.objects.first_of(*months).values_list("live_from")


def month_named(name) -> date:
    """The first day of "2019-06". Raises EmptyPage where the name is none."""
    if not MONTH.fullmatch(str(name)):
        raise EmptyPage
    year, number = map(int, name.split("-"))
    try:
        clock.month_bounds(year, number)[1].astimezone(UTC)  # as databases want it
    except (ValueError, OverflowError) as error:
        raise EmptyPage from error
    return date(year, number, 1)


def months_between(first: datetime, last: datetime) -> list[date]:
    """The first days of all months that these moments and those between lie in."""
    month, end, found = clock.local_date(first).replace(day=1), clock.local_date(last), []
    while month <= end:
        found.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return found


class PlaceSitemap(PortalSitemap):
    """Pages that are no content: pairs of a language and a path after it."""

    def addresses(self, name):
        found = self.paginator.page(name).object_list
        return [Address(path, code, path) for code, path in found]


class RoomSitemap(PlaceSitemap):
    """The front page of each room in each language, and the site's pages about itself."""

    rooms = ("", "news/", "tourism/", "calendar/", "accessibility/", "site-map/")

    def items(self):
        return [(code, room) for room in self.rooms for code in languages.CODES]


# A room adds its own when it is ready: name of the part → site map.
SITEMAPS: dict[str, type[PortalSitemap]] = {"rooms": RoomSitemap, "content": EntrySitemap}


# Elements are written by hand, and not by a template: a month may have thousands of addresses, and
# a template takes a quarter of a millisecond for each.
def element(name: str, location: str, lastmod: str | None, links: str | None = None) -> SafeString:
    """Of an address in a part, or of a part in the index; `links` are drawn."""
    dated = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return mark_safe(f"<{name}><loc>{escape(location)}</loc>{dated}{links or ''}</{name}>")


def alternate_links(locations: dict[str, str]) -> str:
    """By language, escaped; in the site's order, and none where there is no other."""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{languages.html_lang(code)}" '
        f'href="{locations[code]}"/>'
        for code in languages.CODES
        if code in locations and len(locations) > 1
    )


def lastmod(address: Address) -> str | None:
    return address.changed_at and str(clock.local_date(address.changed_at))


@require_safe
@kept()
def site_map(request):
    """An index of parts."""
    drawn = [
        part_element(request.build_absolute_uri(address), part)
        for section, pages in SITEMAPS.items()
        for address in [reverse("sitemap_part", kwargs={"section": section})]
        for part in pages().parts()
    ]
    context = {"parts": drawn}
    return render(request, "portal/sitemap_index.xml", context, content_type="application/xml")


def part_element(address: str, part: Part) -> SafeString:
    location = f"{address}?p={part.name}" if part.name else address
    return element("sitemap", location, part.changed_at and localtime(part.changed_at).isoformat())


@require_safe
@kept("p")
def site_map_part(request, section):
    return sitemap(request, SITEMAPS, section, template_name="portal/sitemap.xml")
