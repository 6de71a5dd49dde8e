"""The demo's menus, banner and alerts: whole, once, and in every language."""

import pytest
from django.utils import translation

from portal import languages
from portal.accounts.roles import Role
from portal.navigation.chrome import chrome
from portal.navigation.demo import words
from portal.navigation.demo.load import load
from portal.navigation.models import Alert, Menu, MenuItem
from portal.page_cache.remembering import forget_all
from portal.pages.demo.tellings import origin_of
from portal.publishing.models import Audit, Document, State
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(author, chief):
    return {"author": author, "chief": chief, "duty": cast.a_person("duty", Role.DUTY)}


@pytest.fixture
def pages(make_live):
    """Stands for the pages that the demo has loaded before: three of them, one in two languages."""
    for path, codes in {
        "about": ["en", "ru"],
        "travel/world-heritage": ["en"],
        "travel/memorials": ["ru"],
    }.items():
        document = None
        for code in codes:
            page = make_live(language=code, title=f"{path} {code}", document=document)
            document = page.document
        Document.objects.filter(pk=document.pk).update(origin=origin_of("page", path))


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"


def quiet(_line):
    pass


def test_menu_of_each_language_has_the_pages_that_are_public_in_it(people, pages):
    load(people, quiet)
    with translation.override("en"):
        seen = chrome("/en/")
    titles = ["About Belarus", "Travel", "News", "Tourism", "Events calendar"]
    assert [link.title for link in seen.menu] == titles
    assert [link.title for link in seen.menu[1].children] == ["travel/world-heritage en"]
    assert bool(seen.menu[0].url) > bool(seen.menu[1].url)  # a heading without a page of its own
    assert len(seen.quick_links) == 3
    assert [link.title for link in seen.foot] == ["The country", "For travellers"]
    assert [banner.title for banner in seen.banners] == ["World Heritage in Belarus"]
    with translation.override("ru"):
        assert chrome("/ru/").foot[-1].children[0].title == "travel/memorials ru"
    for code in languages.CODES:
        forget_all()
        with translation.override(code):
            assert not any(link.lang for link in chrome(languages.localise(code, "")).menu)


def test_second_load_changes_no_row(people, pages):
    load(people, quiet)
    before = [list(model.objects.order_by("pk").values()) for model in (Menu, MenuItem, Alert)]
    steps = Audit.objects.count()
    load(people, quiet)
    after = [list(model.objects.order_by("pk").values()) for model in (Menu, MenuItem, Alert)]
    assert (after, Audit.objects.count()) == (before, steps)


def test_one_notice_waits_with_its_end_and_one_warning_is_a_draft(people, pages):
    load(people, quiet)
    notice = Alert.objects.filter(level="notice", state=State.APPROVED)
    assert notice.count() == len(languages.CODES)
    assert all(alert.live_from < alert.live_until for alert in notice)
    assert Alert.objects.filter(level="warning", state=State.DRAFT).count() == len(languages.CODES)


def test_everything_is_said_in_every_language():
    told = [*words.MAIN, *words.QUICK, *words.FOOT]
    said = [link.words for link in told if link.words]
    said += [words.BANNER, words.BANNER_LEAD, words.PICTURE_ALT, words.NOTICE, words.DRILL]
    assert all(set(each) == set(languages.CODES) and all(each.values()) for each in said)
    assert all(link.words or link.page for link in told)
