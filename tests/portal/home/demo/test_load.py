"""The demo's front pages, composed of whatever the rooms' demos have brought."""

import pytest

from portal import languages
from portal.accounts import demo_cast
from portal.home.composing import composed
from portal.home.demo.load import DAYS_AHEAD, FRONTS, load
from portal.home.models import HomePage
from portal.publishing import clock
from portal.publishing.words import word_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return demo_cast.gather("http://127.0.0.1:8000")


@pytest.fixture
def stories(make_live):
    """A lead, a feature in each of two languages, and news that nobody chose."""
    for key, language in (("nesvizh", "en"), ("kupalle", "en"), ("straw", "zh-hans")):
        document = make_live(title=key, language=language).document
        document.origin = f"demo:news/{key}"
        document.save()
    make_live(title="news")


def test_each_language_has_one_and_the_next_edition_of_one_is_scheduled(people, stories):
    told = []
    load(people, told.append)
    assert set(FRONTS) == set(languages.CODES)
    words = {}
    for home in HomePage.objects.order_by("number"):
        siblings = list(HomePage.objects.filter(timeline=home.timeline_id))
        words.setdefault(home.language, []).append(str(word_for(home, siblings, clock.now())))
    assert words == {code: ["live"] for code in FRONTS} | {"en": ["live", "scheduled"]}
    waiting = HomePage.objects.get(number=2)
    days = clock.local_date(waiting.live_from) - clock.today()
    assert days.days == DAYS_AHEAD
    english, chinese = composed("en"), composed("zh-hans")
    assert (english.lead.title, english.features[0].title) == ("nesvizh", "kupalle")
    assert chinese.lead.title == "straw"
    assert told == ["Home pages: 4 loaded, the next edition of one is scheduled."]


def test_loaded_again_it_changes_nothing(people, stories):
    load(people, lambda line: None)
    before = list(HomePage.objects.values())
    load(people, lambda line: None)
    assert list(HomePage.objects.values()) == before
