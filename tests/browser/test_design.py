"""The components with few, many and long words, as the style page of the desk shows them all."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.once]

WIDE = "document.documentElement.scrollWidth"
# WCAG 2.2, 1.4.12: what a reader may ask for without losing anything.
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""
LARGE = "html { font-size: 200% !important; }"
# The classes of what shows less of its words than there are, captions that mean to be short apart.
CUT = """() => [...document.querySelectorAll(
  "main :is(a, p, h2, h3, li, td, th, span):not(.visually-hidden, .visually-hidden *)"
)].filter(each => {
  const style = getComputedStyle(each);
  return style.overflowX !== "visible" && style.webkitLineClamp === "none"
    && each.scrollWidth > each.clientWidth + 1;
}).map(each => each.className)"""
MORE_THAN_ENOUGH = 80  # presses of a key


@pytest.fixture
def open_style_page(site, new_page, client, author):
    """A function that opens the style page as a member of the desk sees it."""
    client.force_login(author)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}

    def open_page(width, language="ru", **options):
        page = new_page(width, **options)
        page.context.add_cookies([cookie])
        page.goto(f"{site}/admin/style/?language={language}", wait_until="load")
        return page

    return open_page


def test_no_component_makes_a_page_of_320_px_scroll_sideways(open_style_page):
    for language in ("ru", "zh-hans"):
        page = open_style_page(320, language)
        page.locator(".menu__summary").click()
        assert page.evaluate(WIDE) == 320, language


def test_components_bear_wide_spacing_and_letters_of_double_size(open_style_page):
    for width, style in ((320, SPACED), (640, LARGE)):
        page = open_style_page(width, bypass_csp=True)
        page.add_style_tag(content=style)
        page.locator(".menu__summary").click()
        assert page.evaluate(WIDE) == width
        assert page.evaluate(CUT) == []


def test_the_menu_is_opened_and_walked_by_keys_alone_on_a_phone_without_script(open_style_page):
    page = open_style_page(320, java_script_enabled=False)
    links = page.locator(".menu__groups a")
    assert not links.first.is_visible()
    press_until(page, ".menu__summary:focus")
    page.keyboard.press("Enter")
    assert links.first.is_visible()
    for place in range(links.count()):
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("class") == links.nth(place).get_attribute(
            "class"
        )
    assert page.locator(".menu__groups a:focus").inner_text() == links.last.inner_text()
    page.keyboard.press("Tab")
    assert page.locator(".menu__groups a:focus").count() == 0


def test_who_asks_for_it_gets_strong_colours(open_style_page):
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    told = [
        open_style_page(1280, color_scheme=scheme, contrast=contrast).evaluate(paper)
        for scheme in ("light", "dark")
        for contrast in ("no-preference", "more")
    ]
    assert told == ["rgb(255, 253, 249)", "rgb(255, 255, 255)", "rgb(18, 26, 23)", "rgb(0, 0, 0)"]


def press_until(page, selector):
    for _press in range(MORE_THAN_ENOUGH):
        page.keyboard.press("Tab")
        if page.locator(selector).count():
            return
    raise AssertionError(f"no {MORE_THAN_ENOUGH} presses of Tab reach {selector}")
