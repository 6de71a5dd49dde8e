"""What comes out of a printer: all that is to be read, black on white, and nothing to press."""

import pytest

from tests.browser.kinds import page_kinds

pytestmark = [pytest.mark.browser, pytest.mark.once]

A4 = 680  # px between the margins of a browser's print
# Grounds are not printed, so that all letters stand on white: 4.5:1 is a luminance of 0.183.
PALE = """() => {
  const pale = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.trim(), box = walker.currentNode.parentElement;
    if (!words || !box.checkVisibility()) continue;
    const [r, g, b, a = 1] = getComputedStyle(box).color.match(/[\\d.]+/g).map(Number);
    const light = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    if (a * (1 - light) < 1 - 0.183) pale.push(words.slice(0, 40));
  }
  return pale;
}"""
# The chips of a list stay: they say what it is narrowed by.
PRESSED = "nav:not(:has(.chips)), button, input, summary, video, .pager"
TO_PRESS = f"""() => [...document.querySelectorAll("{PRESSED}")]
  .filter(each => each.checkVisibility() && each.clientHeight)
  .map(each => each.className || each.tagName)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_printed_black_on_white_without_what_is_to_press(
    demo_site, new_page, scheme
):
    page, faults = new_page(width=A4), []
    page.emulate_media(media="print", color_scheme=scheme)
    for kind, address in page_kinds("en").items():
        page.goto(demo_site + address, wait_until="load")
        faults += [f"{kind}: too pale: {words}" for words in page.evaluate(PALE)]
        faults += [f"{kind}: to press: {what}" for what in page.evaluate(TO_PRESS)]
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > A4:
            faults.append(f"{kind}: {needed} px wide")
    assert not faults, "\n".join(faults)
