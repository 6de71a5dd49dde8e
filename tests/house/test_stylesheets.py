"""Guards over the stylesheets of the public site, and over what its templates draw."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from portal.templatetags.icons import FOLDER as ICONS
from tests.house.routes import PAGES
from tests.reading import page_of

CSS = settings.BASE_DIR / "portal/static/portal/css"
TEMPLATES = settings.BASE_DIR / "templates"
# The desk's own, on top of Django's admin.
DESK = {"admin.css", "editor.css", "library.css", "style.css", "tree.css"}
# Linked by the pages of the low-vision version, on top of the others.
WORLDS = {"plain.css"}
PUBLIC = {
    path.name: path.read_text() for path in sorted(CSS.glob("*.css")) if path.name not in DESK
}

SIDES = "left|right|top|bottom"
PHYSICAL = re.compile(
    rf"(?<![\w-])(?:(?:margin|padding|border)-(?:{SIDES})[\w-]*|{SIDES}|(?:min-|max-)?(?:width|height)"
    rf"|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
QUERIES = re.compile(r"@(?:media|container)[^{]*")
COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(")
KILOBYTE = 1000


def the_one() -> Path:
    """The stylesheet that visitors get."""
    return Path(finders.find("portal/css/site.css"))


def rules_of(name):
    return QUERIES.sub("", COMMENTS.sub("", PUBLIC[name]))


@pytest.mark.parametrize("name", PUBLIC)
def test_no_stylesheet_knows_left_from_right(name):
    """A language that is written from the right turns the whole page by `dir` alone."""
    assert PHYSICAL.findall(rules_of(name)) == []


@pytest.mark.parametrize("name", PUBLIC)
def test_colours_have_names(name):
    """So that a scheme, a world or another country changes them in one place."""
    if name not in {"tokens.css", "print.css", *WORLDS}:
        assert COLOUR.findall(rules_of(name)) == []


@pytest.mark.parametrize("name", PUBLIC)
def test_letters_are_spaced_by_a_token_or_not_at_all(name):
    values = set(re.findall(r"letter-spacing:\s*([^;]+);", rules_of(name)))
    if name not in WORLDS:
        assert {value for value in values if not value.startswith("var(--tracking-")} <= {"0"}


def test_chinese_signs_are_never_spaced():
    rules = PUBLIC["tokens.css"].partition('[lang|="zh"]')[2].partition("}")[0]
    assert re.findall(r"--tracking-\w+: ([^;]+)", rules) == ["0em", "0em"]


def test_every_stylesheet_is_part_of_the_one_that_visitors_get():
    imported = re.findall(r'@import url\("([^"]+)"\)', PUBLIC["site.css"])
    assert imported[0] == "tokens.css"
    assert imported[-1] == "print.css"
    assert set(imported) == set(PUBLIC) - {"site.css"} - WORLDS
    assert len(imported) == len(set(imported))


def test_one_request_brings_all_rules_and_no_comment():
    served = the_one().read_text()
    assert "@import" not in served
    assert "/*" not in served
    for name in set(PUBLIC) - {"site.css"} - WORLDS:
        rules = re.sub(r"^\s+", "", COMMENTS.sub("", PUBLIC[name]), flags=re.MULTILINE)
        assert rules in served, name


def test_all_stylesheets_together_weigh_less_than_25_kb():
    assert len(gzip.compress(the_one().read_bytes())) <= 25 * KILOBYTE


@pytest.mark.django_db
def test_every_page_weighs_less_than_60_kb_with_its_stylesheets_and_without_pictures(
    places, visitor, record_property
):
    sheet = len(gzip.compress(the_one().read_bytes()))
    weights = {}
    for route in PAGES:
        answer = visitor.get(places["ru"].address(route))
        weights[route] = sheet + len(gzip.compress(answer.body))
    assert max(weights.values()) <= 60 * KILOBYTE
    heaviest = max(weights, key=weights.get)
    record_property("heaviest page", f"{heaviest}, {weights[heaviest]:,} bytes")


@pytest.mark.django_db
def test_the_ornament_stands_twice_on_a_page_and_no_more(places, visitor):
    for route in PAGES:
        page = page_of(visitor.get(places["en"].address(route)))
        assert len(page.select(".ornament")) <= 2, route


def test_the_icons_are_those_that_templates_draw():
    drawn = set()
    for template in TEMPLATES.rglob("*.html"):
        drawn.update(re.findall(r'{% icon "([\w-]+)"', template.read_text()))
    assert drawn == {path.stem for path in ICONS.glob("*.svg")}


def test_every_component_opens_with_what_it_takes():
    for template in sorted(TEMPLATES.glob("components/*.html")):
        opening = template.read_text().partition("\n")[0]
        assert re.match(r"\{#|\{% comment %\}", opening), template.name
