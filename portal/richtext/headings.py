"""Headings of a text as places to go to: each gets an id of its own words when it is shown."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import chain, count

from django.utils.text import slugify

from portal.publishing.slugs import slug_for

FEWEST = 3  # a text with fewer is read without a list of contents
LONGEST = 60
_HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# No id of a page itself begins so.
PREFIX = "s-"


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    text: str


def headings_in(html: str, language: str) -> list[Heading]:
    """The headings of a cleaned text, of the second and third level, in order.

    The id is made of the words alone, so it stays while others come and go; only one that says
    the same again is counted.
    """
    found: dict[str, Heading] = {}
    for level, inner in _HEADING.findall(html):
        text = " ".join(unescape(_TAG.sub("", inner)).split())
        name = f"{PREFIX}{name_of(text, language)}"
        numbered = (f"{name}-{number}" for number in count(2))
        own = next(each for each in chain([name], numbered) if each not in found)
        found[own] = Heading(int(level), own, text)
    return list(found.values())


def name_of(text: str, language: str) -> str:
    """In Latin letters where the language has a way of writing in them, else in its own."""
    latin = slug_for(text, language) or slugify(text, allow_unicode=True)
    return latin[:LONGEST].strip("-") or "part"


def with_ids(html: str, language: str) -> str:
    """The same text with an id on each of these headings."""
    ids = iter([heading.id for heading in headings_in(html, language)])
    return _HEADING.sub(lambda m: f'<h{m[1]} id="{next(ids)}">{m[2]}</h{m[1]}>', html)
