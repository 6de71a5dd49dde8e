"""What stands around pages is remembered, and no reader can tell."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from portal.navigation.chrome import chrome
from portal.navigation.composing import compose
from portal.page_cache.raising import raise_site
from portal.page_cache.remembering import Remembered
from portal.publishing import clock
from portal.publishing.workflow import take
from tests.portal.navigation import making
from tests.portal.navigation.making import below, link

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def english(time_machine):
    time_machine.move_to(clock.now(), tick=False)
    with translation.override("en"):
        yield


@pytest.fixture
def elsewhere():
    """The memory of another process, which hears of nothing that this one publishes."""
    return Remembered(compose.make)


def titles(composed):
    return [alert.edition.title for alert in composed.alerts]


def queries(address, visitor):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(address).status_code == 200
    return [query["sql"] for query in asked if "navigation_" in query["sql"]]


def test_warm_page_asks_nothing_and_a_cold_one_the_same_few_however_long_the_menu(
    visitor, make_menu, make_alert, make_banner, make_live, chief, writer, stream
):
    targets = [make_live(title=f"Text {i}").document for i in range(6)]
    make_menu(link("News", room="news/"), link("About", targets[0]))
    make_alert(target=targets[1])
    make_banner(target=targets[2])

    def cost():
        compose.forget()
        with CaptureQueriesContext(connection) as asked:
            chrome("/en/")
        return len(asked)

    few = cost()
    assert few <= 7
    items = [below(f"Link {i}", target) for i, target in enumerate(targets)]
    items += [below(f"Stream {i}", room="news/opinions/") for i in range(6)]
    make_menu(link("Foot"), *items, slot="foot")
    for i in range(6):
        make_alert(f"Alert {i}", target=targets[i])
        make_banner(f"Banner {i}", target=targets[i])
    assert cost() <= few + 1  # streams are asked for in one query
    assert queries("/en/tourism/", visitor) == []
    compose.forget()
    assert queries("/en/tourism/", visitor) != []


def test_what_this_process_publishes_is_there_at_once(make_alert, second_officer, time_machine):
    assert chrome("/en/").alerts == ()
    alert = make_alert()
    assert [a.title for a in chrome("/en/").alerts] == ["Ice on the roads"]
    time_machine.move_to(clock.now() + TICK, tick=False)
    take("withdraw", alert, by=second_officer, note="The ice is gone.")
    assert chrome("/en/").alerts == ()


def test_what_another_process_publishes_is_there_at_once(
    elsewhere, make_alert, second_officer, time_machine
):
    """Both look at one board."""
    assert titles(elsewhere("en")) == []
    alert = make_alert()
    assert titles(elsewhere("en")) == ["Ice on the roads"]
    time_machine.move_to(clock.now() + TICK, tick=False)
    take("withdraw", alert, by=second_officer, note="The ice is gone.")
    assert titles(elsewhere("en")) == []


def test_it_is_kept_until_what_it_was_made_of_changes(
    elsewhere, make_menu, make_live, replace, time_machine, django_assert_num_queries
):
    target = make_live(slug="old")
    make_menu(link("It", target.document))
    elsewhere("en")
    make_live(title="Another")
    with django_assert_num_queries(0):
        elsewhere("en")
    time_machine.move_to(clock.now() + TICK, tick=False)
    replace(target, slug="new")
    assert elsewhere("en").menus["main"][0].place.path.endswith("/new/")


def test_nothing_is_remembered_across_a_moment_at_which_it_changes(
    elsewhere, make_alert, make_menu, make_scheduled, second_officer, time_machine
):
    """The start and the end of an alert and the start of a link's target, all within a second."""
    begin = clock.now() + timedelta(hours=1)
    start, end, due = begin + SECOND / 4, begin + SECOND / 2, begin + SECOND * 3 / 4
    alert = make_alert(at=start)
    take("withdraw", alert, by=second_officer, note="Over.", at=end)
    target = make_scheduled(at=due)
    make_menu(link("News", room="news/"), link("Due", target.document))
    seen = []
    for moment in (begin, start - TICK, start, end - TICK, end, due - TICK, due):
        time_machine.move_to(moment, tick=False)
        composed = elsewhere("en")
        seen.append((len(composed.alerts), len(composed.menus["main"])))
    assert seen == [(0, 1), (0, 1), (1, 1), (1, 1), (0, 1), (0, 1), (0, 2)]


def test_other_worlds_are_never_remembered(make_alert, duty_officer, second_officer):
    draft = making.begin(making.an_alert(duty_officer, "A draft"), duty_officer)
    live = make_alert("Live")
    now = clock.now()
    with clock.moment(now, {(draft.timeline_id, draft.number)}):
        assert len(chrome("/en/").alerts) == 2
    assert [a.title for a in chrome("/en/").alerts] == ["Live"]
    for moment, count in ((now - timedelta(days=1), 0), (live.live_from + SECOND * 90, 1)):
        with clock.moment(moment):
            assert len(chrome("/en/").alerts) == count
        assert compose.memories["en",].since == now
    with clock.moment(now, {(draft.timeline_id, draft.number)}):
        assert len(chrome("/en/").alerts) == 2


def test_what_was_read_before_somebody_published_is_not_kept(make_alert):
    """The reading of one thread ends after another one has published."""
    made = []

    @Remembered
    def slowly(language):
        made.append(compose.make(language))
        if len(made) == 1:
            make_alert()
        return made[-1]

    assert titles(slowly("en")) == []
    assert titles(slowly("en")) == ["Ice on the roads"]


def test_without_a_database_the_last_that_was_known_stands_and_what_has_ended_does_not(
    make_menu, make_alert, second_officer, monkeypatch, time_machine
):
    make_menu(link("The news", room="news/"))
    ends = clock.now() + timedelta(hours=1)
    take("withdraw", make_alert("Until then"), by=second_officer, note="Over.", at=ends)
    make_alert("Still")
    assert len(chrome("/en/").alerts) == 2

    def refuse(*args, **kwargs):
        raise OperationalError("no connection")

    monkeypatch.setattr(connection, "cursor", refuse)
    time_machine.move_to(ends, tick=False)
    shown = chrome("/en/")
    assert [item.title for item in shown.menu] == ["The news"]
    assert [alert.title for alert in shown.alerts] == ["Still"]
    compose.forget()
    assert [item.title for item in chrome("/en/").menu] == ["News", "Tourism", "Events calendar"]


def test_page_of_an_error_asks_nothing_and_shows_what_was_known(
    rf, make_menu, django_assert_num_queries
):
    from django.template.loader import render_to_string

    make_menu(link("The news", room="news/"))
    chrome("/en/")
    raise_site()
    for status in (400, 403, 500, 503):
        with django_assert_num_queries(0):
            page = render_to_string(f"{status}.html", request=rf.get("/en/"))
        assert "The news" in page
