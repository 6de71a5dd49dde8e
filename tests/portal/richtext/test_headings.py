"""Ids of headings: of their words, each once, the same whatever else the text says."""

import pytest

from portal.richtext.headings import headings_in, with_ids


def ids(html, language="en"):
    return [heading.id for heading in headings_in(html, language)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Rivers &amp; lakes", "s-rivers-lakes"),
        ("ru", "Реки и озёра", "s-reki-i-oziora"),
        ("be", "Гарады", "s-harady"),
        ("zh-hans", "河流与湖泊", "s-河流与湖泊"),
        ("en", "森林", "s-森林"),
        ("en", "<strong>2026</strong>", "s-2026"),
        ("en", "…", "s-part"),
    ],
)
def test_an_id_is_made_of_the_words(language, text, name):
    assert ids(f"<h2>{text}</h2>", language) == [name]


def test_headings_of_the_same_words_are_told_apart():
    html = "".join(f"<h2>{text}</h2>" for text in ("A", "A", "A 2", "A"))
    found = ids(html)
    assert found[0] == "s-a"
    assert len(set(found)) == 4


def test_an_id_stays_while_other_headings_come_and_go():
    assert ids("<h2>New</h2><h3>More</h3><h2>Rivers</h2>")[-1] == ids("<h2>Rivers</h2>")[0]


def test_the_text_gets_just_these_ids():
    html = "<h2>One</h2><p>A.</p><h3>Two</h3><h4>Three</h4>"
    marked = '<h2 id="s-one">One</h2><p>A.</p><h3 id="s-two">Two</h3><h4>Three</h4>'
    assert with_ids(html, "en") == marked
