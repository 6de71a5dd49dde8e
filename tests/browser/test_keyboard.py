"""Every kind of page at 320 px by keyboard alone, as Chromium moves the focus."""

from urllib.parse import urlsplit

import pytest

from tests.browser.kinds import page_kinds

pytestmark = [pytest.mark.browser, pytest.mark.once]

MOST = 400  # presses of Tab

# Numbers all that a key can reach and a reader can see, in the order of the document.
NUMBER = """() => {
  const all = document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, video[controls], ' +
    '[tabindex]:not([tabindex="-1"])');
  const seen = [...all].filter(each => !each.disabled &&
    each.checkVisibility({visibilityProperty: true}) && each.getClientRects().length);
  seen.forEach((each, place) => { each.dataset.place = place; });
  return seen.map(each => each.outerHTML.slice(0, 120));
}"""
# Where the focus is, what shows it, and whether that is inside the window and not covered.
LOOK = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 40), 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    place: at.dataset.place === undefined ? -1 : Number(at.dataset.place),
    html: at.outerHTML.slice(0, 120),
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== 'none',
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(top && (at.contains(top) || top.contains(at) || top.closest('article, section, li')
      ?.contains(at))),
  };
}"""


def stops(page) -> list[dict]:
    """Where Tab takes the focus, until it leaves the page: a browser without a window around it
    comes back to the first place. Parts of one field count once.
    """
    found = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(LOOK)
        if here is None or (len(found) > 1 and here["place"] == found[0]["place"]):
            return found
        if not found or here["html"] != found[-1]["html"] or here["place"] != found[-1]["place"]:
            found.append(here)
    raise AssertionError(f"the focus is held in the page: {found[-1]['html']}")


def faults_of(page) -> list[str]:
    wanted = page.evaluate(NUMBER)
    found = stops(page)
    places = [stop["place"] for stop in found if stop["place"] >= 0]
    faults = [f"not reached: {wanted[p]}" for p in sorted(set(range(len(wanted))) - set(places))]
    if places != sorted(set(places)):
        faults.append(f"out of order: {places}")
    if "skip-link" not in found[0]["html"]:
        faults.append(f"first comes {found[0]['html']}")
    faults += [f"no ring: {stop['html']}" for stop in found if not stop["ring"]]
    faults += [f"out of the window: {stop['html']}" for stop in found if not stop["inside"]]
    return faults + [f"covered: {stop['html']}" for stop in found if stop["covered"]]


def test_every_page_is_walked_by_keyboard(demo_site, new_page):
    """Nothing but Tab: the skip link first, all there is in its order, each seen, no trap."""
    # Without smooth scrolling, which would have to be waited for.
    page, faults = new_page(320, 640, reduced_motion="reduce"), []
    for name, address in page_kinds("en").items():
        page.goto(demo_site + address, wait_until="load")
        faults += [f"{name}: {fault}" for fault in faults_of(page)]
    assert not faults, "\n".join(faults)


def test_the_skip_link_the_menu_and_a_story_answer_to_enter(demo_site, new_page):
    page = new_page(320, 640)
    page.goto(f"{demo_site}/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('main') !== null")
    assert inside, "after the skip link the focus goes on in the content"

    page.goto(f"{demo_site}/en/")
    page.focus(".menu__summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    link = page.evaluate("document.activeElement.getAttribute('href')")
    assert page.evaluate("document.activeElement.closest('.menu__groups') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{link}")

    page.goto(f"{demo_site}/en/")
    page.focus(".lead-story__link")
    link = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{link}")
    assert urlsplit(page.url).path == link
