"""A text as lines that a person reads and compares: its markup in a few plain signs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from portal.richtext.blocks import Heading, Listing, Paragraph, Quote, Rule, blocks_of
from portal.richtext.parsing import parse
from portal.richtext.runs import BREAK
from portal.richtext.tables import Table


def plain_blocks(html: str) -> list[str]:
    """One line a block: "## Heading", "- item", "> quoted", "| cell | cell |", and in them
    **strong**, *em* and [words](address). A line holds a line break where the text does.
    """
    return list(_lines(blocks_of(parse(html or "").children)))


def _lines(blocks: Iterable) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _text(block.runs)
            case Heading():
                yield f"{'#' * block.level} {_text(block.runs)}"
            case Rule():
                yield "---"
            case Quote():
                yield from (f"> {line}" for line in _lines(block.blocks))
            case Listing():
                yield from _items(block)
            case Table():
                yield from _rows(block)
            case _:
                raise TypeError(f"Say how {type(block).__name__} reads as plain text.")


def _items(listing: Listing) -> Iterator[str]:
    # Every item bears the first number: one more at the top is no change of those below it.
    mark = "-" if listing.tag == "ul" else f"{listing.start}."
    for item in listing.items:
        first, *others = _lines(item)
        yield f"{mark} {first}"
        yield from (f"  {line}" for line in others)


def _rows(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"| {_text(table.caption)}"
    for row in (*table.head, *table.body):
        cells = (" / ".join(_lines(cell.blocks)) for cell in row)
        yield f"| {' | '.join(cells)} |"


def _text(runs) -> str:
    linked = groupby(runs, lambda run: run[1].href)
    return "".join(_link(href, "".join(_strong(words))) for href, words in linked)


def _link(href: str | None, words: str) -> str:
    return f"[{words}]({href})" if href else words


def _strong(runs) -> Iterator[str]:
    for is_strong, heavy in groupby(runs, lambda run: run[1].strong):
        yield _between("**" if is_strong else "", "".join(_em(heavy)))


def _em(runs) -> Iterator[str]:
    for is_em, slanted in groupby(runs, lambda run: run[1].em):
        text = "".join(text for text, _marks in slanted)
        yield _between("*" if is_em else "", text.replace(BREAK, "\n"))


def _between(sign: str, text: str) -> str:
    return f"{sign}{text}{sign}"
