"""Two texts, block by block and then word by word: what was removed, added, and what stayed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, takewhile
from operator import eq

SAME, REMOVED, ADDED, CHANGED = "same", "removed", "added", "changed"

# What one page may spend: steps of difflib's inner loop, some two seconds of them.
STEPS = 10_000_000
# A block is shown as a changed one if it has this share of its words in common with another …
ALIKE = 0.4
# … among so many that follow.
WINDOW = 8
# Blocks that stayed are shown so far around those that did not.
CONTEXT = 1

# Chinese and Japanese have no spaces: there a character is a word.
_CJK = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# A word brings the space before it along, its stress marks, and an apostrophe within it (аб’ява).
_WORD = rf"(?:[^\W{_CJK}]|[\u0300-\u036f]|(?<=\w)['’](?=\w))+"
_TOKEN = re.compile(rf"\s*(?:[{_CJK}]|{_WORD}|[^\w\s])|\s+")
_LETTER = re.compile(r"\w")


@dataclass(frozen=True)
class Piece:
    kind: str
    text: str


@dataclass(frozen=True)
class Line:
    """One block. A changed one has pieces of several kinds, any other a single piece."""

    kind: str
    pieces: tuple[Piece, ...]

    @classmethod
    def whole(cls, kind: str, text: str) -> "Line":
        return cls(kind, (Piece(kind, text),))


@dataclass(frozen=True)
class Stretch:
    """Lines that follow each other; those far from any change are folded away."""

    lines: list[Line]
    is_folded: bool = False


class TooMuch(Exception):
    """The comparison would take longer than the page may."""


class Effort:
    """What is left to spend. It is asked before each round, so it bounds the time exactly."""

    def __init__(self, steps: int = STEPS):
        self.left = steps

    def spend(self, steps: int) -> None:
        if steps > self.left:
            raise TooMuch
        self.left -= steps


class _Matcher(SequenceMatcher):
    """difflib's own, which stops before it would cost more than there is left."""

    def __init__(self, before: Sequence[str], after: Sequence[str], effort: Effort):
        super().__init__(None, before, after, autojunk=False)
        steps = (1 + len(self.b2j.get(each, ())) for each in before)
        self.effort, self.costs = effort, [0, *accumulate(steps)]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        self.effort.spend(self.costs[ahi] - self.costs[alo])
        return super().find_longest_match(alo, ahi, blo, bhi)


def differences(before: Sequence[str], after: Sequence[str], effort: Effort) -> list[Line]:
    """The blocks of both texts in one order. With no effort left, what differs is shown whole."""
    lines = []
    for is_same, removed, added in _runs(before, after, effort):
        if is_same:
            lines += [Line.whole(SAME, text) for text in added]
        else:
            lines += _changed(removed, added, effort)
    return lines


def stretches(lines: list[Line]) -> list[Stretch]:
    """The lines for a reader who looks for what has changed."""
    changed = [index for index, line in enumerate(lines) if line.kind != SAME]
    near = {i for at in changed for i in range(at - CONTEXT, at + CONTEXT + 1)}
    found: list[Stretch] = []
    for index, line in enumerate(lines):
        is_far = index not in near
        if not found or found[-1].is_folded != is_far:
            found.append(Stretch([], is_far))
        found[-1].lines.append(line)
    # To fold one line away saves nothing.
    return [Stretch(s.lines, s.is_folded and len(s.lines) > 1) for s in found]


def _runs(before, after, effort) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """(whether equal, the run before, the run after), in order."""
    shorter = min(len(before), len(after))
    start = sum(takewhile(bool, map(eq, before, after)))
    end = sum(takewhile(bool, map(eq, reversed(before), reversed(after))))
    end = min(end, shorter - start)
    a, b = before[start : len(before) - end], after[start : len(after) - end]
    if start:
        yield True, before[:start], after[:start]
    if a and b:
        yield from _middle(a, b, effort)
    elif a or b:
        yield False, a, b
    if end:
        yield True, before[-end:], after[-end:]


def _middle(before, after, effort):
    try:
        opcodes = _Matcher(before, after, effort).get_opcodes()
    except TooMuch:
        opcodes = [("replace", 0, len(before), 0, len(after))]
    for tag, alo, ahi, blo, bhi in opcodes:
        yield tag == "equal", before[alo:ahi], after[blo:bhi]


def _changed(removed: Sequence[str], added: Sequence[str], effort: Effort) -> Iterator[Line]:
    """Each removed block beside the added one that is most like it, in the order of both."""
    if len(removed) == len(added) == 1:
        yield _compared(removed[0], added[0], effort)
        return
    counted, at = [Counter(_tokens(text)) for text in added], 0
    for old in removed:
        words = Counter(_tokens(old))
        likeness = [_likeness(words, new) for new in counted[at : at + WINDOW]]
        best = max(likeness, default=0)
        if best < ALIKE:
            yield Line.whole(REMOVED, old)
            continue
        partner = at + likeness.index(best)
        yield from (Line.whole(ADDED, text) for text in added[at:partner])
        yield _compared(old, added[partner], effort)
        at = partner + 1
    yield from (Line.whole(ADDED, text) for text in added[at:])


def _likeness(one: Counter, other: Counter) -> float:
    """The share of words in common, from 0 to 1, in whatever order."""
    common = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * common / (one.total() + other.total())


def _tokens(text: str) -> list[str]:
    """The words, each with the space before it. The first one is given a space as well, so that
    it stays the same word when another comes before it.
    """
    return _TOKEN.findall(f" {text}")


def _compared(old: str, new: str, effort: Effort) -> Line:
    before, after = _tokens(old), _tokens(new)
    if _likeness(Counter(before), Counter(after)) < ALIKE:
        return Line(CHANGED, tuple(_pieces([(False, before, after)])))
    found = list(_runs(before, after, effort))
    runs: list[tuple[bool, list[str], list[str]]] = []
    for index, (is_same, removed, added) in enumerate(found):
        # A comma that stayed between words that did not is no landmark to a reader.
        is_between = 0 < index < len(found) - 1
        is_landmark = is_same and (not is_between or any(map(_LETTER.search, added)))
        if runs and runs[-1][0] == is_landmark:
            runs[-1] = (is_landmark, [*runs[-1][1], *removed], [*runs[-1][2], *added])
        else:
            runs.append((is_landmark, removed, added))
    return Line(CHANGED, tuple(_pieces(runs)))


def _pieces(runs) -> Iterator[Piece]:
    for index, (is_same, removed, added) in enumerate(runs):
        # The line begins with the space that `_tokens` gave it.
        old, new = ("".join(tokens)[0 if index else 1 :] for tokens in (removed, added))
        if is_same:
            yield Piece(SAME, new)
            continue
        if old[:1] == new[:1] == " ":  # no part of what has changed
            yield Piece(SAME, " ")
            old, new = old[1:], new[1:]
        for kind, text in ((REMOVED, old), (ADDED, new)):
            if text:
                yield Piece(kind, text)
