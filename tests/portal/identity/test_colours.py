"""The site's own colours can be read, and reach a page without loosening its policy."""

import re

import pytest
from django.conf import settings

from portal.identity.colours import PAPERS, Palette, contrast, softened, stylesheet, text_on

TOKENS = settings.BASE_DIR / "portal" / "static" / "portal" / "css" / "tokens.css"
BLUE = Palette(accent="#14507a", field="#14507a", ground="#102434")
NIGHT = Palette(accent="#8cc8f0", field="#ffd76a", ground="#0a1620")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_the_papers_are_those_of_the_house():
    tokens = TOKENS.read_text()
    for paper in (paper for papers in PAPERS.values() for paper in papers):
        assert paper in tokens


def test_text_on_a_colour_is_the_one_that_is_read_better():
    assert (text_on("#14507a"), text_on("#ffd76a")) == ("#ffffff", "#111916")


@pytest.mark.parametrize("ground", ["#102434", "#0a1620", "#ffd76a", "#6b6b6b", "#16241e"])
def test_softer_text_is_still_read_by_everyone(ground):
    assert contrast(softened(text_on(ground), ground), ground) >= 4.5


def test_the_stylesheet_sets_tokens_by_scheme_and_leaves_high_contrast_alone():
    css = stylesheet({"light": BLUE, "dark": NIGHT}, "/identity/1/ornament.svg")
    assert css.startswith("@layer tokens {")
    assert ':root { --ornament: url("/identity/1/ornament.svg"); }' in css
    light, dark = re.findall(r"@media (.*) \{\n +:root \{(.*)\}", css)
    assert light[0] == "(not (prefers-contrast: more)) and (forced-colors: none)"
    assert dark[0] == (
        "(not (prefers-contrast: more)) and (forced-colors: none) and (prefers-color-scheme: dark)"
    )
    assert " --accent: #14507a;" in light[1]
    assert " --on-field: #111916;" in dark[1]
    tokens = TOKENS.read_text()
    names = re.findall(r"(--[a-z-]+):", css.replace("--ornament", ""))
    assert [name for name in names if f"{name}:" not in tokens] == []


@pytest.mark.django_db
def test_every_page_links_it_and_its_policy_stays_strict(client, settings):
    answer = client.get("/en/tourism/")
    url = settings.IDENTITY.in_language("en").colours_url
    assert f'<link rel="stylesheet" href="{url}">' in answer.content.decode()
    assert "unsafe" not in answer["Content-Security-Policy"]
    css = client.get(url)
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in css["Cache-Control"]
    assert css["ETag"]


@pytest.mark.django_db
def test_the_address_of_other_bytes_is_unknown(client, settings):
    url = settings.IDENTITY.in_language("en").emblem_url
    assert client.get(url)["Content-Type"] == "image/svg+xml"
    digest = url.split("/")[2]
    assert client.get(url.replace(digest, digest[::-1])).status_code == 404
    assert client.get(url.replace("emblem", "identity")).status_code == 404
