"""The embargo of what stands around every page: not a word before its moment, at no address."""

from datetime import timedelta

import pytest

from portal.accounts.roles import Role
from portal.media.intake import take_in
from portal.navigation.models import BannerPicture
from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.house.sweep import Sweep, canary, variations
from tests.portal.media.drawing import draw, upload
from tests.portal.navigation import making
from tests.portal.navigation.making import link

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)
LINK = canary("duelink", "label")
WORDS = {"duefoot": ["label"], "duealert": ["title", "lead"], "duebanner": ["title", "lead", "alt"]}
DOORS = ["/en/", "/ru/", "/en/news/", "/en/tourism/", "/en/no_page/", "/sitemap.xml", "/robots.txt"]


@pytest.fixture
def writer(desk):
    return cast.a_person("writer", Role.AUTHOR, cast.a_desk("Site", ["navigation"]))


@pytest.fixture
def menu(writer, chief, make_live):
    """What everybody sees, all the time."""
    make_live()
    return making.publish(making.a_menu(writer, room()), writer, chief)


def room():
    return link("All about tourism", room="tourism/")


@pytest.fixture
def hide(menu, files, writer, chief, make_scheduled):
    """hide(due) → what is due then: a link's target, a menu, an alert and a banner. A draft of each
    is hidden for good.
    """

    def go(due):
        target = make_scheduled(at=due)
        revised = making.replace_menu(menu, [room(), link(LINK, target.document)], writer, chief)
        said = {g: {name: canary(g, name) for name in names} for g, names in WORDS.items()}
        picture = take_in(upload(draw(900, 500)), chief)
        shown = BannerPicture(picture=picture, alt=said["duebanner"].pop("alt"))
        awaited = [
            making.a_menu(writer, link(said["duefoot"]["label"], room="news/"), slot="foot"),
            making.an_alert(writer, **said["duealert"]),
            making.a_banner(writer, **said["duebanner"]).with_parts(shown),
        ]
        scheduled = [making.publish(each, cast.a_chief(), chief, at=due) for each in awaited]
        hide_drafts(revised, chief)
        return target, scheduled, f"/media/{picture.token}/640.webp"

    return go


def hide_drafts(menu, by):
    draft = take("revise", menu, by=by)
    item = link(canary("rawmenu", "label"), room="news/")
    item.edition, item.position = draft, 9
    item.save()
    for edition in (
        making.an_alert(by, canary("rawalert", "title"), lead=canary("rawalert", "lead")),
        making.a_banner(by, canary("rawbanner", "title"), lead=canary("rawbanner", "lead")),
    ):
        take("submit", making.begin(edition, by), by=by)


def bytes_of(sweep):
    crawled = sweep.crawl()
    return {path: (answer.status_code, answer.body) for path, answer in crawled.items()}


def test_nothing_around_a_page_is_early_and_everything_goes(
    hide, publisher, superuser, time_machine
):
    sweep, start = Sweep(), clock.now()
    due = start + timedelta(days=40)
    time_machine.move_to(due - TICK, tick=False)
    untouched = bytes_of(sweep)
    assert len(untouched) > 20
    time_machine.move_to(start)
    target, scheduled, picture = hide(due)

    time_machine.move_to(due - TICK, tick=False)
    assert bytes_of(sweep) == untouched
    assert sweep.heard(variations([*DOORS, picture])) == {}
    assert sweep.ask(picture).status_code == 404

    time_machine.move_to(due, tick=False)
    due_words = {canary(group, name) for group, names in WORDS.items() for name in names}
    assert set(sweep.heard([*sweep.crawl(), *DOORS])) == due_words | {LINK}
    assert sweep.ask(picture).status_code == 200
    for path in ("/en/", "/en/tourism/", "/en/no_page/"):  # at every door
        assert canary("duealert", "title") in sweep.ask(path).said

    time_machine.move_to(due + timedelta(seconds=1))
    take("withdraw", target, by=publisher, note="The sweep is over.")
    for edition in scheduled:
        take("withdraw", edition, by=superuser, note="The sweep is over.")
    assert sweep.heard([*sweep.crawl(), *variations(DOORS), picture]) == {}
