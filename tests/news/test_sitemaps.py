"""The lists of news in the site map."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from news.models import Stream
from portal.publishing import clock
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists(visitor):
    """lists() → the addresses of lists that the map names."""

    def read():
        answer = visitor.get("/sitemap-lists.xml")
        assert answer.status_code == 200
        return {
            each.findtext("{*}loc").removeprefix("http://testserver")
            for each in ElementTree.fromstring(answer.content)
        }

    return read


def test_the_map_names_each_list_under_which_something_is_public(
    lists, visitor, make_live, make_scheduled, topic, region, person, time_machine
):
    cast.a_stream("photo")
    cast.a_topic("unused")
    make_live(subjects=[topic, person])
    make_live(language="ru", title="Ночь", subjects=[region])
    scheduled = make_scheduled(subjects=[cast.a_topic("due")])
    now = {
        *("/en/news/opinions/", "/en/news/topic/culture/", "/en/news/person/a-minister/"),
        *("/ru/news/opinions/", "/ru/news/region/brest/"),
    }
    time_machine.move_to(scheduled.live_from - timedelta(microseconds=1), tick=False)
    assert lists() == now
    assert {visitor.get(path).status_code for path in now} == {200}
    time_machine.move_to(scheduled.live_from, tick=False)
    assert lists() == now | {"/en/news/topic/due/"}


def test_a_campaign_is_in_the_map_from_its_opening_on(lists, make_scheduled, time_machine):
    start = clock.now() + timedelta(days=1)
    games = cast.a_stream("games")
    Stream.objects.update(opens_at=start, ends_at=start + timedelta(days=1))
    games.refresh_from_db()
    make_scheduled(at=start, stream=games)
    time_machine.move_to(start - timedelta(microseconds=1), tick=False)
    assert lists() == set()
    time_machine.move_to(start + timedelta(days=9))
    assert lists() == {"/en/news/games/"}


def test_the_lists_cost_two_queries(lists, make_live, topic, region, django_assert_num_queries):
    make_live(subjects=[topic, region])
    with django_assert_num_queries(2):
        lists()
