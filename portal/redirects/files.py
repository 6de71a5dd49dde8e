"""Redirects as a table in a file: read whatever spreadsheets write, written for all of them."""

import csv
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from portal.redirects.judging import in_words
from portal.redirects.models import Redirect
from portal.redirects.planning import Fault, Wish

MOST_BYTES = 10 * 2**20
MOST_ROWS = 100_000
MARK = b"\xef\xbb\xbf"
# A spreadsheet would reckon with what begins so.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ("from", "to", "hits", "last hit", "made", "by", "origin", "undone", "undone by")


class Unreadable(Exception):
    """The file as a whole is not understood; the text is a sentence."""


def wishes_in(content: bytes) -> tuple[list[Wish], list[Fault], str]:
    """What the file asks for, what is wrong with its lines, and the encoding that it was read in.
    Rows that a file of ours marks as undone are left out. Raises Unreadable.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 10 MB. Split it."))
    text, encoding = decoded(content)
    rows = iter(rows_of(text))
    header = [cell.strip().casefold() for cell in next(rows, (0, []))[1]]
    missing = [name for name in ("from", "to") if header.count(name) != 1]
    if missing:
        raise Unreadable(
            _("The first line must name the columns “from” and “to”, each once; it says: %(line)s")
            % {"line": "; ".join(header)[:100] or "–"}
        )
    wishes, faults = [], []
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(wishes) + len(faults) >= MOST_ROWS:
            words = _("The file has more than %(most)s lines. Split it.")
            raise Unreadable(words % {"most": MOST_ROWS})
        if len(cells) > len(header):
            faults.append(Fault(line, "–", _("The line has more cells than the first one.")))
            continue
        row = dict(zip(header, map(unquoted, cells), strict=False))
        if not row.get("undone"):
            wishes.append(Wish(row.get("from", ""), row.get("to", ""), line))
    return wishes, faults, encoding


def decoded(content: bytes) -> tuple[str, str]:
    """UTF-8 with or without a mark, UTF-16 with one, or windows-1251, as Excel saves CSV here."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "windows-1251"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig")
    raise Unreadable(_("This is no text in UTF-8 or windows-1251. Save the table as CSV."))


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each with the number of its line; commas, semicolons or tabs stand between the cells."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise Unreadable(
            _("Line %(line)s cannot be read as CSV (%(error)s). Look for a lone quotation mark.")
            % {"line": reader.line_num, "error": error}
        ) from error


def unquoted(cell: str) -> str:
    """Without the apostrophe that `safe` put before it."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell


def safe(cell) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULAS) else text


def lines_of(redirects: Iterable[Redirect]) -> Iterator[str]:
    """The lines of a CSV file, marked as UTF-8 so that Excel reads it; `wishes_in` reads it, too.

    A redirect to a document that was never public has no number to be named by and is left out.
    """
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    yield MARK.decode()
    writer.writerow(COLUMNS)
    for redirect in redirects:
        if redirect.document is None or redirect.document.number:
            writer.writerow(map(safe, cells_of(redirect)))
        yield taken(line)
    yield taken(line)


def taken(line: io.StringIO) -> str:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text


def cells_of(redirect: Redirect) -> list:
    batch = redirect.batch
    return [
        redirect.old,
        in_words(redirect),
        redirect.hits,
        moment(redirect.last_hit_at),
        moment(batch.made_at),
        batch.made_by or "",
        batch.origin,
        moment(redirect.undone_at),
        redirect.undone_by or "",
    ]


def moment(at) -> str:
    return at.isoformat(timespec="seconds") if at else ""
