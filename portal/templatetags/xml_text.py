"""Texts in templates of XML."""

from django import template

from portal import xml_text

register = template.Library()


@register.filter
def speakable(text):
    """A text without what no XML can hold. It still has to be escaped, and so it is."""
    return xml_text.speakable(text)
