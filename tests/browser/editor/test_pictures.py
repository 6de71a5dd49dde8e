"""Pictures of the page's list in the editor: placed, seen as one block, taken out by a key."""

import pytest

from tests.browser.axe import faults
from tests.browser.editor.pages import FIRST, GONE, PLACED, SECOND, kept, paste, rest

pytestmark = [pytest.mark.browser, pytest.mark.once]

FIGURE = '<figure data-picture="{}"></figure>'.format


def choose_in_dialog(page, label):
    page.click(".cke_button__picture")
    dialog = page.locator(".cke_dialog:visible")
    dialog.get_by_label("Picture", exact=True).select_option(label=label)
    dialog.get_by_role("button", name="OK").click()


def test_author_places_a_picture_of_the_list_where_the_caret_is(open_desk):
    page = open_desk("pictured")
    page.locator(".cke_editable").click()
    page.keyboard.press("End")
    for _letter in "lo":
        page.keyboard.press("ArrowLeft")
    rest(page)
    choose_in_dialog(page, "Picture 2: The garden")
    figure = page.locator(".cke_editable figure")
    assert figure.get_attribute("aria-label") == "Picture 2: The garden"
    assert figure.get_attribute("contenteditable") == "false"
    page.keyboard.type("and ")
    assert kept(page) == f"<p>Hel</p>\n{FIGURE(SECOND)}\n<p>and lo</p>"
    assert page.told == []


def test_the_list_tells_what_is_typed_now(open_desk):
    page = open_desk("pictured")
    page.locator("input[name=pictures-0-caption]").fill("The hall at night")
    choose_in_dialog(page, "Picture 1: The hall at night")
    page.locator("input[name=pictures-0-caption]").fill("")
    choose_in_dialog(page, "Picture 1: A reading room")


def test_author_goes_on_writing_after_a_picture_at_the_end(open_desk):
    page = open_desk("pictured")
    page.locator(".cke_editable").click()
    page.keyboard.press("End")
    rest(page)
    choose_in_dialog(page, "Picture 1: A reading room")
    page.keyboard.type("More")
    assert kept(page) == f"<p>Hello</p>\n{FIGURE(FIRST)}\n<p>More</p>"


def test_around_pictures_that_fill_a_text_one_can_write(open_desk):
    page = open_desk("placed")
    paragraphs = page.locator(".cke_editable p")
    for place, word in enumerate(("before", "between", "after")):
        paragraphs.nth(place).click()
        page.keyboard.type(word)
    assert kept(page) == "\n".join(
        ["<p>before</p>", FIGURE(FIRST), "<p>between</p>", FIGURE(GONE), "<p>after</p>"]
    )


def test_a_text_of_pictures_is_saved_as_it_was_opened(open_desk):
    page = open_desk("placed")
    figures = page.locator(".cke_editable figure")
    assert [figure.get_attribute("aria-label") for figure in figures.all()] == [
        "Picture 1: A reading room",
        "A picture that is not in the list any more",
    ]
    assert kept(page) == PLACED
    assert page.told == []


@pytest.mark.parametrize(("key", "place"), [("Delete", 0), ("Backspace", 1)])
def test_a_picture_is_taken_out_with_the_keyboard(open_desk, key, place):
    """From the line before it by Delete, from the line after it by Backspace; twice, since the
    first press chooses it.
    """
    page = open_desk("placed")
    page.locator(".cke_editable p").nth(place).click()
    rest(page)
    page.keyboard.press(key)
    chosen = page.locator(".cke_editable figure[data-cke-chosen]")
    assert chosen.get_attribute("data-picture") == FIRST
    page.keyboard.press(key)
    assert kept(page) == FIGURE(GONE)


def test_a_click_chooses_a_picture_and_typing_leaves_it_alone(open_desk):
    page = open_desk("placed")
    page.locator(".cke_editable figure").first.click()
    chosen = page.locator(".cke_editable figure[data-cke-chosen]")
    assert chosen.get_attribute("data-picture") == FIRST
    page.keyboard.press("ArrowRight")
    rest(page)
    assert chosen.count() == 0
    page.locator(".cke_editable figure").first.click()
    page.keyboard.press("Delete")
    assert kept(page) == FIGURE(GONE)


def test_a_picture_taken_out_comes_back_by_undo(open_desk):
    page = open_desk("placed")
    page.locator(".cke_editable figure").first.click()
    page.keyboard.press("Delete")
    assert page.locator(".cke_editable figure").count() == 1
    page.keyboard.press("Control+z")
    assert kept(page) == PLACED


def test_without_a_saved_picture_the_button_says_what_to_do(open_desk):
    page = open_desk()
    page.click(".cke_button__picture")
    dialog = page.locator(".cke_dialog:visible")
    assert "Save the draft first: then the pictures of its list can be placed." in (
        dialog.inner_text()
    )
    dialog.get_by_role("button", name="Cancel").click()
    assert kept(page) == "<p>Hello</p>"
    assert page.told == []


def test_a_paste_places_no_address_and_keeps_a_reference(open_desk):
    page = open_desk("pictured")
    html = paste(page, f'<p>a</p><figure data-picture="{FIRST}"><img src="x.png">b</figure>')
    assert FIGURE(FIRST) in html.replace("\n", "").replace("\t", "")
    assert "img" not in html
    assert page.locator(".cke_editable figure").get_attribute("aria-label")
    assert "figure" not in paste(page, '<figure data-picture="x">a</figure>')


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_where_pictures_stand(open_desk, width):
    page = open_desk("placed", width=width)
    findings = faults(page)
    page.click(".cke_button__picture")
    page.wait_for_selector(".cke_dialog select")
    findings += faults(page)
    assert findings == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
