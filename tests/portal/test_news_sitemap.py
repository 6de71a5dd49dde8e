"""The site map of the latest articles, as a search engine for news reads it."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest

from portal import news_sitemap
from portal.publishing import clock

pytestmark = pytest.mark.django_db


def read_news(visitor):
    answer = visitor.get("/sitemap-news.xml")
    assert answer["Content-Type"] == "application/xml"
    return [
        {field.tag.rpartition("}")[2]: (field.text or "").strip() for field in url.iter()}
        for url in ElementTree.fromstring(answer.content)
    ]


def test_the_map_of_news_holds_the_last_two_days_as_google_wants_them(
    visitor, make_adopted, make_scheduled, make_withdrawn
):
    now = clock.now().replace(microsecond=0)
    make_adopted(now - timedelta(days=2, minutes=1), title="Too old")
    [russian] = make_adopted(now - timedelta(days=1), title="Ночь & день", language="ru")
    [chinese] = make_adopted(now - timedelta(hours=3), title="夜\x01", language="zh-hans")
    make_scheduled(title="To come")
    make_withdrawn(title="Withdrawn")
    first, second = read_news(visitor)
    assert first["loc"] == f"http://testserver{chinese.get_absolute_url()}"
    assert (first["language"], first["title"]) == ("zh-cn", "夜")
    assert (second["language"], second["title"]) == ("ru", "Ночь & день")
    assert second["name"] == "Официальный сайт Республики Беларусь"
    assert datetime.fromisoformat(second["publication_date"]) == russian.first_published_at


def test_the_map_of_news_is_named_by_robots_txt_and_stays_short(
    visitor, make_adopted, monkeypatch, django_assert_num_queries
):
    assert b"Sitemap: http://testserver/sitemap-news.xml" in visitor.get("/robots.txt").content
    monkeypatch.setattr(news_sitemap, "NEWS_MOST", 3)
    make_adopted(*(clock.now() - timedelta(hours=hour) for hour in range(5)))
    with django_assert_num_queries(1):
        assert len(read_news(visitor)) == 3


def test_an_empty_map_of_news_is_a_map(visitor):
    assert read_news(visitor) == []
