"""Campaigns: unknown before they open, then in view, then an archive, right to the second."""

from datetime import timedelta

import pytest

from news.models import Stream
from portal.publishing import clock
from portal.publishing.errors import Refused
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.reading import everything_of, links_of, page_of, text_of, titles_of

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)


@pytest.fixture
def games(db):
    """A campaign that opens in ten days and ends ten days later."""
    start = clock.now().replace(microsecond=0) + timedelta(days=10)
    return Stream.objects.create(
        slug="games",
        names={"en": "The Games", "ru": "Игры"},
        opens_at=start,
        ends_at=start + timedelta(days=10),
    )


@pytest.fixture
def land(make_live, picture):
    """land(games) → its landing article, public in another stream already."""

    def go(games):
        article = make_live(title="All about the Games", pictures=[picture])
        games.landing = article.document
        games.save()
        return article

    return go


def navigation(answer):
    return links_of(page_of(answer).select(".streams__link"))


def banner(answer):
    found = page_of(answer).select_one(".banner")
    return found and text_of(found)


# --- Before ---------------------------------------------------------------------------------------


def test_before_it_opens_nobody_outside_knows_of_it(
    visitor, games, land, make_scheduled, topic, time_machine
):
    land(games)
    make_scheduled(at=games.opens_at, stream=games, title="It begins", subjects=[topic])
    time_machine.move_to(games.opens_at - TICK, tick=False)
    for path in ("/en/news/%s/", "/en/news/%s/feed/rss/", "/en/news/?stream=%s"):
        never = everything_of(visitor, path % "never-was")
        assert never[0] == 404
        assert everything_of(visitor, path % "games") == never
    for path in ("/en/", "/en/news/", "/en/news/opinions/", "/sitemap.xml"):
        assert "games" not in visitor.get(path).content.decode().lower().replace(
            "all-about-the-games", ""
        ).replace("all about the games", ""), path


@pytest.mark.parametrize("verb", ["approve", "reschedule", "adopt"])
def test_no_article_of_it_is_public_before_it_opens(
    games, make_in_review, make_scheduled, new_article, author, publisher, chief, verb
):
    too_early, in_time = games.opens_at - TICK, games.opens_at
    if verb == "approve":
        edition = make_in_review(stream=games)
        seen = {edition.pk: cast.fresh(edition).content_hash}
        for at in (None, too_early):
            refused = take_all("approve", [edition], by=publisher, at=at, seen=seen).refused
            assert_names_the_moment(refused, games)
        assert take_all("approve", [edition], by=publisher, at=in_time, seen=seen).done
    elif verb == "reschedule":
        edition = make_scheduled(at=games.opens_at + timedelta(days=1), stream=games)
        refused = take_all("reschedule", [edition], by=publisher, at=too_early).refused
        assert_names_the_moment(refused, games)
        assert take_all("reschedule", [edition], by=publisher, at=in_time).done
    else:
        article = new_article(stream=games, live_from=clock.now() - timedelta(days=1))
        refused = take_all("adopt", [article], by=chief, author=author).refused
        assert_names_the_moment(refused, games)


def assert_names_the_moment(refused, games):
    [refusal] = refused
    [sentence] = refusal.sentences
    assert sentence.startswith("“The Games” opens on ")
    assert sentence.endswith("Choose that time or a later one.")
    [obstacle] = refusal.obstacles
    assert obstacle.field == "at"


def test_an_article_that_moves_into_it_waits_for_its_opening(games, make_live, revise, submit):
    draft = submit(revise(make_live(), stream=games))
    publisher = cast.a_person("another", "chief")
    with pytest.raises(Refused, match="opens on"):
        cast.approve(draft, publisher)


# --- While it is open -----------------------------------------------------------------------------


def test_while_it_is_open_it_has_a_place_and_a_banner(visitor, games, land, time_machine):
    landing = land(games)
    time_machine.move_to(games.opens_at, tick=False)
    assert navigation(visitor.get("/en/news/"))["The Games"] == "/en/news/games/"
    for path in ("/en/", "/en/news/"):
        page = page_of(visitor.get(path))
        assert "All about the Games" in text_of(page.select_one(".banner"))
        assert page.select_one(".banner img")
        assert page.select_one(".banner a")["href"] == "/en/news/games/"
    opening = page_of(visitor.get("/en/news/games/")).select_one(".banner")
    assert opening.a["href"] == landing.get_absolute_url()
    assert "Readers may stay until dawn." in text_of(opening)


def test_a_landing_that_is_not_public_lends_no_picture_and_no_word(
    visitor, games, land, publisher, time_machine
):
    take("withdraw", land(games), by=publisher, note="A mistake.")
    time_machine.move_to(games.opens_at)
    assert banner(visitor.get("/en/")) == "The Games"
    assert not page_of(visitor.get("/en/news/")).select(".banner img")
    assert banner(visitor.get("/en/news/games/")) is None
    assert banner(visitor.get("/ru/news/")) == "Игры"


def test_a_landing_in_another_language_only_lends_the_name(visitor, games, land, time_machine):
    land(games)
    time_machine.move_to(games.opens_at)
    assert banner(visitor.get("/ru/")) == "Игры"
    assert banner(visitor.get("/en/")) != "The Games"


def test_the_banner_stands_on_the_first_page_of_all_news_only(visitor, games, land, time_machine):
    land(games)
    time_machine.move_to(games.opens_at)
    assert banner(visitor.get("/en/news/"))
    assert not banner(visitor.get("/en/news/?from=2019-01-01"))
    assert not banner(visitor.get("/en/news/opinions/"))


# --- Afterwards -----------------------------------------------------------------------------------


def test_afterwards_it_is_an_archive_by_itself_to_the_second(
    visitor, games, land, make_scheduled, time_machine
):
    land(games)
    make_scheduled(at=games.opens_at, stream=games, title="It begins")
    time_machine.move_to(games.ends_at - TICK, tick=False)
    assert banner(visitor.get("/en/"))
    assert not page_of(visitor.get("/en/news/games/")).select(".notice")
    assert "Past campaigns" not in visitor.get("/en/news/").content.decode()
    time_machine.move_to(games.ends_at, tick=False)
    assert not banner(visitor.get("/en/"))
    news = visitor.get("/en/news/")
    assert not banner(news)
    assert "The Games" not in navigation(news)
    past = page_of(news).select_one("[aria-labelledby=past-campaigns-title]")
    assert links_of(past.select("a")) == {"The Games": "/en/news/games/"}
    page = visitor.get("/en/news/games/")
    assert "This campaign ran from" in text_of(page_of(page).select_one(".notice"))
    assert titles_of(page) == ["It begins"]
    assert visitor.get("/en/news/games/feed/atom/").status_code == 200


def test_a_campaign_costs_the_list_one_query_while_it_is_open(
    visitor, games, land, time_machine, django_assert_num_queries
):
    land(games)
    for at, queries in ((games.opens_at - TICK, 1), (games.opens_at, 2), (games.ends_at, 1)):
        time_machine.move_to(at, tick=False)
        visitor.get("/en/news/")  # labels and what stands around pages are remembered from then on
        with django_assert_num_queries(queries):
            visitor.get("/en/news/")
