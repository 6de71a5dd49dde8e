"""What pages show of the news: banners, data for machines, what an editor put beside an article."""

from django import template
from django.utils.translation import get_language

from news import structured
from news.campaigns import banners, in_navigation
from news.labels import Labels
from portal.documents import named
from portal.fragments import fragment
from portal.templatetags.structured import absolute_in, json_ld

register = template.Library()


@register.simple_tag
def campaign_banners():
    """The banners of the campaigns that are open; one query while there are any."""
    known = Labels(get_language())
    return fragment(
        "components/banners.html", banners=tuple(banners(known.streams, known.language))
    )


@register.simple_tag
def news_streams():
    """Those that the navigation shows; one query."""
    return in_navigation(Labels(get_language()).streams)


@register.simple_tag(takes_context=True)
def article_data(context):
    return json_ld(structured.article_data(context, absolute_in(context)))


@register.simple_tag(takes_context=True)
def photo_data(context):
    return json_ld(structured.photo_data(context, absolute_in(context)))


@register.simple_tag
def related_documents(article):
    """By number, with titles only of what is public: an approver may not know the rest."""
    return named(document.number for document in article.related.all())
