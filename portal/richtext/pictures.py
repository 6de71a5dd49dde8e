"""Pictures in a text: each by the key of a row in the edition's own list, never by address.

Stored as `<figure data-picture="KEY"></figure>`, a block of its own. A row keeps its key from
edition to edition, so the reference stays right when a text is revised or translated.
"""

import re

from portal.richtext.parsing import Element

ATTRIBUTE = "data-picture"
_KEY = re.compile("[0-9a-f]{32}")
FIGURE = re.compile(f'<figure {ATTRIBUTE}="([0-9a-f]{{32}})"></figure>')


def keys_in(html: str) -> set[str]:
    """The keys of the pictures that a cleaned text places."""
    return set(FIGURE.findall(html))


def not_placed(html: str, parts) -> list:
    """Those of an edition's pictures that its text leaves for the page to show, in order."""
    placed = keys_in(html)
    return [part for part in parts if part.key not in placed]


def cover_and_rest(html: str, parts: list) -> tuple:
    """The first, for the top of the page, unless the text places it; and those for below the
    text. What the text itself places is shown there.
    """
    beside = not_placed(html, parts)
    cover = next((part for part in beside if part == parts[0]), None)
    return cover, [part for part in beside if part != cover]


def reference(key: str) -> str:
    """What places the picture of this key, as it is stored and as one may type it."""
    return f'<figure {ATTRIBUTE}="{key}"></figure>'


def key_of(node: Element) -> str | None:
    key = node.attributes.get(ATTRIBUTE, "").strip().lower()
    return key if node.tag == "figure" and _KEY.fullmatch(key) else None


def taken_out(nodes) -> list[Element]:
    """The figures of a place that may hold none, for the place after it; their text stays."""
    found = []
    for node in nodes:
        if isinstance(node, str):
            continue
        if key := key_of(node):
            found.append(Element("figure", {ATTRIBUTE: key}))
            del node.attributes[ATTRIBUTE]
        found += taken_out(node.children)
    return found
