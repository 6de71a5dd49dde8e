"""Lists that are none: Word's paragraphs with a bullet typed in front, and items without a list.

Word writes `<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o</span>text</p>`,
Word Online a list for each item: `<div class="ListContainerWrapper"><ul><li data-aria-level="2">`.
"""

import re

from portal.richtext.parsing import HEADINGS, Element

_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])")
LISTS = ("ul", "ol")
_NUMBERED = re.compile(r"\(?([0-9]{1,4}|\w{1,5})[.)]")


def regrouped(nodes):
    """The nodes with such paragraphs and stray <li> put into lists."""
    grouped = []
    open_lists = []  # of Word's items: (level, list), outermost first
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                open_lists = []
            grouped.append(node)
        elif level := _level(node):
            marker, children = _without_marker(node.children)
            _put(Element("li", children=children), level, _listing(marker), open_lists, grouped)
        elif items := _items_online(node):
            for listing, item in items:
                _put(item, _level_online(item), listing, open_lists, grouped)
        elif node.tag == "li":
            open_lists = []
            _put_stray(node, grouped)
        else:
            open_lists = []
            grouped.append(node)
    return grouped


def _level(node):
    """Of a paragraph in a list; a numbered heading stays one, with its number."""
    match = None if node.tag in HEADINGS else _LEVEL.search(node.style)
    return int(match[1]) if match else 0


def _items_online(node):
    """The items of a wrapper, each with an empty list of its kind; none if it is no such."""
    if "ListContainerWrapper" not in node.attributes.get("class", "").split():
        return []
    lists = [child for child in node.children if not _is_blank(child)]
    items = [(each, item) for each in lists if isinstance(each, Element) and each.tag in LISTS
             for item in each.children if not _is_blank(item)]  # fmt: skip
    is_whole = all(isinstance(item, Element) and item.tag == "li" for _each, item in items)
    if not is_whole or len({id(each) for each, _item in items}) < len(lists):
        return []
    return [(Element(each.tag, {"start": each.attributes.get("start", "1")}), item)
            for each, item in items]  # fmt: skip


def _level_online(item):
    level = item.attributes.get("data-aria-level", "1")
    return int(level) if re.fullmatch("[1-9]", level) else 1


def _put(item, level, listing, open_lists, grouped):
    """Adds the item to the open list of its level, or to this new one."""
    while open_lists and open_lists[-1][0] > level:
        open_lists.pop()
    if not open_lists or open_lists[-1][0] < level:
        parent = open_lists[-1][1].children[-1].children if open_lists else grouped
        parent.append(listing)
        open_lists.append((level, listing))
    open_lists[-1][1].children.append(item)


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
