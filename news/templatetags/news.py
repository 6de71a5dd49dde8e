"""What the pages of the news say of themselves to machines, and of their relations to editors."""

from django import template

from news import structured
from news.related import named
from portal.templatetags.structured import json_ld

register = template.Library()


@register.simple_tag(takes_context=True)
def article_data(context):
    return json_ld(structured.article_data(context, context["request"].build_absolute_uri))


@register.simple_tag(takes_context=True)
def photo_data(context):
    return json_ld(structured.photo_data(context, context["request"].build_absolute_uri))


@register.simple_tag
def related_documents(article):
    """By number, with titles only of what is public: an approver may not know the rest."""
    return named(document.number for document in article.related.all())
