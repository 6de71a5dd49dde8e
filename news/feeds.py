"""RSS of all news, and of each stream."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from news.models import Stream
from portal.feeds import EntryFeed


class NewsFeed(EntryFeed):
    def heading(self, obj):
        return _("News")

    def link(self, obj):
        return reverse("news:list")

    def description(self, obj):
        return _("The latest from the official website of the Republic of Belarus.")

    def entries(self, obj):
        return super().entries(obj).for_kind("news.article")


class StreamFeed(NewsFeed):
    def get_object(self, request, slug):
        return get_object_or_404(Stream, slug=slug)

    def heading(self, obj):
        return obj.name

    def link(self, obj):
        return reverse("news:stream", args=[obj.slug])

    def entries(self, obj):
        return super().entries(obj).in_section(obj.section)
