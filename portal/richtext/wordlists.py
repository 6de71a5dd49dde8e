"""Lists that are none: Word's paragraphs with a bullet typed in front, and items without a list.

Word writes `<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o</span>text</p>`.
"""

import re

from portal.richtext.parsing import Element

_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])")
_NUMBERED = re.compile(r"\(?([0-9]{1,4}|\w{1,5})[.)]")


def regrouped(nodes):
    """The nodes with such paragraphs and stray <li> put into lists."""
    grouped = []
    open_lists = []  # of Word's paragraphs: (level, list), outermost first
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                open_lists = []
            grouped.append(node)
        elif match := _LEVEL.search(node.style):
            _put(node, int(match[1]), open_lists, grouped)
        elif node.tag == "li":
            open_lists = []
            _put_stray(node, grouped)
        else:
            open_lists = []
            grouped.append(node)
    return grouped


def _put(paragraph, level, open_lists, grouped):
    marker, children = _without_marker(paragraph.children)
    while open_lists and open_lists[-1][0] > level:
        open_lists.pop()
    if not open_lists or open_lists[-1][0] < level:
        listing = _listing(marker)
        parent = open_lists[-1][1].children[-1].children if open_lists else grouped
        parent.append(listing)
        open_lists.append((level, listing))
    open_lists[-1][1].children.append(Element("li", children=children))


def _put_stray(item, grouped):
    last = next((node for node in reversed(grouped) if not _is_blank(node)), None)
    if isinstance(last, Element) and last.attributes.get("made-for") == "stray":
        last.children.append(item)
    else:
        grouped.append(Element("ul", {"made-for": "stray"}, [item]))


def _is_blank(node):
    return isinstance(node, str) and not node.strip()


def _listing(marker):
    numbered = _NUMBERED.fullmatch(marker)
    if not numbered:
        return Element("ul")
    return Element("ol", {"start": numbered[1]} if numbered[1].isdecimal() else {})


def _without_marker(nodes):
    """The bullet or number that Word typed, and the nodes without it."""
    marker, kept = "", []
    for node in nodes:
        if isinstance(node, str):
            kept.append(node)
        elif re.search(r"mso-list\s*:\s*ignore", node.style):
            marker = marker or _text(node)
        else:
            inner, children = _without_marker(node.children)
            marker = marker or inner
            kept.append(Element(node.tag, node.attributes, children))
    return marker, kept


def _text(node):
    parts = (child if isinstance(child, str) else _text(child) for child in node.children)
    return "".join(parts).strip()
