"""JSON-LD: data that no text can make into anything else."""

import json
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from portal.templatetags.structured import json_ld, moment

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "a & b < c > d",
    "]]>",
    '"\\',
    "\u2028\u2029",
    "Ночь 夜",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_text_holds_the_block_stays_one_block_and_says_the_text(text):
    html = json_ld({"@type": "Thing", "name": text})
    page = BeautifulSoup(f"<p>{html}</p>", "html.parser")
    (block,) = page.find_all("script")
    assert block.attrs == {"type": "application/ld+json"}
    assert json.loads(block.string) == {
        "@context": "https://schema.org",
        "@type": "Thing",
        "name": text,
    }
    assert not set("<>&") & set(block.string)
    assert page.get_text() == ""


def test_a_moment_is_told_in_the_sites_zone_and_without_what_html_has_no_word_for():
    at = datetime(2019, 6, 5, 9, 0, 1, 250_000, tzinfo=UTC)
    assert moment(at) == "2019-06-05T12:00:01+03:00"
    assert moment(None) == ""
