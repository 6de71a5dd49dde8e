"""Shows rich text: references become addresses and pictures, links to elsewhere say so."""

import re

from django import template
from django.utils.html import escape
from django.utils.translation import get_language

from portal.publishing.models import Entry
from portal.richtext import document_numbers
from portal.richtext import not_placed as pictures_not_placed
from portal.richtext.allowed import CLEANER
from portal.richtext.headings import with_ids
from portal.richtext.pictures import FIGURE

register = template.Library()

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_DOCUMENT = "document:"


@register.inclusion_tag("components/richtext.html")
def richtext(html, pictures=(), placed="components/placed.html", linked=None, anchors=""):
    """The text as readers see it; one query if it refers to documents, else none.

    A reference to what is not live in the page's language is plain text. `linked` are the live
    entries of the documents that it refers to, where the page has asked for them already.

    A picture that the text places is drawn by the template `placed` from the part of its key in
    `pictures`; without one that template gets no `item`. `anchors` is the language whose words
    make ids of the headings, where the page leads to them.
    """
    # Once more, though stored texts are clean: a row may have been written by hand.
    html = CLEANER.clean(html or "")
    addresses = _addresses(_live(document_numbers(html)) if linked is None else linked)
    html = _LINK.sub(lambda match: _link(*match.groups(), addresses), html)
    html = with_ids(html, anchors) if anchors else html
    return {"pieces": _pieces(html, pictures), "placed": placed}


@register.filter
def not_placed(pictures, html):
    """Those of the pictures that the text does not place."""
    return pictures_not_placed(html or "", pictures)


def _pieces(html, pictures):
    """(html, key, item) for each picture that the text places, and (html, "", None) at its end."""
    *found, last = FIGURE.split(html)
    if not found:
        return [(last, "", None)]
    parts = {part.key: part for part in pictures}
    pairs = zip(found[::2], found[1::2], strict=True)
    return [*((text, key, parts.get(key)) for text, key in pairs), (last, "", None)]


def _live(numbers):
    if not numbers:
        return []
    return Entry.objects.live().with_pages().for_language(get_language()).filter(number__in=numbers)


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
