"""What a page tells machines, and the way back through those above it."""

from functools import partial

from django import template

from portal import languages
from portal.breadcrumbs import breadcrumbs
from portal.pages.structured import page_data as data_of
from portal.publishing.world import absolute

register = template.Library()


@register.simple_tag(takes_context=True)
def page_data(context):
    return data_of(context, partial(absolute, context["request"]))


@register.simple_tag(takes_context=True)
def breadcrumbs_above(context):
    """Home and the public pages above this one, see `portal.pages.reading.Neighbour`."""
    above = ((each.title, each.url, each.lang) for each in context["above"])
    return breadcrumbs(context["request"], above)


@register.filter
def native_name(code):
    return languages.native_name(code)
