"""A text as lines that a person reads and compares: its markup in a few plain signs."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from django.utils.translation import gettext as _

from portal.richtext.blocks import Heading, Listing, Paragraph, Quote, Rule, blocks_of
from portal.richtext.parsing import parse
from portal.richtext.runs import BREAK
from portal.richtext.tables import Table


def plain_blocks(html: str, names: Mapping[str, str] | None = None) -> list[str]:
    """One line a block: "## Heading", "- item", "> quoted", "| cell | cell |", and in them
    **strong**, *em* and [words](address). A line holds a line break where the text does.

    `names` are those of the parts that the text may place, by their keys.
    """
    return list(_Plain(names or {}).lines(blocks_of(parse(html or "").children)))


class _Plain:
    def __init__(self, names: Mapping[str, str]):
        self.names = names

    def lines(self, blocks: Iterable) -> Iterator[str]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield _text(block.runs)
                case Heading():
                    yield f"{'#' * block.level} {_text(block.runs)}"
                case Rule():
                    yield "---"
                case Quote():
                    yield from (f"> {line}" for line in self.lines(block.blocks))
                case Listing():
                    yield from self.items(block)
                case Table():
                    yield from self.rows(block)
                case object(key=key):  # a part of the edition, placed by its key
                    yield _("[picture: %(name)s]") % {"name": self.names.get(key) or key}
                case _:
                    raise TypeError(f"Say how {type(block).__name__} reads as plain text.")

    def items(self, listing: Listing) -> Iterator[str]:
        # Every item bears the first number: one more at the top is no change of those below it.
        mark = "-" if listing.tag == "ul" else f"{listing.start}."
        for item in listing.items:
            first, *others = self.lines(item)
            yield f"{mark} {first}"
            yield from (f"  {line}" for line in others)

    def rows(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f"| {_text(table.caption)}"
        for row in (*table.head, *table.body):
            cells = (" / ".join(self.lines(cell.blocks)) for cell in row)
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
