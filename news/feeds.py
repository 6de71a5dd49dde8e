"""Feeds of all news, and of each stream, topic, person and region."""

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from news.labels import KIND, STREAM, Labels, label_url
from portal.feeds import EntryFeed
from portal.publishing.models import Entry
from portal.subjects.lists import rows_about
from portal.subjects.models import Subject


class NewsFeed(EntryFeed):
    def heading(self, obj):
        return _("News")

    def link(self, obj):
        return reverse("news:list")

    def description(self, obj):
        site = settings.IDENTITY.in_language(get_language())
        return site.description or site.name

    def rows(self, obj):
        return Entry.objects.live().for_language(get_language()).for_kind(KIND)


class LabelFeed(NewsFeed):
    def heading(self, obj):
        return obj.name

    def link(self, obj):
        return label_url(obj)


class StreamFeed(LabelFeed):
    def get_object(self, request, slug):
        return Labels(get_language()).find(STREAM, slug)

    def rows(self, obj):
        return super().rows(obj).in_section(obj.section)


class SubjectFeed(LabelFeed):
    def get_object(self, request, kind, slug):
        known = Subject.objects.public(KIND, get_language())
        return get_object_or_404(known, kind=kind, slug=slug)

    def rows(self, obj):
        return rows_about([obj], KIND, get_language())
