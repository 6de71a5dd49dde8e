"""Campaigns on the editors' desk."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from news.models import Stream
from portal.publishing import clock
from tests import cast
from tests.desk import text, typed
from tests.reading import minsk

LIST = "/admin/news/stream/"
ADD = f"{LIST}add/"
GAMES = {
    **{"slug": "games", "name_en": "The Games", "position": "9"},
    **{"opens_at_0": "2026-06-05", "opens_at_1": "12:00"},
    **{"ends_at_0": "2026-06-30", "ends_at_1": "23:59:59"},
}


@pytest.fixture
def as_chief(client, chief):
    client.force_login(chief)
    return client


def change(stream):
    return f"{LIST}{stream.pk}/change/"


def test_chief_makes_a_campaign_with_its_landing_by_number(as_chief, make_live):
    number = make_live().document.number
    assert as_chief.post(ADD, GAMES | {"landing_number": number}).status_code == 302
    games = Stream.objects.get(slug="games")
    assert games.opens_at == minsk(2026, 6, 5, 12)
    assert games.ends_at == minsk(2026, 6, 30, 23, 59, 59)
    assert games.landing.number == number
    data = typed(as_chief.get(change(games)), "#stream_form")
    assert data["landing_number"] == str(number)
    as_chief.post(change(games), data | {"landing_number": ""})
    games.refresh_from_db()
    assert games.landing is None
    assert games.opens_at == minsk(2026, 6, 5, 12)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"landing_number": "999999"}, "There is no article with the number 999999."),
        ({"landing_number": "9" * 30}, "less than or equal to 999999999999"),
        ({"landing_number": "all about"}, "Enter a whole number."),
        ({"ends_at_0": "", "ends_at_1": ""}, "Give both a beginning and a later end"),
        ({"ends_at_0": "2026-06-05", "ends_at_1": "12:00"}, "Give both a beginning"),
        ({"opens_at_0": "2026-02-30"}, "Enter a date that exists"),
        ({"slug": "topic"}, "The site uses “topic” itself."),
        ({"slug": "region"}, "The site uses “region” itself."),
        ({"slug": "feed"}, "The site uses “feed” itself."),
    ],
)
def test_a_campaign_that_cannot_be_gets_a_sentence(as_chief, fields, sentence):
    answer = as_chief.post(ADD, GAMES | fields)
    assert sentence in text(answer)
    assert not Stream.objects.exists()
    assert typed(answer, "#stream_form")["name_en"] == "The Games"


def test_a_stream_with_public_articles_does_not_open_after_them(as_chief, make_live, stream):
    make_live(title="The first")
    tomorrow = localtime(clock.now() + timedelta(days=1))
    data = typed(as_chief.get(change(stream)), "#stream_form")
    data |= {"opens_at_0": f"{tomorrow:%Y-%m-%d}", "opens_at_1": "12:00"}
    data |= {"ends_at_0": f"{tomorrow.year + 1}-01-31", "ends_at_1": "12:00"}
    answer = as_chief.post(change(stream), data)
    assert "“The first” in this stream is public from" in text(answer)
    stream.refresh_from_db()
    assert stream.opens_at is None
    data |= {"opens_at_0": "2019-06-05"}
    assert as_chief.post(change(stream), data).status_code == 302


def test_an_ordinary_stream_stays_one(as_chief, stream):
    data = typed(as_chief.get(change(stream)), "#stream_form")
    as_chief.post(change(stream), data | {"name_ru": "Мнения"})
    stream.refresh_from_db()
    assert (stream.names["ru"], stream.is_campaign) == ("Мнения", False)


def test_the_landing_of_a_campaign_is_an_article(as_chief, make_live):
    other = make_live().document
    type(other).objects.update(kind="tourism.place")
    answer = as_chief.post(ADD, GAMES | {"landing_number": other.number})
    assert "There is no article with the number" in text(answer)


def test_an_unopened_campaign_is_offered_to_editors(client, author, desk):
    games = cast.a_stream("games")
    start = clock.now() + timedelta(days=3)
    Stream.objects.update(opens_at=start, ends_at=start + timedelta(days=3))
    client.force_login(author)
    assert str(games) in text(client.get("/admin/news/article/add/"))
