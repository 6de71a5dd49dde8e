"""What stands around a page, told from the editions that are live."""

from datetime import timedelta

import pytest
from django.utils import translation

from portal.navigation.chrome import chrome
from portal.publishing import clock
from portal.publishing.workflow import take
from tests.portal.navigation.making import below, link

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_FALLBACKS = {"be": ["ru"], "zh-hans": ["en"]}
    with translation.override("en"):
        yield


def titles(links):
    return [link.title for link in links]


def test_rooms_stand_in_the_menu_until_somebody_publishes_one(make_menu):
    assert titles(chrome("/en/").menu) == ["News", "Tourism", "Events calendar"]
    make_menu(link("All the news", room="news/"))
    assert titles(chrome("/en/").menu) == ["All the news"]


def test_menu_leads_to_documents_rooms_and_elsewhere(make_menu, make_live, stream):
    article = make_live()
    make_menu(
        link("About", article.document),
        below("Opinions", room="news/opinions/"),
        link("President", address="https://president.example/"),
    )
    about, president = chrome("/en/news/").menu
    assert about.url == article.get_absolute_url()
    assert about.children[0].url == "/en/news/opinions/"
    assert (president.url, president.is_external) == ("https://president.example/", True)


def test_page_is_marked_in_the_menu_and_so_is_what_it_is_inside_of(make_menu):
    make_menu(link("News", room="news/"), link("Places"), below("Tourism", room="tourism/"))
    news, places = chrome("/en/tourism/").menu
    assert (news.current, places.current, places.children[0].current) == ("", "true", "page")
    assert (places.url, places.is_external) == ("", False)


def test_link_is_hidden_to_the_second_while_its_target_is_not_public(
    make_menu, make_scheduled, publisher, time_machine
):
    """Before its start, after its end; a heading goes with the last link below it."""
    target = make_scheduled()
    make_menu(link("News", room="news/"), link("More"), below("The visit", target.document))
    start = target.live_from
    assert titles(chrome("/en/").menu) == ["News"]
    time_machine.move_to(start - TICK, tick=False)
    assert titles(chrome("/en/").menu) == ["News"]
    time_machine.move_to(start, tick=False)
    assert titles(chrome("/en/").menu[1].children) == ["The visit"]
    end = start + timedelta(seconds=10)
    take("withdraw", target, by=publisher, note="Over.", at=end)
    time_machine.move_to(end - TICK, tick=False)
    assert titles(chrome("/en/").menu) == ["News", "More"]
    time_machine.move_to(end, tick=False)
    assert titles(chrome("/en/").menu) == ["News"]


def test_group_keeps_its_name_when_its_own_page_is_withdrawn_and_has_none_before(
    make_menu, make_live, make_scheduled, publisher
):
    gone, awaited = make_live(), make_scheduled()
    make_menu(
        link("About", gone.document),
        below("News", room="news/"),
        link("Secret", awaited.document),
        below("Tourism", room="tourism/"),
    )
    assert chrome("/en/").menu[0].url
    take("withdraw", gone, by=publisher, note="A mistake.")
    [about] = chrome("/en/").menu
    assert (about.title, about.url, titles(about.children)) == ("About", "", ["News"])


def test_menu_of_another_language_stands_in_by_the_rule_and_says_so(make_menu, make_live):
    make_menu(link("Навіны", room="news/"), language="ru")
    with translation.override("be"):
        [news] = chrome("/be/").menu
    assert (news.title, news.lang, news.url) == ("Навіны", "ru", "/be/news/")
    assert titles(chrome("/en/").menu) == ["News", "Tourism", "Events calendar"]


def test_alerts_come_by_gravity_and_say_their_language_where_it_is_another(make_alert):
    make_alert("Новости", language="ru", level="notice")
    make_alert("Лёд", language="ru", level="danger")
    with translation.override("be"):
        assert [(a.title, a.lang) for a in chrome("/be/").alerts] == [
            ("Лёд", "ru"),
            ("Новости", "ru"),
        ]
    assert chrome("/en/").alerts == ()


def test_alert_that_is_over_in_a_language_is_not_repeated_in_another(
    make_alert, duty_officer, second_officer
):
    from portal.publishing.models import Document
    from tests.portal.navigation.making import an_alert, publish

    document = Document.objects.create(owner=duty_officer)
    for language in ("be", "ru"):
        alert = an_alert(duty_officer, language, language=language, document=document)
        alert = publish(alert, duty_officer, second_officer)
        if language == "be":
            own = alert
    with translation.override("be"):
        assert [a.title for a in chrome("/be/").alerts] == ["be"]
        take("withdraw", own, by=second_officer, note="The ice is gone.")
        assert chrome("/be/").alerts == ()


def test_banners_and_alerts_stand_in_the_sections_that_were_chosen(make_alert, make_banner):
    make_alert("In the news", shown_in=["news"])
    make_alert("Everywhere")
    make_banner("At home", shown_in=["home"])
    assert titles(chrome("/en/news/2019/").alerts) == ["Everywhere", "In the news"]
    assert titles(chrome("/en/").alerts) == titles(chrome("/en/tourism/").alerts) == ["Everywhere"]
    assert titles(chrome("/en/").banners) == ["At home"]
    assert chrome("/en/news/").banners == ()


def test_alert_starts_and_ends_on_its_second(make_alert, second_officer, time_machine):
    start = clock.now() + timedelta(hours=1)
    alert, end = make_alert(at=start), start + timedelta(hours=2)
    take("withdraw", alert, by=second_officer, note="Over.", at=end)
    shown = {}
    for moment in (start - TICK, start, end - TICK, end):
        time_machine.move_to(moment, tick=False)
        shown[moment] = bool(chrome("/en/").alerts)
    assert list(shown.values()) == [False, True, True, False]
