"""The desk's preview in a real browser: a page in a frame, which nobody else may put into one."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from news.models import Article
from portal.publishing.models import State
from tests.browser.test_everyone import at_the_desk

pytestmark = [pytest.mark.browser, pytest.mark.once]


@pytest.fixture
def draft(demo_site):
    return Article.objects.get(state=State.DRAFT, based_on__isnull=False, language="en")


@pytest.fixture
def preview(demo_site, new_page, draft):
    """preview(width, room=1440) → the desk's page, and what the browser complained of."""

    def open_preview(width, room=1440, **options):
        page, told = at_the_desk(new_page(room, **options), demo_site), []
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"{demo_site}/admin/news/article/{draft.pk}/preview/?width={width}")
        return page, told

    return open_preview


@pytest.mark.parametrize("room", [1440, 320])
@pytest.mark.parametrize(("width", "pixels"), [("phone", 360), ("tablet", 820), ("desktop", 1280)])
def test_page_in_the_frame_is_as_wide_as_that_screen(preview, draft, width, pixels, room):
    page, told = preview(width, room)
    frame = page.frames[1]
    frame.wait_for_load_state()
    assert frame.evaluate("innerWidth") == pixels
    assert draft.title in frame.inner_text("h1")
    shown = page.locator(".preview__screen").bounding_box()
    assert shown["x"] + shown["width"] <= room
    assert told == []


def test_links_inside_stay_inside_and_need_no_script(preview):
    page, _told = preview("phone", java_script_enabled=False)
    frame = page.frames[1]
    frame.wait_for_load_state()
    world = frame.url.split("/en/")[0]
    frame.click(".breadcrumbs a[href$='/en/news/']")
    frame.wait_for_url(f"{world}/en/news/")
    page.click("text=tablet")
    page.wait_for_url("**/preview/?width=tablet", wait_until="load")
    assert page.locator("iframe").get_attribute("width") == "820"


@pytest.fixture
def elsewhere(tmp_path):
    """The folder of another site, and its address."""
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_another_site_frames_neither_a_preview_nor_a_public_page(
    preview, new_page, demo_site, elsewhere
):
    page, _told = preview("phone")
    inside = page.locator("iframe").get_attribute("src")
    folder, address = elsewhere
    frames = [f'<iframe src="{demo_site}{path}"></iframe>' for path in (inside, "/en/news/")]
    (folder / "index.html").write_text("".join(frames))
    other = new_page()
    other.goto(address)
    assert len(other.frames) == 3
    assert not [frame.url for frame in other.frames[1:] if "Belarus" in frame.content()]


def test_link_is_made_copied_and_revoked_with_the_keyboard(preview):
    page, _told = preview("desktop")
    page.focus("#id_link-label")
    page.keyboard.type("The minister")
    for _step in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Make the link":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#made-link")
    page.focus("#made-link")
    assert "/preview/" in page.input_value("#made-link")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    assert "The minister" in page.locator(".links details").text_content()
