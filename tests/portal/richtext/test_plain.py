"""Rich text as lines that a person reads and compares."""

import dataclasses

import pytest

from portal.richtext import blocks, tables
from portal.richtext.plain import _Plain, plain_blocks


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


KINDS = {
    name: kind
    for module in (blocks, tables)
    for name, kind in vars(module).items()
    if dataclasses.is_dataclass(kind) and name not in {"Element", "Cell"}
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_block_can_be_read(kind):
    """A new kind of block must say how it reads, or texts that hold it cannot be compared."""
    samples = {int: 2, str: "x", list: []}
    fields = {field.name: samples[field.type] for field in dataclasses.fields(KINDS[kind])}
    assert len(list(_Plain({}).lines([KINDS[kind](**fields)]))) <= 1


def test_part_that_a_text_places_is_called_by_its_name():
    @dataclasses.dataclass
    class Placed:
        key: str

    plain = _Plain({"k1": "The reading room"})
    assert list(plain.lines([Placed("k1"), Placed("k2")])) == [
        "[picture: The reading room]",
        "[picture: k2]",
    ]
