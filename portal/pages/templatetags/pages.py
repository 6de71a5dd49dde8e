"""What a page tells machines, and the way back through those above it."""

from functools import partial

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from portal import languages, structured
from portal.pages.structured import page_data as data_of
from portal.publishing.world import absolute

register = template.Library()


@register.simple_tag(takes_context=True)
def page_data(context):
    return data_of(context, partial(absolute, context["request"]))


@register.inclusion_tag("components/breadcrumbs.html", takes_context=True)
def breadcrumbs_above(context):
    """Home and the public pages above this one, see `portal.pages.reading.Neighbour`."""
    above, home = context["above"], (_("Home"), reverse("home"))
    crumbs = [home, *((each.title, each.url) for each in above)]
    return {
        "crumbs": [home, *((marked(each), each.url) for each in above)],
        "structured": structured.breadcrumb_list(crumbs, partial(absolute, context["request"])),
    }


def marked(neighbour):
    if not neighbour.lang:
        return neighbour.title
    return format_html('<span lang="{}">{}</span>', neighbour.lang, neighbour.title)


@register.filter
def native_name(code):
    return languages.native_name(code)
