"""What a validator, a screen reader or a reader's browser would object to in a stored text."""

import re

from bs4 import BeautifulSoup

from portal.richtext.allowed import ALLOWED

BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "blockquote", "table", "hr", "figure"}
TEXT_ONLY = {"p", "h2", "h3", "h4", "caption", "strong", "em", "a"}
NEVER_EMPTY = TEXT_ONLY | {"th"}
CELLS = {"td", "th"}
ADDRESS = re.compile("(https?|mailto|tel|document):")


def faults_of(html):
    tree = BeautifulSoup(html, "html.parser")
    for element in tree.find_all(True):
        yield from _not_allowed(element)
        yield from _out_of_place(element)
        if element.name in NEVER_EMPTY and not element.get_text(strip=True):
            yield f"empty <{element.name}>"
        if element.name == "a" and not ADDRESS.match(element.get("href", "")):
            yield f"address {element.get('href')}"
        if element.name == "figure" and (element.contents or not is_placed(element)):
            yield f"no picture {element}"
        if element.name == "th" and not element.get("scope"):
            yield "<th> without scope"
    yield from _levels_skipped(tree)


def is_placed(figure):
    return bool(re.fullmatch("[0-9a-f]{32}", figure.get("data-picture", "")))


def words_of(html):
    return re.findall(r"\w+", BeautifulSoup(html, "html.parser").get_text(" "))


def _not_allowed(element):
    if element.name not in ALLOWED:
        yield f"<{element.name}>"
    for name in element.attrs:
        if name not in ALLOWED.get(element.name, ()):
            yield f"{name} on <{element.name}>"


def _out_of_place(element):
    parent = element.parent.name
    in_list = parent in ("ul", "ol")
    if (element.name == "li") != in_list or (element.name in BLOCKS and parent in TEXT_ONLY):
        yield f"<{element.name}> in <{parent}>"
    if element.name == "figure" and element.find_parent(CELLS):
        yield "<figure> in a table"


def _levels_skipped(tree):
    levels = [1, *(int(heading.name[1]) for heading in tree.find_all(["h2", "h3", "h4"]))]
    for above, below in zip(levels, levels[1:], strict=False):
        if below > above + 1:
            yield f"h{below} after h{above}"
