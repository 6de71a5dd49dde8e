from datetime import timedelta

import pytest
from django.utils import translation

from news.feeds import NewsFeed, StreamFeed, SubjectFeed
from news.labels import KIND
from portal import languages
from portal.publishing import clock, scopes
from tests import cast
from tests.reading import minsk, page_of, read_feed

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)
LANGUAGES = {languages.prefix(code): code for code in languages.CODES}
# What XML has no words for, what it would take for its own, and other alphabets.
HOSTILE = "A\x01\x0b\ufffe & B < C ]]> “会谈” \U0001f4da"


@pytest.fixture
def photo(db):
    return cast.a_stream("photo", en="Photo", ru="Фото")


def test_all_news_are_in_one_feed_and_nothing_else(visitor, make_adopted, make_page, photo):
    make_page()
    make_adopted(minsk(2019, 6, 5), title="Words")
    make_adopted(minsk(2019, 6, 6), title="Pictures", stream=photo)
    feed = read_feed(visitor, "/en/news/feed/rss/")
    assert [item.title for item in feed.entries] == ["Pictures", "Words"]
    assert feed.feed.title == "News – Official website of the Republic of Belarus"
    assert feed.feed.link == "http://testserver/en/news/"


def test_each_stream_has_a_feed_of_its_own(visitor, make_adopted, photo):
    make_adopted(minsk(2019, 6, 5), title="Words")
    make_adopted(minsk(2019, 6, 6), title="Pictures", stream=photo)
    feed = read_feed(visitor, "/en/news/photo/feed/rss/")
    assert [item.title for item in feed.entries] == ["Pictures"]
    assert feed.feed.title.startswith("Photo – ")
    assert feed.feed.link == "http://testserver/en/news/photo/"


def test_a_feed_speaks_the_language_of_its_address(visitor, make_adopted, photo):
    make_adopted(minsk(2019, 6, 5), title="По-русски", language="ru", stream=photo)
    make_adopted(minsk(2019, 6, 6), title="English", stream=photo)
    feed = read_feed(visitor, "/ru/news/photo/feed/rss/")
    assert [item.title for item in feed.entries] == ["По-русски"]
    assert feed.feed.language == "ru"
    assert feed.feed.title.startswith("Фото – ")
    assert read_feed(visitor, "/zh/news/feed/rss/").feed.language == "zh-Hans"


def test_a_stream_that_is_none_has_no_feed(visitor):
    unknown, missing = visitor.get("/en/news/video/feed/rss/"), visitor.get("/en/news/video/")
    assert unknown.status_code == 404
    assert unknown.content == missing.content


@pytest.mark.parametrize("kind", ["rss", "atom"])
@pytest.mark.parametrize(("prefix", "code"), LANGUAGES.items())
def test_every_list_has_both_feeds_in_every_language(
    visitor, make_adopted, topic, region, person, photo, kind, prefix, code
):
    """Read by feedparser without complaint, with hostile words in titles and names."""
    topic.names = {code: HOSTILE}
    topic.save()
    about = {"subjects": [topic, region, person], "stream": photo}
    [article] = make_adopted(
        minsk(2019, 6, 5, 12), language=code, title=HOSTILE, lead=HOSTILE, **about
    )
    paths = ["", "photo/", "topic/culture/", "region/brest/", "person/a-minister/"]
    for path in paths:
        address = f"/{prefix}/news/{path}"
        feed = read_feed(visitor, f"{address}feed/{kind}/")
        (item,) = feed.entries
        assert item.title == HOSTILE.translate({1: " ", 11: " ", 0xFFFE: " "})
        assert item.link == f"http://testserver{article.get_absolute_url()}"
        assert item.published_parsed[:5] == (2019, 6, 5, 9, 0)
        assert feed.feed.link == f"http://testserver{address}"
        assert feed.feed.language == languages.html_lang(code)
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [f"http://testserver{address}feed/{kind}/"]
        page = page_of(visitor.get(address))
        assert page.find("link", type=f"application/{kind}+xml")["href"] == f"{address}feed/{kind}/"
        visible = {a["href"] for a in page.select(".listing__feed")}
        assert f"{address}feed/{kind}/" in visible


def test_a_subject_s_feed_holds_what_is_about_it(visitor, make_adopted, topic, region):
    make_adopted(minsk(2019, 6, 5), title="About it", subjects=[topic])
    make_adopted(minsk(2019, 6, 6), title="About another", subjects=[region])
    for kind in ("rss", "atom"):
        feed = read_feed(visitor, f"/en/news/topic/culture/feed/{kind}/")
        assert [item.title for item in feed.entries] == ["About it"]
        assert feed.feed.title.startswith("Culture – ")


def test_a_feed_changes_with_its_list_and_with_what_is_in_it(rf, make_adopted, topic):
    [article] = make_adopted(minsk(2019, 6, 5), subjects=[topic])
    own = {scopes.SITE, scopes.document(article.document_id)}
    news, about = scopes.listing(KIND, "en"), scopes.subject(topic.pk, "en")
    words = {"kind": topic.kind, "slug": topic.slug}
    for feed, asked, of in (
        (NewsFeed(), {}, news),
        (StreamFeed(), {"slug": article.stream.slug}, news),
        (SubjectFeed(), words, about),
    ):
        with translation.override("en"), scopes.gathering() as found:
            feed(rf.get("/"), **asked)
        assert found.scopes == own | {of}


@pytest.mark.parametrize("path", ["", "opinions/", "topic/culture/"])
def test_every_feed_is_read_at_the_moment_it_is_asked_for(
    visitor, make_adopted, make_scheduled, topic, time_machine, path
):
    make_adopted(minsk(2019, 6, 5), title="Before", subjects=[topic])
    due = make_scheduled(title="Due", subjects=[topic]).live_from
    for at, titles in ((due - TICK, ["Before"]), (due, ["Due", "Before"])):
        time_machine.move_to(at, tick=False)
        feed = read_feed(visitor, f"/en/news/{path}feed/rss/")
        assert [item.title for item in feed.entries] == titles


def test_a_subject_that_nothing_public_is_about_has_no_feed(
    visitor, make_adopted, make_scheduled, topic, region
):
    make_adopted(minsk(2019, 6, 5), subjects=[topic])
    make_scheduled(subjects=[region])
    paths = ("topic/culture", "region/brest", "region/culture", "topic/none")
    found = [visitor.get(f"/en/news/{path}/feed/rss/").status_code for path in paths]
    assert found == [200, 404, 404, 404]
    assert visitor.get("/ru/news/topic/culture/feed/rss/").status_code == 404


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_corrected_comma_moves_no_date_of_a_feed_and_a_major_change_moves_one(
    visitor, make_adopted, revise, submit, publisher, time_machine, kind
):
    path = f"/en/news/feed/{kind}/"
    [article] = make_adopted(minsk(2019, 6, 5, 12))

    def dates():
        feed = read_feed(visitor, path)
        item = feed.entries[0]
        # feedparser lends an item of RSS its publication for the change that RSS has no word for.
        changed = item.updated_parsed if kind == "atom" else None
        moments = (item.published_parsed, changed, feed.feed.updated_parsed)
        return [moment and moment[:4] for moment in moments]

    first = (2019, 6, 5, 9)
    time_machine.move_to(minsk(2027, 2, 1, 12))
    comma = cast.approve(submit(revise(article, lead="Corrected.")), publisher)
    assert set(dates()) <= {first, None}
    time_machine.move_to(minsk(2027, 2, 2, 12))
    draft = revise(comma, lead="Changed.", is_major=True, change_note="The hour is another.")
    major = cast.approve(submit(draft), publisher)
    time_machine.move_to(minsk(2027, 2, 3, 12))
    cast.approve(submit(revise(major, lead="Corrected again.")), publisher)
    changed = (2027, 2, 2, 9)
    assert dates() == [first, changed if kind == "atom" else None, changed]


def test_an_atom_feed_has_all_that_the_format_asks_for(visitor, make_live):
    make_live()
    feed = read_feed(visitor, "/en/news/feed/atom/")
    assert feed.version == "atom10"
    assert feed.feed.id == "http://testserver/en/news/"
    assert feed.feed.author == "Official website of the Republic of Belarus"
    assert feed.feed.subtitle
    (item,) = feed.entries
    assert item.id.startswith("news.article:")
    assert item.updated_parsed == item.published_parsed
    assert item.summary == "Readers may stay until dawn."


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_is_one_piece_of_steady_bytes(visitor, make_live, time_machine, kind):
    make_live()
    first = visitor.get(f"/en/news/feed/{kind}/")
    assert len(list(first)) == 1
    time_machine.move_to(clock.now() + timedelta(days=1))
    assert visitor.get(f"/en/news/feed/{kind}/").content == first.content
