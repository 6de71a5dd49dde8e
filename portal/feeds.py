"""Feeds of entries; a room subclasses EntryFeed and says which."""

import re
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import get_language

from portal import languages
from portal.publishing.models import Entry

FEED_LENGTH = 30
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
# XML 1.0 has no place for them, and Django answers 500: Word's soft break (\x0b) is one.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text) -> str:
    return CONTROLS.sub(" ", str(text))


class SteadyRss(Rss201rev2Feed):
    """RSS 2.0 whose bytes change only with its items; Django dates an empty feed "now"."""

    def __init__(self, title, link, description, **kwargs):
        super().__init__(printable(title), link, printable(description), **kwargs)

    def add_item(self, title, link, description, **kwargs):
        super().add_item(printable(title), link, printable(description), **kwargs)

    def latest_post_date(self):
        return super().latest_post_date() if self.items else NEVER


class EntryFeed(Feed):
    """RSS 2.0, in the language of its address, newest first. Subclasses give its `heading`."""

    feed_type = SteadyRss

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

    def entries(self, obj):
        return Entry.objects.live().for_language(get_language())

    def items(self, obj):
        return self.entries(obj).newest_first()[:FEED_LENGTH]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        """Readers take a description for HTML, and a lead is plain text."""
        return escape(item.lead)

    def item_pubdate(self, item):
        return item.first_published_at

    # The identity of an item is its number and language: a new slug does not make it new.
    item_guid_is_permalink = False

    def item_guid(self, item):
        return f"{item.kind}:{item.number}:{item.language}"
