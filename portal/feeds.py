"""Feeds of entries; a room subclasses EntryFeed and says which."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import render
from django.utils.translation import get_language

from portal import languages
from portal.fragments import fragment
from portal.listing import first_entries
from portal.publishing import scopes
from portal.publishing.registry import content_types

FEED_LENGTH = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Syntax(NamedTuple):
    """How a feed is written: `template` is of the whole, `item_template` of one item."""

    content_type: str
    template: str
    item_template: str


RSS = Syntax(
    "application/rss+xml; charset=utf-8", "portal/feeds/rss.xml", "portal/feeds/rss_item.xml"
)
ATOM = Syntax(
    "application/atom+xml; charset=utf-8", "portal/feeds/atom.xml", "portal/feeds/atom_entry.xml"
)


class Item(NamedTuple):
    """What a feed reads of an entry, and draws. Its identity is the number and the language: a new
    slug does not make it new.
    """

    document_id: int
    kind: str
    number: int
    language: str
    path: str
    title: str
    lead: str
    first_published_at: datetime
    changed_at: datetime


class EntryFeed:
    """RSS 2.0 or Atom, in the language of its address, newest first. Subclasses give its `heading`,
    `link`, `description` and `rows`, those of a feed about something by their `get_object`.
    """

    def __init__(self, syntax: Syntax = RSS):
        self.syntax = syntax

    def __call__(self, request, **words):
        about = self.get_object(**words)
        items = [Item(*row) for row in self.rows(about)]
        scopes.reads(*(scopes.document(item.document_id) for item in items))
        context = self.context(request, about) | {
            # An empty feed has the same bytes at every hour.
            "changed_at": max((item.changed_at for item in items), default=EPOCH),
            "items": self.drawn(items, whole(request, languages.localise(get_language(), ""))),
        }
        return render(request, self.syntax.template, context, content_type=self.syntax.content_type)

    def context(self, request, about) -> dict:
        return {
            "title": f"{self.heading(about)} – {settings.SITE_NAME}",
            "description": self.description(about),
            "author": settings.SITE_NAME,
            "language": languages.html_lang(get_language()),
            "link": whole(request, self.link(about)),
            "own_link": whole(request, request.path),
        }

    def drawn(self, items: list[Item], root: str) -> list[str]:
        return [fragment(self.syntax.item_template, item=item, root=root) for item in items]

    def get_object(self, **words):
        """What the feed is about, by the words of its address. Raises Http404 where it is none."""

    def rows(self, about) -> Iterable[tuple]:
        """Those of `newest`; whoever gives them says their scopes."""
        raise NotImplementedError


def whole(request, path: str) -> str:
    return f"{request.scheme}://{request.get_host()}{path}"


def newest(rows, at) -> QuerySet:
    """What a feed of these rows holds at a moment, as tuples of `Item`."""
    found = first_entries(rows.newest_first(), FEED_LENGTH)
    return found.annotate(changed_at=last_major_change(at)).values_list(*Item._fields)


def last_major_change(at) -> Coalesce:
    """When the latest major change of an entry's text took effect, else its first publication: a
    corrected comma moves no date.
    """
    changes = [
        model.objects.filter(timeline=OuterRef("timeline"), is_major=True, live_from__lte=at)
        .order_by("-live_from")
        .values("live_from")[:1]
        for model in content_types().values()
        if model.declaration.has_page  # nothing else is in a feed
    ]
    return Coalesce(*map(Subquery, changes), F("first_published_at"))
