"""Text within one paragraph: runs of words with their marks, tidied and written in one order.

A run is (text, marks); marks are a set's worth of facts, not nesting, so overlapping and repeated
tags, of which pastes are full, have one form when written: link, then strong, then em.
"""

import html
import re
from itertools import groupby
from typing import NamedTuple

from portal.richtext import references

BREAK = "\v"  # stands for <br>; no text holds one (see _UNWANTED)
# The zero-width ones are what editors leave behind; joiners (ZWJ, ZWNJ) are letters' business.
_UNWANTED = re.compile(
    "[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f-\\x9f\\u200b\\ufeff\\ufdd0-\\ufdef\\ufffe\\uffff]"
)
_SPACES = " \t\r\n\f\xa0"
_UNTIDY = re.compile(rf"[{_SPACES}]{{2,}}|[\t\r\n\f]")
# Not Word's "mso-bidi-font-weight", which is about Hebrew and Arabic.
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)")


class Marks(NamedTuple):
    strong: bool = False
    em: bool = False
    href: str | None = None

    def within(self, element):
        """The marks of text inside this element: its tag's, then its style's, which has the
        last word (Google Docs wraps everything in `<b style="font-weight:normal">`).
        """
        strong, em, href = self
        if element.tag in ("b", "strong"):
            strong = True
        elif element.tag in ("i", "em"):
            em = True
        elif element.tag == "a" and "href" in element.attributes:
            href = references.normal(element.attributes["href"])
        if style := element.style:
            if weight := _WEIGHT.search(style):
                strong = weight[1] in ("bold", "bolder", "600", "700", "800", "900")
            if slant := _SLANT.search(style):
                em = slant[1] in ("italic", "oblique")
        return Marks(strong, em, href)

    def shared(self, other):
        return Marks(
            self.strong and other.strong,
            self.em and other.em,
            self.href if self.href == other.href else None,
        )


PLAIN = Marks()


def paragraphs(runs):
    """The runs as paragraphs: spaces tidied, empty ones gone, split where two breaks meet."""
    found = [[]]
    gap = []
    for text, marks in _pieces(runs):
        if text == BREAK or text.isspace():
            gap.append((text, marks))
            continue
        breaks = sum(space == BREAK for space, _ in gap)
        if found[-1] and breaks > 1:
            found.append([])
        elif found[-1] and gap:
            between = BREAK if breaks else " "
            _add(found[-1], between, _marks_of_gap(found[-1][-1][1], gap, marks))
        _add(found[-1], text, marks)
        gap = []
    return [paragraph for paragraph in found if paragraph]


def one_line(runs):
    """The runs as one paragraph at most, without breaks."""
    spaced = ((" " if text == BREAK else text, marks) for text, marks in runs)
    return next(iter(paragraphs(spaced)), [])


def markup(runs):
    """The runs as HTML, each mark opened as seldom as can be."""
    return "".join(
        _wrapped("a", href, "".join(_strong(linked)))
        for href, linked in groupby(runs, lambda run: run[1].href)
    )


def _pieces(runs):
    """Words and the gaps around them; a gap within a run's words is tidied where it stands.

    One no-break space between words is somebody's intent ("5\u00a0June") and stays. Two spaces, or
    one where bold begins, are what browsers make of typing.
    """
    for text, marks in _joined(runs):
        if text == BREAK:
            yield text, marks
            continue
        text = _UNWANTED.sub("", text)
        words = text.strip(_SPACES)
        if not words:
            if text:
                yield text, marks
            continue
        start = text.index(words)
        end = start + len(words)
        if start:
            yield text[:start], marks
        yield _UNTIDY.sub(" ", words), marks
        if end < len(text):
            yield text[end:], marks


def _joined(runs):
    """Runs of the same marks are one: where pastes cut a text into spans is nobody's intent."""
    for (is_break, marks), same in groupby(runs, lambda run: (run[0] == BREAK, run[1])):
        if is_break:
            yield from same
        else:
            yield "".join(text for text, _marks in same), marks


def _marks_of_gap(before, gap, after):
    marks = before.shared(after)
    for _text, own in gap:
        marks = marks.shared(own)
    return marks


def _add(paragraph, text, marks):
    if paragraph and paragraph[-1][1] == marks and BREAK not in (text, paragraph[-1][0]):
        paragraph[-1] = (paragraph[-1][0] + text, marks)
    else:
        paragraph.append((text, marks))


def _strong(runs):
    for strong, heavy in groupby(runs, lambda run: run[1].strong):
        yield _wrapped("strong", strong, "".join(_em(heavy)))


def _em(runs):
    for em, slanted in groupby(runs, lambda run: run[1].em):
        yield _wrapped("em", em, "".join(_text(text) for text, _ in slanted))


def _text(text):
    return "<br>" if text == BREAK else html.escape(text, quote=False)


def _wrapped(tag, value, inner):
    if not value:
        return inner
    attribute = f' href="{html.escape(value)}"' if tag == "a" else ""
    return f"<{tag}{attribute}>{inner}</{tag}>"
