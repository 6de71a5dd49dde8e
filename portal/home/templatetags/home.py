"""What the desk is told of a home page, and machines of the one that is public."""

from django import template
from django.utils.html import format_html_join

from portal.documents import named
from portal.home import structured
from portal.home.sections import names_of
from portal.templatetags.structured import absolute_in, json_ld

register = template.Library()


@register.simple_tag
def latest_sections(edition) -> list[str]:
    return names_of(edition.sections)


@register.simple_tag
def picked(picks) -> list[tuple]:
    """Position and document of each, with titles only of what is public. One query."""
    titles = {each.number: each for each in named(pick.document.number for pick in picks)}
    return [(pick.position, titles[pick.document.number]) for pick in picks]


@register.simple_tag(takes_context=True)
def home_data(context) -> str:
    """Two blocks of JSON-LD: who speaks, and on which site."""
    things = structured.home_data(absolute_in(context))
    return format_html_join("", "{}", ((json_ld(each),) for each in things))
