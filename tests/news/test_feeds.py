import pytest

from tests import cast
from tests.reading import minsk, read_feed

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(db):
    return cast.a_stream("photo", en="Photo", ru="Фото")


def test_all_news_are_in_one_feed(visitor, make_adopted, photo):
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
