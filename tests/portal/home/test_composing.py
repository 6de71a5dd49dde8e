"""Nothing twice, no gap, and each choice to its second."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Stream
from portal.home.composing import composed
from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast

pytestmark = pytest.mark.django_db


def titles(entries):
    return [entry.title for entry in entries]


def seen(language="en"):
    home = composed(language)
    lead = home.lead.title if home.lead else ""
    return lead, titles(home.features), titles(home.latest), titles(home.strip)


def put_live_by_hand(home):
    """Past the door, which would not let it through."""
    at = clock.now()
    rows = type(home).objects.filter(pk=home.pk)
    rows.update(state="approved", live_from=at, first_published_at=at)


@pytest.fixture
def stories(make_live):
    """Ten live articles: "1" is the oldest, "10" the newest."""
    return {str(place): make_live(title=str(place)) for place in range(1, 11)}


def test_without_an_edition_the_newest_leads_and_the_latest_follow(stories):
    assert seen() == ("10", [], ["9", "8", "7", "6", "5", "4", "3", "2", "1"], [])


def test_without_an_edition_nine_follow_at_most(stories, make_live):
    make_live(title="11")
    assert seen()[2] == ["10", "9", "8", "7", "6", "5", "4", "3", "2"]


def test_what_editors_chose_stands_in_their_order_and_the_latest_fill_the_rest(
    stories, make_live_home
):
    make_live_home(story=stories["4"], features=[stories["2"], stories["7"]], strip=[stories["1"]])
    assert seen() == ("4", ["2", "7", "10"], ["9", "8", "6", "5", "3"], ["1"])


def test_a_home_page_with_no_choice_is_made_of_the_latest(stories, make_live_home):
    make_live_home(feature_places=2, latest_places=3)
    assert seen() == ("10", ["9", "8"], ["7", "6", "5"], [])


def test_nothing_stands_twice_even_where_a_row_was_written_by_hand(stories, make_home):
    home = cast.fresh(make_home(story=stories["4"], features=[stories["2"], stories["3"]]))
    home.features.update(document=stories["4"].document)
    home.strip.create(edition=home, document=stories["4"].document)
    put_live_by_hand(home)
    lead, features, latest, strip = seen()
    assert (lead, features, strip) == ("4", ["10", "9", "8"], [])
    assert "4" not in latest


def test_the_place_of_a_choice_that_is_withdrawn_is_filled_by_the_next(
    stories, make_live_home, publisher
):
    make_live_home(story=stories["4"], features=[stories["2"], stories["7"]], latest_places=2)
    take("withdraw", stories["4"], by=publisher, note="A mistake.")
    assert seen() == ("2", ["7", "10", "9"], ["8", "6"], [])
    take("withdraw", stories["2"], by=publisher, note="A mistake.")
    assert seen() == ("7", ["10", "9", "8"], ["6", "5"], [])


def test_a_scheduled_choice_appears_on_its_second(
    stories, make_scheduled, make_live_home, time_machine
):
    later = make_scheduled(title="later")
    make_live_home(story=later, features=[stories["7"]], feature_places=1, latest_places=1)
    time_machine.move_to(later.live_from - timedelta(microseconds=1), tick=False)
    assert seen() == ("7", ["10"], ["9"], [])
    time_machine.move_to(later.live_from, tick=False)
    assert seen() == ("later", ["7"], ["10"], [])


def test_a_scheduled_home_page_takes_over_on_its_second(
    stories, make_live_home, revise, composer, approver, time_machine
):
    first = make_live_home(story=stories["4"])
    due = clock.now() + timedelta(hours=1)
    draft = revise(first, by=composer, lead_story=stories["5"].document)
    cast.approve(take("submit", draft, by=composer), approver, at=due)
    time_machine.move_to(due - timedelta(microseconds=1), tick=False)
    assert seen()[0] == "4"
    time_machine.move_to(due, tick=False)
    assert seen()[0] == "5"


def test_the_home_page_of_a_past_moment_can_be_read(
    stories, make_live_home, revise, composer, approver
):
    first = make_live_home(story=stories["4"])
    before = clock.now()
    draft = revise(first, by=composer, lead_story=stories["5"].document)
    cast.approve(take("submit", draft, by=composer), approver)
    assert seen()[0] == "5"
    with clock.moment(before):
        assert seen()[0] == "4"


def test_withdrawn_it_gives_way_to_the_latest(stories, make_live_home, approver):
    home = make_live_home(story=stories["4"])
    take("withdraw", home, by=approver, note="It is over.")
    assert seen()[0] == "10"


def test_each_language_has_its_own(stories, make_live_home, make_live):
    make_live(title="Дзесяць", language="be")
    make_live_home(story=stories["4"])
    assert (seen("en")[0], seen("be")[0], seen("ru")[0]) == ("4", "Дзесяць", "")
    assert composed("be").edition is None


def test_a_choice_that_is_not_public_in_the_language_is_not_shown(stories, make_home):
    home = make_home(language="ru", story=stories["4"])
    put_live_by_hand(home)
    assert seen("ru") == ("", [], [], [])


def test_the_latest_come_from_the_sections_that_were_chosen(make_live, make_live_home, stream):
    photo, video = cast.a_stream("photo"), cast.a_stream("video")
    for place in range(4):
        make_live(title=f"opinion {place}")
        make_live(title=f"photo {place}", stream=photo)
        make_live(title=f"video {place}", stream=video)
    make_live_home(latest_from="news/photo\nnews/video", feature_places=0, latest_places=3)
    assert seen() == ("video 3", [], ["photo 3", "video 2", "photo 2"], [])


def test_what_the_banner_of_a_campaign_shows_is_not_among_the_latest(stories, time_machine):
    now, hour = clock.now(), timedelta(hours=1)
    landing = stories["10"].document
    Stream.objects.create(slug="games", opens_at=now - hour, ends_at=now + hour, landing=landing)
    assert seen()[0] == "9"
    time_machine.move_to(now + hour, tick=False)
    assert seen()[0] == "10"


def test_each_entry_has_its_cover(make_live, make_live_home, picture):
    first, second = make_live(title="1", pictures=[picture]), make_live(title="2")
    make_live_home(story=first, features=[second])
    home = composed("en")
    assert home.lead.cover.picture == picture
    assert home.features[0].cover is None


def test_three_queries_whatever_was_chosen(stories, make_live_home, picture, make_live):
    costs = []
    with CaptureQueriesContext(connection) as asked:
        composed("en")
    costs.append(len(asked))
    chosen = [*stories.values(), *(make_live(pictures=[picture]) for _i in range(5))]
    make_live_home(story=chosen[0], features=chosen[1:8], strip=chosen[8:])
    with CaptureQueriesContext(connection) as asked:
        found = composed("en")
    costs.append(len(asked))
    assert costs == [3, 3]
    assert len(found.features) == 7
