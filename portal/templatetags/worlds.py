"""The ways into the other worlds of the site, and their bars."""

from django import template
from django.urls import get_script_prefix, reverse
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from portal.languages import localise
from portal.publishing.plain import Plain
from portal.publishing.world import shows_pictures

register = template.Library()


@register.simple_tag(takes_context=True)
def plain_entry(context):
    """This page in the low-vision version, as it is when nothing has been chosen yet."""
    return f"{get_script_prefix()}{Plain().prefix}{_page(context)}"


@register.simple_tag(takes_context=True)
def plain_choices(context):
    """The choices of the low-vision version, each with the address of this page in it."""
    world, page = context["request"].world, _page(context)
    return [
        (what, [(each, f"{world.root}{each.prefix}{page}") for each in choices])
        for what, choices in world.plain.choices()
    ]


@register.simple_tag(takes_context=True)
def outside(context):
    """This page of the site itself."""
    return f"{context['request'].world.root}{_page(context)}"


@register.simple_tag(takes_context=True)
def past_bar(context):
    """The moment, as a time and as addresses write it, where its form leads, this page now."""
    world = context["request"].world
    with world.left():
        form_url = reverse("admin:at")
    return {
        "at": world.past.at,
        "text": world.past.text,
        "form_url": form_url,
        "page_url": outside(context),
    }


@register.simple_tag
def pictures_are_on():
    """Whether pages show pictures: in the low-vision version those do that are asked to."""
    return shows_pictures()


def _page(context) -> str:
    """Where this page stands in its world. An error's page, which says nothing of the address asked
    for, stands for the home page.
    """
    request = context.get("request")
    begins = len(get_script_prefix())
    if request is None or context.get("is_error"):
        return localise(get_language(), "")[begins:]
    return escape_uri_path(request.path[begins:]) + getattr(context.get("page"), "own_query", "")
