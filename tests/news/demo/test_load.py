"""The demo as it stands in the database once `load_demo` has run."""

import pytest

from news.demo.labels import CAMPAIGNS, SUBJECTS
from news.demo.stories import stories
from news.models import Article, ArticleFile, ArticlePicture, Stream
from portal.accounts.demo_cast import PEOPLE
from portal.accounts.models import User
from portal.publishing import clock
from portal.publishing.auditing import broken_links
from portal.publishing.models import Answer, Audit, Authorship, Document, Ending, Entry
from portal.publishing.rights import can
from portal.publishing.words import word_for
from tests.demo import demo_rows
from tests.reading import links_of, page_of, text_of


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock(), demo_rows(tmp_path_factory.mktemp("var")):
        yield


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
        ("electrobus", "en", ["withdrawn"]),
        ("electrobus", "ru", ["withdrawn"]),
        ("brest-day", "en", ["live"]),
        ("metro", "en", ["superseded", "live"]),
        ("lakes", "en", ["superseded", "live"]),
        ("turov", "en", ["live"]),
        ("turov", "be", ["draft"]),
        ("transport", "ru", ["scheduled"]),
        ("canal", "en", ["in_review"]),
        ("canal", "ru", ["discarded"]),
        ("belts", "en", ["draft"]),
        ("belts", "ru", ["draft"]),
        ("numbers", "en", ["live"]),
        ("warnings", "en", ["live"]),
    ],
)
def test_every_state_is_there(demo, key, language, words):
    assert words_of(key, language) == words


def test_one_urgent_article_waits_for_a_second_person_and_one_was_confirmed(demo):
    verbs = {
        key: list(
            Audit.objects.filter(document__origin=f"demo:news/{key}", language="en")
            .order_by("sequence")
            .values_list("verb", flat=True)
        )
        for key in ("warnings", "numbers")
    }

    assert verbs == {"warnings": ["start", "urgent"], "numbers": ["start", "urgent", "confirm"]}


def test_every_answer_of_a_withdrawal_is_there(demo):
    def answered(key, language):
        return Ending.objects.get(
            timeline__document__origin=f"demo:news/{key}", timeline__language=language
        )

    assert answered("electrobus", "en").answer == Answer.GONE
    notice = answered("electrobus", "ru")
    assert (notice.answer, notice.notice[:10]) == (Answer.NOTICE, "Этот текст")
    redirect = answered("visa", "en")
    assert (redirect.answer, redirect.target.origin) == (Answer.REDIRECT, "demo:news/visa30")


def test_an_end_is_planned_for_what_is_still_live(demo):
    [edition] = editions_of("brest-day", "en")

    assert edition.live_until > clock.now()


def test_readers_are_told_of_the_major_correction_alone(demo):
    [first, corrected] = editions_of("metro", "en")
    [_first, tidied] = editions_of("lakes", "en")

    assert (first.is_major, corrected.is_major, tidied.is_major) == (False, True, False)
    assert corrected.change_note.startswith("The first version exchanged")
    assert "blue line at Vokzalnaya" in corrected.body
    assert "red line at Vokzalnaya" in first.body
    assert first.first_published_at == corrected.first_published_at


def test_a_translation_is_in_progress(demo):
    [draft] = editions_of("turov", "be")
    [cover] = draft.pictures.all()

    assert draft.based_on == 1
    assert draft.title.startswith("Калі Прыпяць")
    assert cover.alt.startswith("Малюнак: ")


def test_articles_say_what_they_are_about_and_what_goes_with_them(demo):
    [wipo], [turov] = editions_of("wipo", "ru"), editions_of("turov", "en")
    [draft] = editions_of("turov", "be")

    assert {subject.slug for subject in wipo.subjects.all()} == {
        *("science", "economy", "gurry", "rumas", "minsk"),
    }
    assert [document.origin for document in turov.related.all()] == ["demo:news/pushcha"]
    assert [document.origin for document in draft.related.all()] == ["demo:news/pushcha"]
    assert set(draft.subjects.all()) == set(turov.subjects.all())


def test_people_have_held_their_offices(demo):
    found = {
        told.slug: list(told.offices) for told in SUBJECTS if told.offices
    }  # fmt: skip
    [wipo] = editions_of("wipo", "en")

    for person in wipo.subjects.filter(kind="person"):
        [office] = person.offices.all()
        [(titles, first, last)] = found[person.slug]
        assert (office.titles, office.from_on, office.until_on) == (titles, first, last)
        assert first <= wipo.dateline_on <= last


def test_one_campaign_is_over_and_one_is_on(demo):
    games, weekends = (Stream.objects.get(slug=campaign.slug) for campaign in CAMPAIGNS)

    assert games.ends_at < clock.now()
    assert weekends.opens_at < clock.now() < weekends.ends_at
    assert games.landing.origin == "demo:news/games"
    assert weekends.landing.origin == "demo:news/weekend"
    for stream in (games, weekends):
        for article in Article.objects.filter(stream=stream):
            assert stream.opens_at <= article.first_published_at <= stream.ends_at


def test_the_photo_report_shows_twelve_pictures_in_the_order_of_the_year(demo):
    for language in ("be", "en", "ru"):
        [report] = editions_of("year", language)
        names = [part.picture.original_name for part in report.pictures.all()]
        assert report.layout == "photo"
        assert len(set(names)) == 12
        assert names == sorted(names)
        assert all(part.alt and part.caption and part.credit for part in report.pictures.all())


def test_a_part_has_the_same_key_in_every_language_and_edition(demo):
    for story in stories():
        found = ArticlePicture.objects.filter(edition__document__origin=story.origin)
        keys = {story.key_of(name): name for name in story.pictures}
        assert {part.key: part.picture.original_name for part in found} == keys


def test_the_video_has_its_captions_and_the_calendar_its_sheet(demo):
    [film], [may] = editions_of("kupalle", "ru"), editions_of("may2014", "en")
    parts = list(film.files.all())

    assert film.layout == "video"
    assert [part.file.kind for part in parts] == ["webm", "vtt", "vtt", "vtt"]
    assert [part.file.language for part in parts] == ["be", "be", "en", "ru"]
    assert parts[0].title == "«Купалье: самая короткая ночь», рисованный фильм без звука"
    [sheet] = may.files.all()
    assert (sheet.file.kind, sheet.file.language) == ("pdf", "en")
    assert ArticleFile.objects.values("file").distinct().count() == 6


def test_editor_finds_the_remark_that_sent_the_belts_back(demo):
    [edition] = editions_of("belts", "en")
    steps = Audit.objects.filter(document=edition.document, language="en")

    assert steps.get(verb="send_back").note.startswith("Please name the museum's address")


def test_visitor_finds_what_is_live_and_nothing_else(demo):
    live = Entry.objects.live().for_language("en").for_kind("news.article")
    public = {"live", "ending", "urgent", "confirmed"}
    expected = {story.key for story in stories() if story.state_in("en") in public}

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
        cover = edition.pictures.all()[0]
        assert cover.position == 0
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

    assert people.count() == len(PEOPLE)
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


def test_visitor_is_told_that_the_withdrawn_news_is_gone(demo, visitor):
    [edition] = editions_of("electrobus", "en")

    assert visitor.get(edition.get_absolute_url()).status_code == 410
