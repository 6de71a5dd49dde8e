"""Rich text as lines that a person reads and compares."""

import dataclasses

import pytest

from portal.richtext import blocks, tables
from portal.richtext.parsing import parse
from portal.richtext.plain import plain_blocks


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", []),
        (None, []),
        ("<p>One</p><p>Two<br>lines</p>", ["One", "Two\nlines"]),
        ("<h2>Two</h2><h3>Three</h3>", ["## Two", "### Three"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["- a", "  - b", "- c"]),
        ("<ol start='3'><li>a</li><li>b</li></ol>", ["3. a", "3. b"]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", ["- a", "  b"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["> a", "> b"]),
        ("<p>a <strong>b <em>c</em></strong> <em>d</em></p>", ["a **b *c*** *d*"]),
        (
            '<p><a href="https://e.example/">a <strong>b</strong></a></p>',
            ["[a **b**](https://e.example/)"],
        ),
        ('<p><a href="document:108863">there</a></p>', ["[there](document:108863)"]),
        (
            "<table><caption>T</caption><tr><th>a</th><td>b</td></tr>"
            "<tr><td>c<ul><li>d</li></ul></td><td></td></tr></table>",
            ["| T", "| a | b |", "| c / - d |  |"],
        ),
        ("<p>a</p><hr><p>b</p>", ["a", "---", "b"]),
        ("<p>1 &lt; 2 &amp; 3</p>", ["1 < 2 & 3"]),
    ],
)
def test_markup_is_told_in_plain_signs(html, lines):
    assert plain_blocks(html) == lines


def test_every_kind_of_block_can_be_read():
    """A new kind of block must say how it reads, or texts that hold it cannot be compared."""
    kinds = {
        kind
        for module in (blocks, tables)
        for kind in vars(module).values()
        if dataclasses.is_dataclass(kind) and kind.__name__ not in {"Element", "Cell"}
    }
    html = (
        "<h2>h</h2><p>p</p><ul><li>l</li></ul><blockquote><p>q</p></blockquote><hr>"
        "<table><tr><td>t</td><td>t</td></tr></table>"
    )
    read = {type(block) for block in blocks.blocks_of(parse(html).children)}
    assert read == kinds
    assert len(plain_blocks(html)) == len(kinds)
