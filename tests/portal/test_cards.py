from dataclasses import dataclass, field

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.utils import translation

from portal.cards import Card
from portal.fragments import fragment
from portal.listing import cards
from portal.media.measured import Measured
from portal.publishing.models import Entry
from tests import cast
from tests.portal.publishing.times import NOON, hour
from tests.reading import minsk, page_of, titles_of

COMPONENTS = ["card", "lead_story", "strip_page"]


@dataclass
class Row(Measured):
    """Any row: its fields may be changed one by one."""

    token: str = "a" * 32
    width: int = 2000
    height: int = 1000
    focus_x: int = 50
    focus_y: int = 50
    avif_crops: list = field(default_factory=lambda: ["", "0-0-50-50"])


@dataclass
class Use:
    picture: Row = field(default_factory=Row)
    crop: str = ""


@dataclass
class Shown:
    title: str = "A title"
    lead: str = "A lead."
    url: str = "/en/news/100001/a-title/"
    first_published_at: object = NOON
    photo_count: int = 0
    has_video: bool = False
    cover: Use | None = field(default_factory=Use)

    def get_absolute_url(self):
        return self.url


CHANGES = {
    "title": lambda entry: setattr(entry, "title", "Another"),
    "lead": lambda entry: setattr(entry, "lead", "Another."),
    "address": lambda entry: setattr(entry, "url", "/en/moved/"),
    "day": lambda entry: setattr(entry, "first_published_at", NOON.replace(year=2020)),
    "photos": lambda entry: setattr(entry, "photo_count", 3),
    "video": lambda entry: setattr(entry, "has_video", True),
    "cover": lambda entry: setattr(entry, "cover", None),
    "crop": lambda entry: setattr(entry.cover, "crop", "0-0-50-50"),
    "file": lambda entry: setattr(entry.cover.picture, "token", "b" * 32),
    "width": lambda entry: setattr(entry.cover.picture, "width", 700),
    "height": lambda entry: setattr(entry.cover.picture, "height", 700),
    "focus across": lambda entry: setattr(entry.cover.picture, "focus_x", 10),
    "focus down": lambda entry: setattr(entry.cover.picture, "focus_y", 10),
    "AVIF": lambda entry: setattr(entry.cover.picture, "avif_crops", []),
}


def card_of(entry, **values):
    return fragment("components/card.html", entry=Card.of(entry), **values)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_on_a_card_another_card_is_shown(change):
    entry = Shown()
    before = card_of(entry)
    CHANGES[change](entry)
    with translation.override(translation.get_language()):
        assert card_of(entry) != before
        expected = render_to_string("components/card.html", {"entry": entry})
    assert card_of(entry).split() == expected.split()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_kept_card_says_what_one_drawn_from_the_row_says(name):
    entry = Shown(photo_count=2, has_video=True)
    kept = fragment(f"components/{name}.html", entry=Card.of(entry))
    assert kept == render_to_string(f"components/{name}.html", {"entry": entry})


def test_a_heading_has_the_level_that_its_place_asks_for():
    assert "<h2 " in card_of(Shown(), level=2)
    assert "<h4 " in card_of(Shown(), level=4)
    assert "<h3 " in card_of(Shown())


def test_the_tag_draws_an_entry_of_a_list(make_live, picture):
    make_live(title="First <light>", pictures=[picture])
    entry = cards(Entry.objects.live(), 1)[0]
    tag = engines["django"].from_string("{% load fragments %}{% card entry level=2 %}")
    with translation.override("en"):
        drawn = tag.render({"entry": entry})
    assert "First &lt;light&gt;" in drawn
    assert picture.token in drawn


def test_the_past_has_its_own_cards(
    client, superuser, publisher, make_live, revise, submit, time_machine
):
    time_machine.move_to(NOON, tick=False)
    live = make_live(title="Old words")
    time_machine.move_to(hour(2), tick=False)
    cast.approve(submit(revise(live, title="New words")), publisher)
    client.force_login(superuser)
    past = f"/at/{hour(1).astimezone(minsk(2026, 6, 5).tzinfo):%Y-%m-%dT%H:%M}"
    for begin, title in [("", "New words"), (past, "Old words"), ("", "New words")]:
        assert titles_of(client.get(f"{begin}/en/news/")) == [title]


def test_a_card_leads_into_the_world_in_which_it_is_read(visitor, make_live):
    make_live()
    for begin in ("/", "/plain-150-white/", "/"):
        page = page_of(visitor.get(f"{begin}en/news/"))
        assert page.select_one(".card__link")["href"].startswith(f"{begin}en/news/")
