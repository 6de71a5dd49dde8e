"""The site map for search engines of news: the articles of the last two days."""

from datetime import timedelta

from django.conf import settings
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from portal import languages
from portal.page_cache.keeping import kept
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
from portal.publishing.registry import content_types
from portal.xml_text import speakable

# What Google's site map for news takes: how long an article is news, and how many it reads.
NEWS_AGE = timedelta(days=2)
NEWS_MOST = 1_000
# The names of languages there, where they are not the first two letters of ours.
NEWS_LANGUAGES = {"zh-hans": "zh-cn"}


@require_safe
@kept()
def news_site_map(request):
    """The articles of the last two days, as search engines for news read them."""
    kinds = [kind for kind, model in content_types().items() if model.declaration.news_sitemap]
    recent = Entry.objects.live().published_in((clock.current().at - NEWS_AGE, None))
    # Named, so that the two days are read from the index of each language.
    recent = recent.filter(kind__in=kinds, language__in=languages.CODES)
    entries = list(recent.newest_first()[:NEWS_MOST])
    scopes.reads(*(scopes.listing(scopes.INDEX, code) for code in languages.CODES))
    scopes.expires_with(*(entry.first_published_at + NEWS_AGE for entry in entries[-1:]))
    names = {code: site_name_in(code) for code in languages.CODES}
    items = [
        {
            "entry": entry,
            "title": speakable(entry.title),
            "site_name": names[entry.language],
            "language": news_language(entry.language),
        }
        for entry in entries
    ]
    context = {"items": items}
    return render(request, "portal/sitemap-news.xml", context, content_type="application/xml")


def site_name_in(code: str) -> str:
    with translation.override(code):
        return str(settings.SITE_NAME)


def news_language(code: str) -> str:
    return NEWS_LANGUAGES.get(code, code[:2])
