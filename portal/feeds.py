"""Feeds of entries; a room subclasses EntryFeed and says which."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from portal import languages
from portal.publishing.models import Entry

FEED_LENGTH = 30


class EntryFeed(Feed):
    """RSS 2.0, in the language of its address, newest first."""

    feed_type = Rss201rev2Feed

    @property
    def language(self):
        return languages.html_lang(get_language())

    def entries(self, obj):
        return Entry.objects.live().for_language(get_language())

    def items(self, obj):
        return self.entries(obj).newest_first()[:FEED_LENGTH]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.lead

    def item_pubdate(self, item):
        return item.first_published_at

    # The identity of an item is its number and language: a new slug does not make it new.
    item_guid_is_permalink = False

    def item_guid(self, item):
        return f"{item.kind}:{item.number}:{item.language}"
