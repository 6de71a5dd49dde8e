"""An author places a picture in a text at the desk, and readers see it there."""

import pytest

from portal.media.intake import take_in
from portal.publishing.workflow import take
from portal.richtext.pictures import reference
from tests import cast
from tests.browser.desk import Editor
from tests.portal.media.drawing import draw, upload

pytestmark = [pytest.mark.browser, pytest.mark.once]

PASSWORD = "a long password for tests"


def test_author_places_a_picture_and_readers_see_it_in_the_text(
    site, new_page, author, publisher, make_article, visitor
):
    author.set_password(PASSWORD)
    author.save()
    pictures = [take_in(upload(draw(800, 500 + n)), author) for n in range(2)]
    draft = make_article(pictures=pictures)
    editor = Editor(new_page(), site, "author", PASSWORD)
    editor.open(f"/admin/news/article/{draft.pk}/change/")
    page = editor.page
    page.locator(".cke_editable").click()
    page.keyboard.press("Control+End")
    page.wait_for_timeout(300)
    page.click(".cke_button__picture")
    dialog = page.locator(".cke_dialog:visible")
    dialog.get_by_label("Picture", exact=True).select_option(label="Picture 2: The reading room")
    dialog.get_by_role("button", name="OK").click()
    page.keyboard.type("They close at six.")
    figure = page.locator(".cke_editable figure")
    assert "/admin/media/picture/file/" in figure.get_attribute("style")
    editor.press("_continue")
    page.wait_for_selector(".cke_editable figure")
    stored = cast.fresh(draft)
    placed = stored.pictures.all()[1]
    assert stored.body.splitlines()[-2:] == [reference(placed.key), "<p>They close at six.</p>"]
    live = cast.approve(take("submit", stored, by=author), publisher)
    reader = new_page()
    reader.goto(site + live.get_absolute_url())
    placed_image = reader.locator(".prose figure img")
    placed_image.scroll_into_view_if_needed()
    placed_image.evaluate("image => image.decode()")  # fails if no picture comes
    assert reader.locator("figure").count() == 2
