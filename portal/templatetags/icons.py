"""Icons written into the page: no request, no font, and the colour of the words beside them."""

import re
from functools import cache
from pathlib import Path

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()

FOLDER = Path(__file__).resolve().parent.parent / "icons"
_SHAPES = re.compile(r"<svg.*?>(.*)</svg>", re.DOTALL)


@register.simple_tag
def icon(name):
    """The icon `name` of portal/icons, silent: the words beside it say what it says."""
    return format_html(
        '<svg class="icon icon--{}" width="20" height="20" viewBox="0 0 24 24" fill="none"'
        ' stroke="currentColor" stroke-width="1.75" stroke-linecap="round"'
        ' stroke-linejoin="round" aria-hidden="true">{}</svg>',
        name,
        _shapes(name),
    )


@cache
def _shapes(name):
    drawing = (FOLDER / f"{name}.svg").read_text()
    return mark_safe(re.sub(r"\s*\n\s*", "", _SHAPES.search(drawing)[1]))
