"""What css/tokens.css promises: everyone can read what is written with it, in every scheme."""

import pytest

from portal.identity.colours import PAPERS
from portal.style.tokens import PAIRS, SCHEMES, colours, pairs, tokens


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read_on_every_ground_it_stands_on(scheme):
    faint = [
        f"{pair.text} on {pair.ground}: {pair.found:.2f} of {pair.least}"
        for pair in pairs(scheme)
        if not pair.is_enough
    ]
    assert faint == []


@pytest.mark.parametrize("scheme", ["more contrast", "dark, more contrast"])
def test_who_asks_for_more_contrast_gets_7_to_1_wherever_there_is_text(scheme):
    assert [p for p in pairs(scheme) if p.least != 3 and p.found < 7] == []


def test_every_colour_is_judged_with_another():
    judged = {name for text, ground, _least in PAIRS for name in (text, ground)}
    assert set(colours("light")) - judged == {"line"}  # parts rows that space parts already


def test_schemes_differ_and_name_the_same_tokens():
    found = tokens()
    assert len({values["paper"] for values in found.values()}) == 4
    assert len({frozenset(values) for values in found.values()}) == 1


def test_the_colours_of_a_sites_own_are_judged_on_the_papers_of_the_house():
    for scheme, (paper, linen) in PAPERS.items():
        known = colours(scheme)
        assert (paper, linen) == (known["paper"], known["linen"])
