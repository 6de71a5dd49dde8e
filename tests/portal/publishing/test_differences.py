"""Two texts word by word: nothing lost, nothing made up, and never for long."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.publishing.differences import (
    ADDED,
    CHANGED,
    REMOVED,
    SAME,
    STEPS,
    Effort,
    differences,
    stretches,
)

SIGNS = {SAME: "{}", REMOVED: "[-{}-]", ADDED: "[+{}+]"}


def told(before, after, effort=None):
    """Each block as one string: "the [-old-][+new+] text"."""
    lines = differences(before, after, effort or Effort())
    return ["".join(SIGNS[p.kind].format(p.text) for p in line.pieces) for line in lines]


def side(lines, *kinds):
    """One of the two texts, put together again from what the lines say."""
    chosen = {SAME, CHANGED, *kinds}
    return [
        "".join(piece.text for piece in line.pieces if piece.kind in chosen)
        for line in lines
        if line.kind in chosen
        and (line.kind != CHANGED or any(p.kind in chosen for p in line.pieces))
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The doors open at nine.", "The doors close at nine.",
         "The doors [-open-][+close+] at nine."),
        ("The doors open.", "Now the doors open.", "[-The-][+Now the+] doors open."),
        ("Doors open at nine", "Doors open at nine, sharp", "Doors open at nine[+, sharp+]"),
        ("The old doors open", "The doors open", "The[- old-] doors open"),
        ("Mine", "Theirs", "[-Mine-][+Theirs+]"),
        ("Библиотека открыта до рассвета", "Библиотека закрыта до рассвета",
         "Библиотека [-открыта-][+закрыта+] до рассвета"),
        ("Гэта аб’ява пра сход", "Гэта аб’яўка пра сход",
         "Гэта [-аб’ява-][+аб’яўка+] пра сход"),
        ("图书馆今天开放。", "图书馆明天开放。", "图书馆[-今-][+明+]天开放。"),
        ("a, b and c stay", "x, y and c stay", "[-a, b-][+x, y+] and c stay"),
        ("two  spaces here now", "two spaces here now", "two [- spaces-][+spaces+] here now"),
    ],
)  # fmt: skip
def test_words_are_compared(before, after, expected):
    assert told([before], [after]) == [expected]


def test_blocks_are_compared_before_words():
    before = ["one is here", "two is here", "three is here"]
    after = ["one is here", "new block", "two was here", "three is here"]
    expected = ["one is here", "[+new block+]", "two [-is-][+was+] here", "three is here"]
    assert told(before, after) == expected


def test_block_without_likeness_is_removed_and_another_added():
    assert told(["all of this goes", "stays"], ["something else came", "and more", "stays"]) == [
        "[-all of this goes-]",
        "[+something else came+]",
        "[+and more+]",
        "stays",
    ]


@pytest.mark.parametrize("before", [[], ["old"]])
def test_an_empty_side_is_wholly_added_or_removed(before):
    assert told(before, []) == ["[-old-]"] * len(before)
    assert told([], before) == ["[+old+]"] * len(before)


blocks = st.lists(st.text(alphabet="ab ,.中文ы\n", max_size=12), max_size=8)


@settings(deadline=None, max_examples=300)
@given(before=blocks, after=blocks, steps=st.sampled_from([0, 3, STEPS]))
def test_both_texts_can_be_read_out_of_their_difference(before, after, steps):
    lines = differences(before, after, Effort(steps))
    for text, kind in ((before, REMOVED), (after, ADDED)):
        # Where a first word went or came, the next one shows its space.
        found = [block.removeprefix(" ") for block in side(lines, kind) if block.strip()]
        assert found == [block.removeprefix(" ") for block in text if block.strip()]


# --- Bounds --------------------------------------------------------------------------------------

LONG = 300_000
WORDS = [f"word{number}" for number in range(50_000)]


def texts_that_are_hard():
    chance = random.Random(7)
    yield "one word again and again", ["a " * (LONG // 2)], ["a " * (LONG // 2 - 1) + "b"]
    yield (
        "every second word",
        [" ".join(WORDS)],
        [" ".join(f"{word}x" if number % 2 else word for number, word in enumerate(WORDS))],
    )
    yield "shuffled", [" ".join(WORDS)], [" ".join(chance.sample(WORDS, len(WORDS)))]
    yield (
        "Chinese",
        ["".join(chr(0x4E00 + chance.randrange(500)) for _i in range(LONG)) for _side in (0,)],
        ["".join(chr(0x4E00 + chance.randrange(500)) for _i in range(LONG)) for _side in (0,)],
    )
    yield "tiny blocks", [str(n % 7) for n in range(37_000)], [str(n % 5) for n in range(37_000)]
    yield "spaces", [" " * LONG], [" " * (LONG - 1)]


@pytest.mark.parametrize(
    ("before", "after"), [pytest.param(b, a, id=name) for name, b, a in texts_that_are_hard()]
)
def test_the_longest_texts_cost_no_more_steps_than_a_page_may(before, after):
    effort = Effort()
    lines = differences(before, after, effort)
    assert effort.left >= 0
    found = [block.removeprefix(" ") for block in side(lines, ADDED)]
    assert found == [block.removeprefix(" ") for block in after]


def test_steps_are_counted_before_they_are_taken():
    """Of a comparison that would cost more, nothing is done: the blocks are shown whole."""
    effort = Effort(10)
    assert told(["a b c d"], ["a x c d"], effort) == ["a [-b-][+x+] c d"]
    many = " ".join(WORDS[:50])
    assert told([f"u {many} v"], [f"x {many} y"], effort) == [f"[-u {many} v-][+x {many} y+]"]


# --- Folding -------------------------------------------------------------------------------------


def test_blocks_far_from_a_change_are_folded_away():
    before = [f"block {number}" for number in range(9)]
    after = [*before[:4], "quite another", *before[5:]]
    found = stretches(differences(before, after, Effort()))
    assert [(s.is_folded, len(s.lines)) for s in found] == [(True, 3), (False, 3), (True, 3)]


def test_a_single_block_is_not_folded():
    found = stretches(differences(["a", "b", "c"], ["a", "b", "x"], Effort()))
    assert not any(stretch.is_folded for stretch in found)
