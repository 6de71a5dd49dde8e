"""The low-vision version in a real browser, without a script: read, changed, and sound."""

import pytest

from news.models import Article
from tests.browser.axe import faults
from tests.browser.kinds import page_kinds
from tests.browser.validating import validated

pytestmark = [pytest.mark.browser, pytest.mark.once]


def addresses() -> dict[str, str]:
    """One of each kind of page, less what is in this world already; and the longest words."""
    found = page_kinds("en")
    del found["low vision"]
    live = Article.objects.live().filter(language="en")
    return found | {
        "list in Belarusian": "/be/news/",
        "long article": live.filter(body__contains="<table").first().get_absolute_url(),
    }


def test_site_is_read_in_the_low_vision_version_without_a_script(demo_site, new_page):
    page, asked = new_page(java_script_enabled=False), []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto(f"{demo_site}/en/", wait_until="networkidle")  # lazy pictures too
    asked.clear()

    def follow(link, to):
        link.click()
        page.wait_for_url(demo_site + to)

    def look():
        return page.evaluate(
            "getComputedStyle(document.documentElement).fontSize + ' '"
            "+ getComputedStyle(document.documentElement).backgroundColor"
        )

    follow(page.get_by_role("link", name="Low-vision version"), "/plain-150-white/en/")
    assert look() == "24px rgb(255, 255, 255)"
    # Home, an article, the list, and back.
    title = page.locator(".lead-story__link, .card__link").first
    words = title.inner_text()
    follow(title, "/plain-150-white/en/news/*/*/")
    assert page.locator("h1").inner_text() == words
    bar = page.get_by_role("navigation", name="Low-vision version")
    follow(bar.get_by_role("link", name="largest"), "/plain-300-white/en/news/*/*/")
    follow(bar.get_by_role("link", name="white on black"), "/plain-300-black/en/news/*/*/")
    follow(bar.get_by_role("link", name="wide"), "/plain-300-wide-black/en/news/*/*/")
    assert page.locator("h1").inner_text() == words
    assert look() == "48px rgb(0, 0, 0)"
    assert page.locator("p").first.evaluate("p => getComputedStyle(p).letterSpacing") != "normal"
    news = page.get_by_role("link", name="News", exact=True).first
    follow(news, "/plain-300-wide-black/en/news/")
    page.go_back()
    assert page.locator("h1").inner_text() == words
    assert "image" not in asked
    pictures_on = bar.get_by_role("link", name="on", exact=True)
    follow(pictures_on, "/plain-300-wide-black-pictures/en/news/*/*/")
    assert page.locator("main img").first.evaluate("img => img.complete && img.naturalWidth > 0")
    follow(bar.get_by_role("link", name="Normal version"), "/en/news/*/*/")
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("world", "first"), [("/plain-150-blue", 0), ("/plain-300-wide-green-pictures", 1)]
)
def test_axe_and_html_validate_find_nothing(demo_site, new_page, tmp_path, world, first):
    page, findings = new_page(), []
    # Each world takes every other kind of page: a run of axe costs a second.
    for name, address in list(addresses().items())[first::2]:
        answer = page.goto(demo_site + world + address, wait_until="load")
        (tmp_path / f"{name.replace(' ', '-')}.html").write_bytes(answer.body())
        # AAA: 7:1 instead of 4.5:1.
        findings += [f"{name}: {fault}" for fault in faults(page, "wcag2aaa")]
    assert not findings, "\n".join(findings)
    assert not (found := validated(tmp_path, ".htmlvalidate.json")), "\n".join(found)


def test_no_page_scrolls_sideways_at_the_largest_letters_on_the_smallest_screen(
    demo_site, new_page
):
    page, wide = new_page(320), []
    page.set_default_timeout(5_000)
    for name, address in addresses().items():
        page.goto(f"{demo_site}/plain-300-wide-beige-pictures{address}", wait_until="load")
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > 320:
            wide.append(f"{name}: {needed} px")
        page.locator(".world__leave").click(trial=True)  # no picture lies upon it
    assert wide == []
