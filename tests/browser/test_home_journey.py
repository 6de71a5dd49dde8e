"""The front page composed, previewed, submitted and approved in Chromium, and seen to change."""

import time
import urllib.request
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup

from portal.accounts.roles import Role
from portal.home.models import HomePage
from portal.publishing import clock
from tests import cast
from tests.browser.desk import Editor

pytestmark = pytest.mark.browser

PASSWORD = "a long password for tests"
FORM = "/admin/home/homepage/add/"


@pytest.fixture
def front(transactional_db):
    """Who composes the front page, and who approves it."""
    desk = cast.a_desk("Front page desk", sections=["home"])
    people = [cast.a_person(f"front-{role}", role, desk) for role in (Role.AUTHOR, Role.PUBLISHER)]
    for person in people:
        person.set_password(PASSWORD)
        person.save()
    return people


@pytest.fixture
def stories(transactional_db, make_live):
    return [make_live(title=f"Story {place}") for place in range(6)]


def shown(site) -> dict[str, list[str]]:
    """What a visitor finds in each slot."""
    with urllib.request.urlopen(f"{site}/en/") as answer:
        page = BeautifulSoup(answer.read(), "html.parser")
    slots = {"lead": ".lead-story__link", "features": ".features .card__link"}
    slots |= {"latest": ".latest .card__link", "strip": ".strip__link"}
    return {name: [a.get_text() for a in page.select(path)] for name, path in slots.items()}


def sleep_until(moment):
    time.sleep(max(0, (moment - clock.now()).total_seconds()))


def test_a_front_page_goes_through(front, stories, site, new_page):
    author, publisher = (Editor(new_page(), site, p.username, PASSWORD) for p in front)
    before = shown(site)
    assert before["lead"] == ["Story 5"]
    page = is_composed(author, stories)
    assert shown(site) == before
    is_seen_in_its_preview(author, page)
    author.open(page)
    author.take("submit")
    assert HomePage.objects.get().state == "in_review", author.text
    start = is_approved_for_a_time(publisher, page)
    assert shown(site) == before
    assert clock.now() < start, "the machine is too slow to look round before the start"

    sleep_until(start + timedelta(seconds=0.5))
    assert shown(site) == {
        "lead": ["Story 2"],
        "features": ["Story 4", "Story 1"],
        "latest": ["Story 5", "Story 3"],
        "strip": ["Story 0"],
    }


def is_composed(author, stories) -> str:
    """By number, by address, and with one that there is not."""
    author.open(FORM)
    author.write(title="The country today", lead="What matters.", feature_places="2")
    author.write(lead_story="999999", latest_places="2", strip_title="About the country")
    author.page.fill("#id_features-0-document", stories[4].get_absolute_url())
    author.page.fill("#id_features-1-document", str(stories[1].document.number))
    author.page.fill("#id_strip-0-document", author.site + stories[0].get_absolute_url())
    author.press("_continue")
    assert "No document has the number 999999." in author.text
    author.write(lead_story=str(stories[2].document.number))
    author.press("_continue")
    titles = author.page.locator(".documents__list li").all_inner_texts()
    wanted = [f"{stories[i].document.number}: Story {i}" for i in (2, 4, 1, 0)]
    assert [title.strip() for title in titles] == wanted, author.text
    return author.path


def is_seen_in_its_preview(author, page):
    author.open(page.replace("change", "preview"))
    frame = author.page.frame_locator("iframe")
    assert frame.locator(".lead-story__link").inner_text() == "Story 2"
    assert frame.locator("h1").inner_text() == "The country today"


def is_approved_for_a_time(publisher, page):
    publisher.open(page)
    assert "Story 4" in publisher.text
    start = (clock.now() + timedelta(seconds=6)).replace(microsecond=0)
    local = start.astimezone(ZoneInfo("Europe/Minsk"))
    publisher.take("approve")
    publisher.page.fill("#id_at_0", f"{local:%Y-%m-%d}")
    publisher.page.fill("#id_at_1", f"{local:%H:%M:%S}")
    publisher.confirm()
    assert HomePage.objects.get().live_from == start, publisher.text
    return start
