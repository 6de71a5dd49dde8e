"""Structured data as a block that browsers never run."""

import json
from functools import partial
from typing import NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from portal import structured
from portal.publishing import world
from portal.structured import CONTEXT, image_object

register = template.Library()

# As in Django's json_script: no text can close the element or open a comment in it.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


class Image(NamedTuple):
    url: str
    width: int
    height: int
    alt: str


@register.simple_tag
def json_ld(thing):
    """A dictionary of schema.org (portal.structured) as JSON-LD."""
    text = json.dumps({"@context": CONTEXT} | thing, ensure_ascii=False, separators=(",", ":"))
    inert = mark_safe(text.translate(_ESCAPES))
    return format_html('<script type="application/ld+json">{}</script>', inert)


@register.simple_tag(takes_context=True)
def image_of(context, item):
    """A picture part for those that show a link to this page; None where there is none."""
    if not item:
        return None
    said = image_object(item, absolute_in(context))
    alt = "" if item.is_decorative else item.alt
    return Image(said["contentUrl"], said["width"], said["height"], alt)


@register.filter
def moment(at):
    """What `<time datetime>` and other machines are told of a moment; "" of none."""
    return structured.moment(at) if at else ""


def absolute_in(context):
    """What makes a whole address of a path on this page."""
    return partial(world.absolute, context["request"])
