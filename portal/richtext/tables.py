"""Tables: those that hold data stay tables; those that mail and old pages use for layout do not."""

import re
from dataclasses import dataclass, field

from portal.richtext.parsing import Element
from portal.richtext.pictures import taken_out
from portal.richtext.runs import one_line

SCOPES = {"row", "col", "rowgroup", "colgroup"}
MAX_SPAN = 1000  # HTML's own limit for colspan


@dataclass(slots=True)
class Cell:
    tag: str
    blocks: list
    scope: str
    colspan: int
    rowspan: int


@dataclass(slots=True)
class Table:
    caption: list = field(default_factory=list)  # runs
    head: list = field(default_factory=list)  # rows, each a list of cells
    body: list = field(default_factory=list)


def read(node, marks, nesting, heads, blocks_of):
    """The blocks that a <table> stands for; what lies between its rows comes before it, and the
    pictures in its cells after it.

    `blocks_of` is passed in because cells hold blocks and blocks hold tables.
    """
    parts = _Parts()
    parts.collect(node, "tbody")
    before = blocks_of(parts.strays, marks, nesting, heads)
    cells = [cell for _group, row in parts.rows for cell in row]
    if _is_layout(node, cells):
        content = [Element("div", {}, one.children) for one in parts.captions + cells]
        return before + blocks_of(content, marks, nesting, heads)
    figures = taken_out(parts.captions + cells)
    table = Table(caption=_caption(parts.captions, marks, nesting, blocks_of))
    for group, row in parts.rows:
        rows = table.head if group == "thead" else table.body
        rows.append([_cell(one, index, group, marks, nesting, heads, blocks_of)
                     for index, one in enumerate(row)])  # fmt: skip
    for rows in (table.head, table.body):
        for index, row in enumerate(rows):
            for cell in row:  # a cell ends with its group
                cell.rowspan = min(cell.rowspan, len(rows) - index)
    return [*before, table, *blocks_of(figures, marks, nesting, heads)]


class _Parts:
    def __init__(self):
        self.captions, self.rows, self.strays = [], [], []

    def collect(self, node, group):
        loose = []  # cells outside of any row make one
        for child in node.children:
            if isinstance(child, str):
                self.strays.append(child)
            elif child.tag in ("thead", "tbody", "tfoot"):
                self.collect(child, child.tag)
            elif child.tag == "tr":
                self._row(child, group)
            elif child.tag in ("td", "th"):
                loose.append(child)
            elif child.tag == "caption":
                self.captions.append(child)
            elif child.tag not in ("col", "colgroup"):
                self.strays.append(child)
        if loose:
            self._row(Element("tr", {}, loose), group)

    def _row(self, row, group):
        cells = []
        for child in row.children:
            is_cell = isinstance(child, Element) and child.tag in ("td", "th")
            (cells if is_cell else self.strays).append(child)
        if cells:
            self.rows.append((group, cells))


def _is_layout(node, cells):
    """A table that says so, holds another table, or has but one cell."""
    if node.attributes.get("role", "").lower() in ("presentation", "none"):
        return True
    return len(cells) <= 1 or any(_holds_table(cell) for cell in cells)


def _holds_table(node):
    return any(
        isinstance(child, Element) and (child.tag == "table" or _holds_table(child))
        for child in node.children
    )


def _caption(captions, marks, nesting, blocks_of):
    """One line of text, whatever the caption held: its blocks are taken apart."""
    runs = []
    for caption in captions:
        runs += [*_flat(caption.children, marks.within(caption)), (" ", marks)]
    return one_line(runs)


def _flat(nodes, marks):
    for node in nodes:
        if isinstance(node, str):
            yield node, marks
        else:
            yield " ", marks
            yield from _flat(node.children, marks.within(node))
            yield " ", marks


def _cell(node, index, group, marks, nesting, heads, blocks_of):
    is_header = node.tag == "th"
    blocks = blocks_of(node.children, marks.within(node), nesting, heads and not is_header)
    if is_header and not blocks:
        is_header = False  # an empty header names nothing
    scope = node.attributes.get("scope", "").lower()
    if scope not in SCOPES:
        scope = "row" if index == 0 and group != "thead" else "col"
    return Cell(
        tag="th" if is_header else "td",
        blocks=blocks,
        scope=scope if is_header else "",
        colspan=_span(node, "colspan"),
        rowspan=_span(node, "rowspan"),
    )


def _span(node, name):
    value = node.attributes.get(name, "").strip()
    return min(int(value), MAX_SPAN) or 1 if re.fullmatch("[0-9]{1,6}", value) else 1
