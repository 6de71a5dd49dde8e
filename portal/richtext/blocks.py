"""The tree of any HTML → the blocks that a text consists of; nothing but tags is lost."""

import re
from dataclasses import dataclass, field

from portal.richtext import pictures, tables, wordlists
from portal.richtext.parsing import BLOCKS, HEADINGS, Element
from portal.richtext.runs import BREAK, PLAIN, one_line, paragraphs

# Lists, quotations and tables inside each other; deeper ones become plain paragraphs.
MAX_NESTING = 8
LISTS = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}


@dataclass(slots=True)
class Paragraph:
    runs: list


@dataclass(slots=True)
class Heading:
    level: int
    runs: list


@dataclass(slots=True)
class Rule:
    pass


@dataclass(slots=True)
class Figure:
    key: str


@dataclass(slots=True)
class Quote:
    blocks: list


@dataclass(slots=True)
class Listing:
    tag: str
    items: list = field(default_factory=list)  # each a list of blocks
    start: int = 1


def blocks_of(nodes, marks=PLAIN, nesting=0, heads=True):
    """The blocks of sibling nodes. Without `heads`, headings are paragraphs (inside a <th>)."""
    flow = _Flow(nesting, heads)
    flow.read(nodes, marks)
    flow.end_paragraph()
    return flow.blocks


def runs_of(nodes, marks):
    """The text alone, as runs of one line: what a heading or a caption may hold."""
    for node in nodes:
        if isinstance(node, str):
            yield node, marks
            continue
        apart = node.tag in BLOCKS or node.tag == "br"
        if apart:
            yield BREAK, marks
        yield from runs_of(node.children, marks.within(node))
        if apart:
            yield BREAK, marks


class _Flow:
    def __init__(self, nesting, heads):
        self.nesting = nesting
        self.heads = heads
        self.blocks = []
        self.runs = []

    def end_paragraph(self):
        if self.runs:
            self.blocks.extend(Paragraph(runs) for runs in paragraphs(self.runs))
            self.runs = []

    def read(self, nodes, marks):
        for node in wordlists.regrouped(nodes):
            if isinstance(node, str):
                self.runs.append((node, marks))
            elif node.tag == "br":
                self.runs.append((BREAK, marks))
            elif node.tag in BLOCKS:
                self.end_paragraph()
                self.block(node, marks.within(node))
                self.end_paragraph()
            else:
                self.read(node.children, marks.within(node))

    def block(self, node, marks):
        container = node.tag in LISTS or node.tag in ("blockquote", "table")
        if node.tag == "hr":
            self.blocks.append(Rule())
        elif key := pictures.key_of(node):
            self.blocks.append(Figure(key))
            self.read(node.children, marks)
        elif node.tag in HEADINGS and self.heads:
            self.heading(node, marks)
        elif container and self.nesting < MAX_NESTING:
            self.blocks.extend(_contained(node, marks, self.nesting + 1, self.heads))
        elif node.tag in LISTS:  # too deep: an item is a paragraph
            for item in _items(node.children):
                self.read(item.children, marks.within(item))
                self.end_paragraph()
        elif node.tag == "pre":
            self.read(_with_breaks(node.children), marks)
        else:
            self.read(node.children, marks)

    def heading(self, node, marks):
        figures = pictures.taken_out(node.children)
        if runs := one_line(runs_of(node.children, marks)):
            self.blocks.append(Heading(int(node.tag[1]), runs))
        self.read(figures, marks)


def _contained(node, marks, nesting, heads):
    if node.tag == "table":
        return tables.read(node, marks, nesting, heads, blocks_of)
    if node.tag == "blockquote":
        blocks = blocks_of(node.children, marks, nesting, heads)
        return [Quote(blocks)] if blocks else []
    listing = Listing(LISTS[node.tag], start=_start(node))
    for child in _items(node.children):
        blocks = blocks_of(child.children, marks.within(child), nesting, heads)
        # A list directly inside a list, as Word and Google Docs write it, belongs to the item
        # before it.
        if blocks and child.tag != "li" and listing.items:
            listing.items[-1].extend(blocks)
        elif blocks:
            listing.items.append(blocks)
    return [listing] if listing.items else []


def _items(children):
    """The children of a list as items; what is neither blank nor an item is wrapped."""
    for child in children:
        if isinstance(child, str):
            if child.strip():
                yield Element("li", children=[child])
        elif child.tag == "li":
            yield child
        else:
            yield Element("", children=[child])


def _start(node):
    start = node.attributes.get("start", "").strip()
    is_number = node.tag == "ol" and re.fullmatch(r"[0-9]{1,6}", start)
    return int(start) if is_number else 1


def _with_breaks(nodes):
    for node in nodes:
        if isinstance(node, str):
            first, *others = node.split("\n")
            yield first
            for line in others:
                yield Element("br")
                yield line
        else:
            yield Element(node.tag, node.attributes, list(_with_breaks(node.children)))
