"""Feeds of all news, and of each stream, topic, person and region."""

from django.conf import settings
from django.db.models import BigIntegerField, CharField, DateTimeField
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from news.labels import KIND, Labels, label_url
from portal.feeds import EntryFeed, newest
from portal.prepared import prepared
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
from portal.subjects.lists import rows_about


class NewsFeed(EntryFeed):
    def heading(self, about):
        return _("News")

    def link(self, about):
        return reverse("news:list")

    def description(self, about):
        site = settings.IDENTITY.in_language(get_language())
        return site.description or site.name

    def rows(self, about):
        scopes.reads(scopes.listing(KIND, get_language()))
        return newest_news(at=clock.current().at, language=get_language())


class LabelFeed(NewsFeed):
    def heading(self, about):
        return about.name

    def link(self, about):
        return label_url(about)


class StreamFeed(LabelFeed):
    def get_object(self, slug):
        return Labels(get_language()).stream(slug)

    def rows(self, about):
        scopes.reads(scopes.listing(KIND, get_language()))
        at, language = clock.current().at, get_language()
        return newest_in_stream(at=at, language=language, section=about.section)


class SubjectFeed(LabelFeed):
    def get_object(self, kind, slug):
        return Labels(get_language()).find({kind: slug})[kind]

    def rows(self, about):
        scopes.reads(scopes.subject(about.pk, get_language()))
        return newest_about(at=clock.current().at, language=get_language(), subject=about.pk)


@prepared(at=DateTimeField(), language=CharField())
def newest_news(*, at, language):
    return newest(news_entries(at, language), at)


@prepared(at=DateTimeField(), language=CharField(), section=CharField())
def newest_in_stream(*, at, language, section):
    return newest(news_entries(at, language).in_section(section), at)


@prepared(at=DateTimeField(), language=CharField(), subject=BigIntegerField())
def newest_about(*, at, language, subject):
    return newest(rows_about([subject], KIND, language, at), at)


def news_entries(at, language):
    return Entry.objects.live(at).for_language(language).for_kind(KIND)
