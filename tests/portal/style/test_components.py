"""What single components say, whatever stands in them."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from portal import languages
from portal.navigation.chrome import Alert, Link
from tests.reading import page_of, text_of


def drawn(name, **context):
    return BeautifulSoup(render_to_string(f"components/{name}.html", context), "html.parser")


@pytest.mark.django_db
@pytest.mark.parametrize("code", languages.CODES)
def test_the_foot_of_every_page_says_who_answers_for_it_and_how_to_reach_them(visitor, code):
    site = settings.IDENTITY.in_language(code)
    foot = page_of(visitor.get(languages.localise(code, "tourism/"))).footer
    text = text_of(foot)
    for duty in (site.name, site.owner, site.contact.address, site.contact.phone):
        assert duty in text
    addresses = [link["href"] for link in foot.select("a[href]")]
    assert f"mailto:{site.contact.email}" in addresses
    assert re.sub(r"[ ()-]", "", f"tel:{site.contact.phone}") in addresses
    for page in ("accessibility/", "site-map/"):
        assert languages.localise(code, page) in addresses
    others = [languages.localise(other, "") for other in languages.CODES if other != code]
    assert [link["href"] for link in foot.select("a[hreflang]")] == others


@pytest.mark.parametrize(
    ("level", "word"), [("notice", "Notice"), ("warning", "Warning"), ("danger", "Danger")]
)
def test_a_grade_of_alert_is_a_word_and_a_sign_before_it_is_a_colour(level, word):
    with translation.override("en"):
        page = drawn("alerts", alerts=[Alert(level, "Storm", "Stay at home.")])
    assert page.section["aria-label"] == "Alerts"
    assert text_of(page.select_one(".alert__level")) == word
    assert page.select_one(f".alert--{level} svg[aria-hidden=true]")


def test_the_three_grades_have_three_signs():
    grades = [Alert(level, "Storm", "") for level in ("notice", "warning", "danger")]
    signs = drawn("alerts", alerts=grades).select("svg")
    assert len({sign.decode_contents() for sign in signs}) == 3


def test_without_alerts_there_is_no_empty_region():
    assert not drawn("alerts", alerts=[]).find(True)
    assert not drawn("site_banners", banners=[]).find(True)
    assert not drawn("quicklinks", links=[]).find(True)


@pytest.fixture
def menu():
    inside = Link("Tickets", "/en/visit/tickets/", current="page")
    return [
        Link("Visit", "/en/visit/", current="true", children=(inside, Link("Halls", "/en/halls/"))),
        Link("Свята", "/be/x/", lang="be"),
        Link("More", "", children=(Link("Elsewhere", "https://x.example/", is_external=True),)),
    ]


def test_every_link_of_both_levels_is_in_the_menu_as_plain_text(menu):
    page = drawn("menu", menu=menu)
    whole = page.select_one("details")
    assert {link["href"] for link in whole.select("a")} == {
        *("/en/visit/", "/en/visit/tickets/", "/en/halls/", "/be/x/", "https://x.example/")
    }
    assert all(link.find_parent("li") for link in page.select("a"))
    assert not page.select("button, [role], [aria-expanded], script")
    assert whole.summary.get_text(strip=True)


def test_the_menu_marks_where_one_is_and_what_is_written_in_another_language(menu):
    page = drawn("menu", menu=menu)
    current = {link["href"]: link["aria-current"] for link in page.select("a[aria-current]")}
    assert current == {"/en/visit/": "true", "/en/visit/tickets/": "page"}
    assert {link["href"] for link in page.select("a[lang=be]")} == {"/be/x/"}


def test_a_heading_that_leads_nowhere_is_no_link(menu):
    page = drawn("menu", menu=menu)
    assert [span.get_text() for span in page.select("span.menu__title")] == ["More"]
    assert page.select_one("a[href^='https:']")["rel"] == ["external", "noopener"]


def test_icons_say_nothing_to_who_hears_the_page(menu):
    for icon in drawn("menu", menu=menu).select("svg"):
        assert icon["aria-hidden"] == "true"
        assert (icon["width"], icon["height"]) == ("20", "20")  # where no stylesheet says so
