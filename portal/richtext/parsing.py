"""HTML of any origin → a shallow tree; linear in time, whatever the input.

Not the standard library's `html.parser`: "<a " twenty thousand times (60 kB) keeps it busy for
48 seconds. Nor nh3 first: an HTML5 tree multiplies `<p><b a=1><p><b a=2>…`, 25 kB into 14 MB.
Nothing here has to be safe, only complete: the text written from this tree goes through nh3.
"""

import html
import re
import string
from dataclasses import dataclass, field
from functools import cached_property

# A deeper element is read as if its tags were not there; its text stays.
MAX_DEPTH = 60

_NAME = r"[a-zA-Z][^\s/<>]*+"
# Quotes hold a ">" only after "=", as in HTML5. Possessive, so that no input makes it go back.
_TAG = re.compile(rf"<(/?)({_NAME})((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_TAG_START = re.compile(rf"</?{_NAME}")
_LOOSE_TAG = re.compile(rf"<(/?)({_NAME})([^<>]*+)>")
_ATTRIBUTE = re.compile(
    r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+"
)
# Only with its semicolon: "?a=1&copy=2" in an address is no copyright sign.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[0-9a-zA-Z]{1,32});")


def _words(text):
    return set(text.split())


VOID = _words("area base br col embed hr img input link meta wbr")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = HEADINGS | _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form header hr html legend li main menu nav ol option p pre section"
    " summary table tbody td tfoot th thead title tr ul"
)
# Their content is no text of the author's; "comment" is a note on a cell in LibreOffice Calc.
DROPPED = _words(
    "audio canvas comment iframe math noembed noframes noscript object script select style svg"
    " template title video xml"
)
# A start tag ends the nearest open element of the first set, unless one of the second intervenes.
_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir", "table", "td", "th"}),
    "dt": ({"dt", "dd"}, {"dl", "table", "td", "th"}),
    "td": ({"td", "th"}, {"table"}),
    "tr": ({"tr", "caption"}, {"table"}),
    "tbody": ({"thead", "tbody", "tfoot", "caption"}, {"table"}),
}
_ENDS |= {"dd": _ENDS["dt"], "th": _ENDS["td"], "thead": _ENDS["tbody"], "tfoot": _ENDS["tbody"]}
_CELL_WALLS = {"td", "th", "caption", "table"}
_OWN_TABLE = {"td", "th", "tr", "thead", "tbody", "tfoot", "table", "caption"}
_IN_PARAGRAPH = ({"p"}, BLOCKS - {"p"})
_IN_HEADING = ({"p"} | HEADINGS, BLOCKS - {"p"} - HEADINGS)
_ASCII_LOWER = {ord(upper): ord(upper.lower()) for upper in string.ascii_uppercase}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list = field(default_factory=list)

    @property
    def style(self) -> str:
        return self.attributes.get("style", "").lower()


def parse(text: str) -> Element:
    """The tree of an HTML text, under an element without a name. Raises nothing."""
    tree = _Tree()
    for kind, value, attributes in _tokens(text):
        if kind == "text":
            tree.stack[-1].children.append(value)
        elif kind == "start":
            tree.start(value, attributes)
        else:
            tree.end(value)
    return tree.root


class _Tree:
    def __init__(self):
        self.root = Element("")
        self.stack = [self.root]

    def start(self, tag, attributes):
        if tag in BLOCKS:  # ends the open paragraph, or heading, that it is put into
            self._pop(*(_IN_HEADING if tag in HEADINGS else _IN_PARAGRAPH))
        if tag in _ENDS:
            self._pop(*_ENDS[tag])
        element = Element(tag, attributes)
        if tag in VOID:
            self.stack[-1].children.append(element)
        elif len(self.stack) <= MAX_DEPTH:
            self.stack[-1].children.append(element)
            self.stack.append(element)

    def end(self, tag):
        if tag in ("p", "br") and not any(element.tag == tag for element in self.stack):
            self.stack[-1].children.append(Element(tag))  # what browsers make of a lone </p>
            return
        self._pop({tag}, set() if tag in _OWN_TABLE else _CELL_WALLS)

    def _pop(self, tags, walls):
        for index in range(len(self.stack) - 1, 0, -1):
            if self.stack[index].tag in tags:
                del self.stack[index:]
                return
            if self.stack[index].tag in walls:
                return


class _Reader:
    """Walks over the text once; what it looked for in vain it never looks for again."""

    def __init__(self, text):
        self.text = text
        self.missing = set()

    @cached_property
    def lowered(self):
        """The same text to look for "</SCRIPT" in; folding all of Unicode would move places ("İ"
        becomes two characters). Made where it is asked for: most texts have no such element.
        """
        return _Reader(self.text.translate(_ASCII_LOWER))

    def find(self, mark, start):
        """Where the mark ends, from `start` on, or None."""
        if mark in self.missing:
            return None
        at = self.text.find(mark, start)
        if at < 0:
            self.missing.add(mark)
            return None
        return at + len(mark)

    def tag(self, start):
        if _TAG not in self.missing:
            if match := _TAG.match(self.text, start):
                return match
            if _TAG_START.match(self.text, start):
                self.missing.add(_TAG)  # it has looked for its ">" up to the end
        return _LOOSE_TAG.match(self.text, start)


def _tokens(text):
    """("text", words, None), ("start", tag, attributes) and ("end", tag, None), in order."""
    reader = _Reader(text)
    at = 0
    while at < len(text):
        bracket = text.find("<", at)
        if bracket != at:
            end = len(text) if bracket < 0 else bracket
            yield "text", html.unescape(text[at:end]), None
            at = end
        elif match := reader.tag(at):
            at = match.end()
            tag = match[2].lower()
            if match[1]:
                yield "end", tag, None
            elif tag in DROPPED:
                closing = reader.lowered.find(f"</{tag}", at)
                at = (reader.find(">", closing) or closing) if closing else at
            else:
                yield "start", tag, _attributes(match[3])
        else:
            after = _after_comment(reader, at)
            if after == at + 1:
                yield "text", "<", None
            at = after


def _after_comment(reader, at):
    """Where the comment, declaration or instruction at `at` ends; the next place if it is none."""
    if reader.text.startswith("<!--", at):
        return reader.find("-->", at + 2) or at + 4
    if reader.text.startswith(("<!", "<?", "</"), at):
        return reader.find(">", at) or at + 2
    return at + 1


def _attributes(text):
    attributes = {}
    for name, *values in _ATTRIBUTE.findall(text):
        value = "".join(values)
        attributes.setdefault(
            name.lower(), _REFERENCE.sub(lambda match: html.unescape(match[0]), value)
        )
    return attributes
