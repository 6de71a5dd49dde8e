"""The editor in a real browser: what is typed is what the server keeps."""

from urllib.parse import urlsplit

import pytest

from tests.browser.axe import faults
from tests.browser.editor.pages import kept, rest

pytestmark = [pytest.mark.browser, pytest.mark.once]


def test_author_types_formats_and_links(open_desk):
    page = open_desk()
    editable = page.locator(".cke_editable")
    editable.click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.click(".cke_combo__format a")
    page.frame_locator("iframe.cke_panel_frame").get_by_text("Heading 2").click()
    editable.press_sequentially("A library opens")
    page.keyboard.press("Enter")
    editable.press_sequentially("It has ")
    page.keyboard.press("Control+B")
    editable.press_sequentially("five rooms")
    page.keyboard.press("Control+B")
    editable.press_sequentially(" and a garden, see ")
    rest(page)
    page.click(".cke_button__link")
    dialog = page.locator(".cke_dialog:visible")
    dialog.get_by_label("Display Text").fill("the plan")
    dialog.get_by_role("textbox", name="URL").press_sequentially("document:108863")
    dialog.get_by_role("button", name="OK").click()
    editable.press("End")
    page.keyboard.press("Enter")
    page.click(".cke_button__bulletedlist")
    editable.press_sequentially("Fiction")
    page.keyboard.press("Enter")
    editable.press_sequentially("Maps")
    assert kept(page).splitlines() == [
        "<h2>A library opens</h2>",
        '<p>It has <strong>five rooms</strong> and a garden, see <a href="document:108863">the plan'
        "</a></p>",
        "<ul>",
        "<li>Fiction</li>",
        "<li>Maps</li>",
        "</ul>",
    ]
    assert page.told == []
    hosts = {urlsplit(url).netloc for url in page.asked if not url.startswith("data:")}
    assert hosts == {urlsplit(page.url).netloc}
    assert not [url for url in page.asked if "version" in url]


def test_an_own_address_in_the_link_dialog_becomes_a_reference(open_desk, address):
    page = open_desk()
    page.locator(".cke_editable").click()
    page.keyboard.press("Control+A")
    rest(page)
    page.click(".cke_button__link")
    dialog = page.locator(".cke_dialog:visible")
    dialog.get_by_role("textbox", name="URL").fill(address.replace("/admin", "/en/news/108863/x/"))
    dialog.get_by_role("button", name="OK").click()
    assert kept(page) == '<p><a href="document:108863">Hello</a></p>'


@pytest.mark.parametrize("typed", ["javascript:hit()", "nowhere at all", "document:x", "/en/news/"])
def test_the_link_dialog_says_what_an_address_is(open_desk, typed):
    page = open_desk()
    said = []
    page.on("dialog", lambda alert: (said.append(alert.message), alert.accept()))
    page.locator(".cke_editable").click()
    page.click(".cke_button__link")
    dialog = page.locator(".cke_dialog:visible")
    dialog.get_by_role("textbox", name="URL").press_sequentially(typed)
    dialog.get_by_role("button", name="OK").click()
    [sentence] = said
    assert sentence.startswith("Write a whole address that starts with https://, or document:")
    assert dialog.is_visible()


def test_author_makes_a_table(open_desk):
    page = open_desk()
    page.locator(".cke_editable").click()
    page.click(".cke_button__table")
    dialog = page.locator(".cke_dialog:visible")
    dialog.get_by_label("Headers").select_option("row")
    dialog.get_by_label("Caption").fill("Hours")
    dialog.get_by_label("Rows").fill("2")
    fields = dialog.locator("input:visible, select:visible").count()
    dialog.get_by_role("button", name="OK").click()
    page.locator(".cke_editable th").first.click()
    for words in ("Day", "Hours", "Monday", "9–20"):
        page.keyboard.insert_text(words)
        page.keyboard.press("Tab")
    html = kept(page)
    assert '<caption>Hours</caption>\n<thead>\n<tr><th scope="col">Day</th>' in html
    assert "<tr><td>Monday</td><td>9–20</td></tr>" in html
    assert fields == 4  # width, alignment, borders and spacing are not offered: they are not kept


def test_the_editor_is_named_and_described_by_its_field(open_desk):
    page = open_desk()
    editable = page.get_by_role("textbox", name="Text", exact=True)
    assert editable.get_attribute("aria-describedby") == "id_body_helptext"
    page.click("label[for=id_body]")
    assert page.evaluate("document.activeElement.classList.contains('cke_editable')")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_the_editor(open_desk, width):
    page = open_desk(width=width)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_one_types_html(address, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(f"{address}/desk/")
    page.get_by_label("Text").fill("<h1>a</h1>b<br><br>c<script>hit()</script>")
    assert kept(page) == "<h2>a</h2>\n<p>b</p>\n<p>c</p>"
