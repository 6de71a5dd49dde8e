"""Feeds of entries; a room subclasses EntryFeed and says which."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import get_language

from portal import languages
from portal.listing import first_entries
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.registry import content_types
from portal.xml_text import speakable

FEED_LENGTH = 30
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Steady:
    """A feed whose bytes change only with its items; Django dates an empty one "now"."""

    def __init__(self, title, link, description, **kwargs):
        super().__init__(speakable(title), link, speakable(description), **kwargs)

    def add_item(self, title, link, description, **kwargs):
        super().add_item(speakable(title), link, speakable(description), **kwargs)

    def latest_post_date(self):
        return super().latest_post_date() if self.items else NEVER


class SteadyRss(Steady, Rss201rev2Feed):
    pass


class SteadyAtom(Steady, Atom1Feed):
    pass


class EntryFeed(Feed):
    """RSS 2.0 or Atom, in the language of its address, newest first. Subclasses give its
    `heading` and may narrow its `rows`.
    """

    # The identity of an item is its number and language: a new slug does not make it new.
    item_guid_is_permalink = False

    def __init__(self, feed_type=SteadyRss):
        self.feed_type = feed_type

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        # A withdrawal turns this date back; the ETag is exact.
        del response.headers["Last-Modified"]
        # In one piece: the generator leaves hundreds of scraps, and each would be sent alone.
        response.content = response.content
        return response

    @property
    def language(self):
        return languages.html_lang(get_language())

    def title(self, obj):
        return f"{self.heading(obj)} – {settings.SITE_NAME}"

    def subtitle(self, obj):
        return self.description(obj) if callable(self.description) else self.description

    def author_name(self, obj):
        return settings.SITE_NAME

    def rows(self, obj):
        return Entry.objects.live().with_pages().for_language(get_language())

    def items(self, obj):
        newest = first_entries(self.rows(obj).newest_first(), FEED_LENGTH)
        return newest.annotate(changed_at=last_major_change())

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        """Readers take a description for HTML, and a lead is plain text."""
        return escape(item.lead)

    def item_pubdate(self, item):
        return item.first_published_at

    def item_updateddate(self, item):
        return item.changed_at

    def item_guid(self, item):
        return f"{item.kind}:{item.number}:{item.language}"


def last_major_change() -> Coalesce:
    """When the latest major change of an entry's text took effect, else its first publication: a
    corrected comma moves no date.
    """
    at = clock.current().at
    changes = [
        model.objects.filter(timeline=OuterRef("timeline"), is_major=True, live_from__lte=at)
        .order_by("-live_from")
        .values("live_from")[:1]
        for model in content_types().values()
    ]
    return Coalesce(*map(Subquery, changes), F("first_published_at"))
