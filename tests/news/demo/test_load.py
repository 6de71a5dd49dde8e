"""The demo as it stands in the database once `load_demo` has run."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from news.demo.stories import stories
from news.models import Article
from portal.accounts.models import User
from portal.publishing import clock
from portal.publishing.auditing import broken_links
from portal.publishing.models import Audit, Authorship, Document, Entry
from portal.publishing.rights import can
from portal.publishing.words import word_for
from tests.reading import links_of, page_of, text_of


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """One loading for all tests here: it encodes twelve pictures."""
    var = tmp_path_factory.mktemp("var")
    with (
        django_db_blocker.unblock(),
        override_settings(VAR_DIR=var, MEDIA_ROOT=var / "media"),
        transaction.atomic(),
    ):
        call_command("load_demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    pass


def editions_of(key, language):
    return list(
        Article.objects.filter(
            document__origin=f"demo:news/{key}", language=language
        ).order_by("number")
    )  # fmt: skip


def words_of(key, language):
    editions = editions_of(key, language)
    return [str(word_for(edition, editions, clock.now())) for edition in editions]


@pytest.mark.parametrize(
    ("key", "language", "words"),
    [
        ("wipo", "en", ["live"]),
        ("wipo", "zh-hans", ["live"]),
        ("library", "en", ["live", "draft"]),
        ("library", "ru", ["live"]),
        ("visa", "en", ["withdrawn"]),
        ("transport", "ru", ["scheduled"]),
        ("canal", "en", ["in_review"]),
        ("canal", "ru", ["discarded"]),
        ("belts", "en", ["draft"]),
        ("belts", "ru", ["draft"]),
    ],
)
def test_every_state_is_there(demo, key, language, words):
    assert words_of(key, language) == words


def test_editor_finds_the_remark_that_sent_the_belts_back(demo):
    [edition] = editions_of("belts", "en")
    steps = Audit.objects.filter(document=edition.document, language="en")

    assert steps.get(verb="send_back").note.startswith("Please name the museum's address")


def test_visitor_finds_what_is_live_and_nothing_else(demo):
    live = Entry.objects.live().for_language("en")
    expected = {story.key for story in stories() if story.at and story.state_in("en") == "live"}

    assert {e.document.origin for e in live} == {f"demo:news/{key}" for key in expected}


def test_an_article_carries_the_date_of_its_story(demo):
    for story in stories():
        for text in story.texts:
            edition = editions_of(story.key, text.language)[0]
            if story.at:
                assert clock.local_date(edition.first_published_at) == story.at.date()
                assert edition.dateline_on == story.at.date()
    [transport] = editions_of("transport", "en")
    assert transport.live_from > clock.now()
    assert transport.dateline_on == clock.local_date(transport.live_from)


def test_every_article_shows_a_described_picture(demo):
    for edition in Article.objects.prefetch_related("pictures"):
        [cover] = edition.pictures.all()
        assert cover.alt
        assert cover.caption


def test_adopter_and_author_are_two_people(demo):
    chief = User.objects.get(username="demo-chief")

    assert not Authorship.objects.filter(person=chief).exists()


def test_the_audit_holds_together(demo):
    assert Audit.objects.count() > Document.objects.count()
    assert list(broken_links()) == []


def test_nobody_is_superuser_and_everybody_may_log_in(demo):
    people = User.objects.filter(username__startswith="demo-")

    assert people.count() == 6
    assert not people.filter(is_superuser=True).exists()
    assert not people.exclude(is_staff=True).exists()


@pytest.mark.parametrize(
    ("part", "verb", "news", "photo"),
    [
        ("author", "submit", True, False),
        ("photographer", "submit", False, True),
        ("reviewer", "send_back", True, True),
        ("publisher", "approve", True, True),
        ("chief", "adopt", True, True),
        ("administrator", "view", False, False),
    ],
)
def test_each_part_has_its_rights(demo, part, verb, news, photo):
    person = User.objects.get(username=f"demo-{part}")
    [canal], [belts] = editions_of("canal", "en"), editions_of("belts", "en")

    assert (can(person, verb, canal), can(person, verb, belts)) == (news, photo)


def test_visitor_reads_the_report_of_5_june_2019_part_by_part(demo, visitor):
    [edition] = editions_of("wipo", "en")
    answer = visitor.get(edition.get_absolute_url())
    page = page_of(answer)

    assert answer.status_code == 200
    crumbs = [text_of(item) for item in page.select(".breadcrumbs li")]
    assert crumbs == ["Home", "News", "Opinions & Interviews"]
    assert [a["href"] for a in page.select(".breadcrumbs a")] == [
        "/en/",
        "/en/news/",
        "/en/news/opinions/",
    ]
    [heading] = page.find_all("h1")
    assert text_of(heading) == edition.title
    published = page.select_one(".article__meta time")
    assert text_of(published) == "5 June 2019"
    assert published["datetime"].startswith("2019-06-05T15:20")
    picture = page.select_one(".article img")
    assert picture["alt"].startswith("Drawing: a light bulb")
    assert visitor.get(picture["src"]).getvalue()
    assert text_of(page.select_one(".article__dateline")) == "MINSK, 5 June"
    body = text_of(page.select_one(".prose"))
    for fact in ("memorandum", "1.4 billion", "Hi-Tech Park", "Great Stone", "44 residents"):
        assert fact in body
    foot = page.select_one(".article__foot")
    assert links_of(foot.find_all("a")) == {"BelTA": "https://eng.belta.by/"}
    assert text_of(page.select_one(".archive caption")) == "June 2019"
    days = {link["href"]: link for link in page.select(".archive td a")}
    assert days["/en/news/2019/06/05/"]["aria-current"] == "date"
    assert visitor.get("/en/news/2019/06/05/").status_code == 200


def test_visitor_is_told_that_the_withdrawn_rule_is_gone(demo, visitor):
    [edition] = editions_of("visa", "en")

    assert visitor.get(edition.get_absolute_url()).status_code == 410
