"""Shows rich text: references become addresses, links to elsewhere say so to browsers."""

import re

from django import template
from django.utils.html import escape
from django.utils.translation import get_language

from portal.publishing.models import Entry
from portal.richtext import document_numbers
from portal.richtext.allowed import CLEANER

register = template.Library()

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_DOCUMENT = "document:"


@register.inclusion_tag("components/richtext.html")
def richtext(html, linked=None):
    """The text as readers see it; one query if it refers to documents, else none.

    A reference to what is not live in the page's language is plain text. `linked` are the live
    entries of the documents that it refers to, where the page has asked for them already.
    """
    # Once more, though stored texts are clean: a row may have been written by hand.
    html = CLEANER.clean(html or "")
    addresses = _addresses(_live(document_numbers(html)) if linked is None else linked)
    return {"html": _LINK.sub(lambda match: _link(*match.groups(), addresses), html)}


def _live(numbers):
    if not numbers:
        return []
    return Entry.objects.live().for_language(get_language()).filter(number__in=numbers)


def _addresses(entries):
    return {f"{_DOCUMENT}{entry.number}": entry.get_absolute_url() for entry in entries}


def _link(href, words, addresses):
    if href.startswith(_DOCUMENT):
        address = addresses.get(href)
        return f'<a href="{escape(address)}">{words}</a>' if address else words
    if href.startswith("tel:"):  # a number is not broken at the end of a line
        words = words.replace(" ", "&nbsp;").replace("-", "&#8209;")
    rel = ' rel="noopener noreferrer"' if href.startswith("http") else ""
    return f'<a href="{href}"{rel}>{words}</a>'
