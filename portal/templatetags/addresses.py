"""Addresses from a column, as links: whatever came into the table, only the web is led to."""

import re
from urllib.parse import urlsplit

from django import template

register = template.Library()

_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)


@register.filter
def web_address(address):
    """The address if it is one of http or https, else nothing. A form refuses others, but a row
    may have been written by hand.
    """
    try:
        return address if _WEB.match(address or "") and urlsplit(address).hostname else ""
    except ValueError:  # "https://[" is none
        return ""
