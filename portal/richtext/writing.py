"""Blocks → HTML in one canonical form, a block on a line."""

from portal.richtext.blocks import Figure, Heading, Listing, Paragraph, Quote, Rule
from portal.richtext.pictures import reference
from portal.richtext.runs import markup
from portal.richtext.tables import Table

LOWEST_HEADING = 4


def write(blocks) -> str:
    return "\n".join(_Writer().lines(blocks))


class _Writer:
    def __init__(self):
        self.levels = []  # of the headings that the present place is under
        self.writers = {
            Paragraph: lambda block: [f"<p>{markup(block.runs)}</p>"],
            Heading: self.heading,
            Rule: lambda block: ["<hr>"],
            Figure: lambda block: [reference(block.key)],
            Quote: lambda block: ["<blockquote>", *self.lines(block.blocks), "</blockquote>"],
            Listing: self.listing,
            Table: self.table,
        }

    def lines(self, blocks):
        return [line for block in blocks for line in self.writers[type(block)](block)]

    def heading(self, block):
        """The page's title is the h1, and no level is skipped: a text that starts with h3 and
        goes on with h5 has h2 and h3. Screen readers navigate by these.
        """
        level = max(block.level, 2)
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        tag = f"h{min(1 + len(self.levels), LOWEST_HEADING)}"
        return [f"<{tag}>{markup(block.runs)}</{tag}>"]

    def listing(self, block):
        start = f' start="{block.start}"' if block.start != 1 else ""
        items = ["\n".join(self.item(blocks)) for blocks in block.items]
        return [f"<{block.tag}{start}>", *items, f"</{block.tag}>"]

    def item(self, blocks):
        """An item of one paragraph, with lists under it or without, needs no <p>."""
        first, *others = blocks
        if isinstance(first, Paragraph) and all(isinstance(block, Listing) for block in others):
            if not others:
                return [f"<li>{markup(first.runs)}</li>"]
            return [f"<li>{markup(first.runs)}", *self.lines(others), "</li>"]
        return ["<li>", *self.lines(blocks), "</li>"]

    def table(self, block):
        lines = ["<table>"]
        if block.caption:
            lines.append(f"<caption>{markup(block.caption)}</caption>")
        for tag, rows in (("thead", block.head), ("tbody", block.body)):
            if rows:
                lines += [f"<{tag}>", *map(self.row, rows), f"</{tag}>"]
        return [*lines, "</table>"]

    def row(self, cells):
        return f"<tr>{''.join(map(self.cell, cells))}</tr>"

    def cell(self, cell):
        attributes = f' scope="{cell.scope}"' if cell.scope else ""
        for name in ("colspan", "rowspan"):
            if (span := getattr(cell, name)) > 1:
                attributes += f' {name}="{span}"'
        if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
            inner = markup(cell.blocks[0].runs)
        else:
            inner = "\n".join(self.lines(cell.blocks))
        return f"<{cell.tag}{attributes}>{inner}</{cell.tag}>"
