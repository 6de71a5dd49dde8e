"""Who may warn the public, and who may not."""

import pytest

from portal.accounts.models import Membership
from portal.accounts.roles import Role
from portal.navigation.models import Alert, Menu
from portal.publishing import clock
from portal.publishing.errors import Refused
from portal.publishing.models import Urgency
from portal.publishing.rights import can, languages_of, sections_of, visible_to
from portal.publishing.workflow import take
from tests import cast
from tests.portal.navigation import making
from tests.portal.publishing import verbs_table as table
from tests.portal.publishing.refusing import refusal, refused_approval

pytestmark = pytest.mark.django_db
WARN = {Role.DUTY, Role.CHIEF, table.SUPERUSER}


@pytest.fixture
def alert(duty_officer):
    return making.begin(making.an_alert(duty_officer), duty_officer)


@pytest.fixture
def everywhere(db):
    """One person for each role, on a desk that has everything to care for."""
    found = cast.roles_of_a_desk(cast.a_desk("All", []), prefix="all-")
    found[table.SUPERUSER] = cast.a_person("all-superuser", is_superuser=True)
    found[table.INACTIVE] = cast.a_person("all-left", Role.DUTY, is_active=False)
    return found


@pytest.mark.parametrize("verb", [*table.VERBS, "view", "save"])
def test_only_duty_officers_chief_editors_and_superusers_have_a_say_in_alerts(
    verb, alert, everywhere
):
    """A publisher of a desk that covers everything has none."""
    may = WARN - {Role.DUTY} if verb == "adopt" else WARN
    assert {who for who, person in everywhere.items() if can(person, verb, alert, "ru")} == may


@pytest.mark.parametrize("verb", [*table.VERBS, "view", "save"])
def test_duty_officer_may_not_touch_anything_else(verb, duty_officer, make_article, chief):
    menu = making.begin(making.a_menu(chief, making.link("News", room="news/")), chief)
    for edition in (make_article(), menu, making.begin(making.a_banner(chief), chief)):
        assert not can(duty_officer, verb, edition, "ru")


def test_list_shows_exactly_what_may_be_viewed(alert, everywhere):
    for who, person in everywhere.items():
        seen = Alert.objects.filter(visible_to(person, Alert))
        assert set(seen) == ({alert} if who in WARN else set()), who
        assert bool(languages_of(person, alert.section, Alert)) is (who in WARN), who
        assert (sections_of(person, Alert) != []) is (who in WARN), who


def test_menus_are_the_business_of_a_desk_that_has_them_and_of_no_other(chief, publisher):
    menu = making.begin(making.a_menu(chief, making.link("News", room="news/")), chief)
    keeper = cast.a_person("keeper", Role.PUBLISHER, cast.a_desk("Site", ["navigation"]))
    assert can(keeper, "approve", menu)
    assert not can(publisher, "view", menu)
    assert not set(Menu.objects.filter(visible_to(publisher, Menu)))
    assert set(Menu.objects.filter(visible_to(keeper, Menu))) == {menu}


def test_who_is_on_a_desk_besides_keeps_both_rights_apart(alert, desk, make_article):
    person = cast.a_person("both", Role.DUTY)
    Membership.objects.create(user=person, desk=desk, role=Role.AUTHOR)
    assert can(person, "approve", alert)
    assert not can(person, "approve", make_article())


def test_alert_needs_four_eyes_or_a_second_person_afterwards(
    alert, duty_officer, second_officer, make_alert
):
    review = take("submit", alert, by=duty_officer)
    assert "Somebody else has to approve it" in refused_approval(review, duty_officer)
    cast.approve(review, second_officer)

    urgent = making.begin(making.an_alert(duty_officer, "Flood"), duty_officer)
    published = cast.publish_urgently(urgent, duty_officer)
    assert published.live_from <= clock.now()
    assert "Somebody else has to confirm it" in refusal("confirm", published, duty_officer)
    take("confirm", published, by=second_officer)
    assert not Urgency.objects.filter(confirmed_at=None).exists()


def test_publisher_of_the_news_is_told_that_an_alert_is_not_for_them(alert, publisher):
    for verb in ("submit", "urgent"):
        with pytest.raises(Refused, match="does not include"):
            take(verb, alert, by=publisher, note="It is urgent.")
