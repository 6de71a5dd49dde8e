"""Pastes in a real browser: of good will they stay whole, of ill will they run nothing."""

import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.template import engines

from portal.richtext import clean
from portal.richtext.allowed import ALLOWED
from tests.browser.editor.pages import SET_TRAP, paste
from tests.portal.richtext import hostile
from tests.portal.richtext.test_cleaning import FILES, PASTES
from tests.portal.richtext.validity import faults_of

pytestmark = [pytest.mark.browser, pytest.mark.once]

EVERYTHING = Path(__file__).parents[2] / "portal" / "richtext" / "everything.html"


def test_a_paste_through_the_editor_is_what_the_server_makes_of_it(open_desk):
    page = open_desk()
    assert len(FILES) >= 20
    for name in FILES:
        html = (PASTES / f"{name}.html").read_text()
        assert clean(paste(page, html)) == clean(html), name
    assert page.told == []
    assert [url for url in page.asked if "/static/" not in url and "/desk/" not in url] == []


def test_all_that_is_allowed_and_nothing_else_stays_in_the_editor(open_desk):
    """The editor's filter and the server's come of one list; here they are seen to agree."""
    page = open_desk()
    html = paste(page, EVERYTHING.read_text())
    used = page.evaluate(
        """(html) => {
          const tree = new DOMParser().parseFromString(html, "text/html").body;
          return [...tree.querySelectorAll("*")].flatMap((element) => [
            element.localName,
            ...[...element.attributes].map((one) => `${element.localName}[${one.name}]`),
          ]);
        }""",
        html,
    )
    attributes = {f"{tag}[{name}]" for tag, names in ALLOWED.items() for name in names}
    assert set(used) == set(ALLOWED) | attributes
    assert clean(html) == clean(EVERYTHING.read_text())
    assert list(faults_of(clean(html))) == []


def test_the_trap_for_hostile_bodies_works(address, new_page):
    page = new_page()
    page.goto(f"{address}/control/")
    page.wait_for_function("() => window.hits")
    assert page.evaluate("window.hits") == 1


def test_no_hostile_body_runs_in_a_readers_browser(address, new_page):
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/reader/")
    for link in page.locator("a").all():
        link.dispatch_event("mouseover")
    page.wait_for_timeout(500)
    assert page.evaluate("window.hits") == 0
    assert [url for url in asked if "/reader/" not in url and "favicon" not in url] == []


def test_no_hostile_body_runs_in_the_editor(open_desk, address):
    """Posted and refused, so shown again; and pasted, as from a page that somebody set up."""
    page = open_desk()
    page.add_init_script(SET_TRAP)
    page.evaluate(f"() => {{ {SET_TRAP} }}")
    page.asked.clear()
    ran = []
    for body in hostile.BODIES:
        data = paste(page, body.encode("utf-8", "replace").decode(), patience=60)
        if page.evaluate("window.hits"):
            ran.append(body)
            page.evaluate("window.hits = 0")
        assert list(faults_of(clean(data))) == []
    assert ran == []
    assert [url for url in page.asked if "/static/" not in url] == []
    page.evaluate(
        """(body) => {
          CKEDITOR.instances.id_body.destroy(true);
          document.querySelector("#id_body").value = body;
          HTMLFormElement.prototype.submit.call(document.querySelector("form"));
        }""",
        "".join(hostile.BODIES).encode("utf-8", "replace").decode(),
    )
    page.wait_for_selector(".cke_editable")
    page.wait_for_timeout(500)
    assert page.evaluate("window.hits") == 0
    outside = {urlsplit(url).netloc for url in page.asked if url.startswith("http")}
    assert outside == {urlsplit(address).netloc}


def test_html_validate_finds_nothing_in_any_cleaned_body(db, tmp_path):
    text = engines["django"].from_string("{% load richtext %}{% richtext body %}")
    sources = [*hostile.BODIES, *((PASTES / f"{name}.html").read_text() for name in FILES)]
    shown = "\n".join(text.render({"body": clean(source)}) for source in sources)
    page = tmp_path / "all.html"
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head><title>All</title></head>\n<body>\n<h1>All</h1>'
    )
    page.write_text(f"{head}\n{shown}\n</body>\n</html>\n")
    run = subprocess.run(
        ["node_modules/.bin/html-validate", "--config", ".htmlvalidate.json", str(page)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")
