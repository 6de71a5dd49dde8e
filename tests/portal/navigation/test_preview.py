"""What has no page of its own is looked at on one that the editor chooses."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from tests.desk import page, text, url
from tests.portal.navigation import making
from tests.portal.publishing.previewing import framed, make_link, moment, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client, chief):
    client.force_login(chief)
    return client


@pytest.fixture
def draft(chief):
    return making.begin(making.a_menu(chief, making.link("Just typed", room="news/")), chief)


def words_in(client, edition, **where):
    return text(read(framed(client.get(url("preview", edition), where))))


def test_draft_of_a_menu_is_seen_on_the_page_that_was_chosen(at_desk, draft, make_menu, make_live):
    article = make_live(title="A long read")
    assert "Just typed" in words_in(at_desk, draft)
    for typed in (article.get_absolute_url(), f"http://testserver{article.get_absolute_url()}"):
        words = words_in(at_desk, draft, preview_page=typed)
        assert "Just typed" in words
        assert "A long read" in words
    assert "Just typed" not in text(read(article.get_absolute_url()))


def test_draft_stands_in_place_of_what_is_public(at_desk, chief, make_menu):
    from portal.publishing.workflow import take

    live = make_menu(making.link("The old menu", room="news/"))
    draft = take("revise", live, by=chief)
    [item] = draft.items.all()
    item.edition, item.label = draft, "The new menu"
    item.save()
    words = words_in(at_desk, draft, preview_page="/en/tourism/")
    assert ("The new menu" in words, "The old menu" in words) == (True, False)
    assert "The old menu" in text(read("/en/tourism/"))


def test_alert_and_banner_are_seen_first_where_they_are_shown(at_desk, chief, author):
    alert = making.begin(making.an_alert(chief, "Only in tourism", shown_in=["tourism"]), chief)
    assert framed(at_desk.get(url("preview", alert))).endswith("/en/tourism/")
    assert framed(at_desk.get(url("preview", alert), {"preview_page": "/"})).endswith("/en/")


def test_target_that_is_due_by_then_is_in_the_menu_of_the_moment(
    at_desk, chief, make_scheduled, time_machine
):
    time_machine.move_to(clock.now(), tick=False)
    later = make_scheduled().live_from
    target = make_scheduled(title="The visit")
    items = [making.link("News", room="news/"), making.link("Due soon", target.document)]
    draft = making.begin(making.a_menu(chief, *items), chief)
    assert "Due soon" not in words_in(at_desk, draft)
    assert "Due soon" in words_in(at_desk, draft, **moment(later + timedelta(minutes=1)))


def test_secret_link_opens_the_page_that_was_chosen(at_desk, draft):
    address = url("preview", draft)
    assert "Just typed" in text(read(make_link(at_desk, draft)))
    made = at_desk.post(
        f"{url('preview_links', draft)}?preview_page=/en/tourism/",
        {"link-life": "day", "link-label": ""},
    )
    link = page(made).select_one("#made-link")["value"]
    assert link.endswith("/en/tourism/")
    assert "Just typed" in text(read(link.removeprefix("http://testserver")))
    assert address


@pytest.mark.parametrize("typed", ["/en/no_page/x/y/z/1/2/", "https://[", "javascript:1/%00"])
def test_page_that_is_not_there_gets_a_sentence(at_desk, draft, typed):
    answer = at_desk.get(url("preview", draft), {"preview_page": typed})
    assert "has no page at" in text(answer)
    assert framed(answer).endswith("/en/")
