"""The style page: nothing that pages are built of is missing from it."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from portal import languages
from portal.style.tokens import colours
from portal.style.views import NAMES
from tests import cast

COMPONENTS = settings.BASE_DIR / "templates/components"
# For machines only; for other worlds; by other names on the page: a heading that only lists of
# the archive have, and the list of banners that the page shows one by one.
ELSEWHERE = {"open_graph.html", "world.html", "archive_heading.html", "banners.html"}


@pytest.fixture
def desk_member(client, author):
    client.force_login(author)
    return client


def read(answer):
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_every_component_is_on_the_style_page(desk_member, make_live, picture):
    make_live(pictures=[picture])
    answer = desk_member.get("/admin/style/?language=en")
    drawn = {template.name for template in answer.templates if template.name}
    wanted = {f"components/{path.name}" for path in COMPONENTS.glob("*.html")}
    assert wanted - drawn == {f"components/{name}" for name in ELSEWHERE}


def test_it_shows_the_newest_that_is_public_and_no_draft(desk_member, make_live, make_article):
    make_live(title="Storks return")
    make_article(title="Not yet")
    page = read(desk_member.get("/admin/style/?language=en")).get_text()
    assert "Storks return" in page
    assert "Not yet" not in page


@pytest.mark.parametrize("code", languages.CODES)
def test_it_speaks_the_language_asked_for_and_shows_all_scripts(desk_member, code):
    page = read(desk_member.get(f"/admin/style/?language={code}"))
    assert page.html["lang"] == languages.html_lang(code)
    shown = {block["lang"] for block in page.select(".style__scripts > [lang]")}
    assert shown == {languages.html_lang(each) for each in languages.CODES}
    assert page.select("q q")


def test_it_tells_every_colour_and_every_contrast_in_all_schemes(desk_member):
    page = read(desk_member.get("/admin/style/"))
    text = page.get_text()
    assert all(f"--{name}" in text for name in colours("light"))
    rows = page.select("[aria-labelledby=style-contrast] tbody tr")
    assert rows
    assert all(len(row.select("svg")) == len(NAMES) for row in rows)


@pytest.mark.parametrize("scheme", NAMES)
def test_a_scheme_can_be_looked_at_whatever_the_system_prefers(desk_member, scheme):
    page = read(desk_member.get(f"/admin/style/?scheme={scheme}"))
    link = page.select("link[rel=stylesheet]")[-1]["href"]
    css = desk_member.get(link).content.decode()
    assert "prefers-" not in css
    assert f"color-scheme: {'dark' if 'dark' in scheme else 'light'};" in css


def test_an_unknown_scheme_or_language_is_no_error(desk_member):
    assert desk_member.get("/admin/style/x.css").status_code == 404
    assert desk_member.get("/admin/style/?scheme=x&language=x").status_code == 200


def test_the_page_holds_with_nothing_published(desk_member):
    assert read(desk_member.get("/admin/style/")).select(".card")


def test_a_stranger_to_the_desk_sees_nothing_of_it(client, db):
    client.force_login(cast.a_person("nobody"))
    assert client.get("/admin/style/").status_code == 302
