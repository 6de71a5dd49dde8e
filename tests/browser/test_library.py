"""Choosing from the library, drawing a crop, setting the focal point: what scripts add to forms."""

import re

import pytest
from playwright.sync_api import expect

from news.models import Article
from portal.media import storage
from portal.media.models import Picture
from portal.publishing.models import State
from tests.browser.desk import Editor
from tests.browser.test_everyone import passwords

pytestmark = [pytest.mark.browser, pytest.mark.once]


@pytest.fixture
def editor(demo_site, new_page):
    def log_in(username, **options):
        return Editor(new_page(**options), demo_site, username, passwords()[username])

    return log_in


@pytest.fixture
def draft(demo_site):
    return Article.objects.filter(state=State.DRAFT, is_head=True, language="en").first()


def empty_row(page, article):
    return page.locator(f"#pictures-{article.pictures.count()}")


def change(article):
    return f"/admin/news/article/{article.pk}/change/"


def typed(page, selector):
    return [field.input_value() for field in page.locator(selector).all()]


def test_a_picture_is_chosen_in_a_dialog(draft, editor):
    anna = editor("demo-author")
    anna.open(change(draft))
    errors = []
    anna.page.on("pageerror", lambda error: errors.append(str(error)))
    wanted = Picture.objects.get(original_name="nesvizh.webp")
    new = empty_row(anna.page, draft)
    new.get_by_role("button", name="Choose from the library").click()
    dialog = anna.page.get_by_role("dialog", name="Library")
    dialog.get_by_label("Search").fill("NESVIZH")
    anna.page.keyboard.press("Enter")
    expect(dialog.locator(".library__item")).to_have_count(1)
    dialog.locator(".library__choose").focus()
    anna.page.keyboard.press("Enter")
    assert dialog.is_hidden()
    assert new.locator("[data-library]").input_value() == str(wanted.pk)
    new.locator("[name$=-alt]").fill("An aeroplane over a map")
    anna.press("_continue")
    assert [part.picture for part in draft.pictures.all()][-1] == wanted
    assert errors == []


def test_a_late_answer_to_an_earlier_question_is_not_shown(draft, editor):
    anna = editor("demo-author")
    anna.open(change(draft))
    held = []
    anna.page.route(re.compile(r"\?q=&page=1$"), lambda route: held.append(route))
    empty_row(anna.page, draft).get_by_role("button", name="Choose from the library").click()
    dialog = anna.page.get_by_role("dialog", name="Library")
    dialog.get_by_label("Search").fill("NESVIZH")
    anna.page.keyboard.press("Enter")
    expect(dialog.locator(".library__item")).to_have_count(1)
    (first,) = held
    with anna.page.expect_event("requestfinished"):
        first.continue_()
    anna.page.wait_for_timeout(300)
    expect(dialog.locator(".library__item")).to_have_count(1)


def test_a_crop_is_drawn_on_the_thumbnail_and_typed_with_the_keyboard(draft, editor):
    anna = editor("demo-author")
    anna.open(change(draft))
    row = anna.page.locator("#pictures-0")
    image = row.locator("[data-frame] img")
    image.scroll_into_view_if_needed()
    image.evaluate("image => image.decode()")  # until it is there, the page below it moves
    box = image.bounding_box()
    mouse = anna.page.mouse
    mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] * 0.2)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.9, steps=4)
    mouse.up()
    drawn = [int(value) for value in typed(row, "[data-crop] input")]
    assert all(abs(a - b) <= 1 for a, b in zip(drawn, (10, 20, 50, 70), strict=True))
    row.locator("[data-crop] input").nth(2).fill("60")
    shown = row.locator(".frame__crop").bounding_box()
    assert abs(shown["width"] - box["width"] * 0.6) < 5
    anna.press("_continue")
    part = draft.pictures.first()
    assert part.crop == "-".join(map(str, (drawn[0], drawn[1], 60, drawn[3])))
    assert storage.path(part.picture.token, f"{part.crop}_320.webp").exists()
    assert typed(anna.page.locator("#pictures-0"), "[data-crop] input") == part.crop.split("-")


def test_the_focal_point_is_set_by_a_press_on_the_picture(draft, editor):
    chief = editor("demo-chief")
    picture = draft.pictures.first().picture
    chief.open(f"/admin/media/picture/{picture.pk}/change/")
    image = chief.page.locator("[data-focus] img")
    box = image.bounding_box()
    image.click(position={"x": box["width"] * 0.3, "y": box["height"] * 0.7})
    point = typed(chief.page, "#id_focus_x, #id_focus_y")
    assert point == ["30", "70"]
    chief.page.click("[name=_save]")
    picture.refresh_from_db()
    assert (picture.focus_x, picture.focus_y) == (30, 70)


def test_all_of_it_works_without_script(draft, editor):
    anna = editor("demo-author", java_script_enabled=False)
    anna.open(change(draft))
    wanted = Picture.objects.get(original_name="khatyn.webp")
    new = empty_row(anna.page, draft)
    new.locator("[data-library]").fill(str(wanted.pk))
    for field, number in zip(new.locator("[data-crop] input").all(), ["0", "0", "50", "100"],
                             strict=True):  # fmt: skip
        field.fill(number)
    anna.press("_continue")
    part = draft.pictures.get(picture=wanted)
    assert part.crop == "0-0-50-100"
