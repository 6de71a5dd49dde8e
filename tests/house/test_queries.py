"""How many queries a page costs: within the promised figure, the same at 1 row and at 50."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Stream
from portal import listing
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.workflow import take, take_all
from portal.subjects.models import Office
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db

BUDGETS = {
    "/en/": 7,
    "/en/news/": 6,
    "/en/news/opinions/": 6,
    "/en/news/?from=2019-06-01&until=2019-06-30": 6,
    "/en/news/?topic=culture&region=brest": 6,
    "/en/news/opinions/?topic=culture": 6,
    "/en/news/topic/culture/": 6,
    "/en/news/topic/culture/?stream=opinions": 6,
    "/en/news/region/brest/": 6,
    "/en/news/person/a-minister/": 6,
    "/en/news/games/": 6,
    "/en/news/2019/06/": 6,
    "/en/news/2019/06/05/": 6,
    "/en/news/2019/": 6,
    "{article}": 7,
    "/en/news/feed/rss/": 3,
    "/en/news/opinions/feed/rss/": 3,
    "/en/news/feed/atom/": 3,
    "/en/news/topic/culture/feed/atom/": 3,
    "/sitemap-news.xml": 3,
    # Three of the content, and one each for streams and subjects that have a page.
    "/sitemap.xml": 5,
}


@pytest.fixture
def subjects(topic, person, region):
    Office.objects.create(person_id=person.pk, titles={"en": "Minister"}, from_on="2019-01-01")
    return [topic, person, region]


@pytest.fixture
def article(make_live, make_adopted, author, publisher, subjects):
    """The one row: it shows a picture and points at a document that is public no more. It is the
    landing article of a campaign that is open, so that lists have a banner besides.
    """
    target = make_live(title="Goes away")
    body = f'<p>See <a href="document:{target.document.number}">the visit</a>.</p>'
    pictures = [cast.a_picture(author), cast.a_picture(author)]
    made = make_adopted(minsk(2019, 6, 5, 12), body=body, pictures=pictures, subjects=subjects)[0]
    now, month = clock.now(), timedelta(days=30)
    Stream.objects.create(
        slug="games", opens_at=now - month, ends_at=now + month, landing=made.document
    )
    take("withdraw", target, by=publisher, note="Only one row is wanted.")
    return made


@pytest.fixture
def crowd(author, desk, stream, chief, subjects):
    """crowd() → 49 more rows around it: other days, months and streams, with pictures."""

    def gather():
        streams = [stream, cast.a_stream("photo"), cast.a_stream("video")]
        picture = cast.a_picture(author)
        start = minsk(2019, 4, 20, 12)
        made = [
            cast.an_article(
                author,
                streams[i % 3],
                desk,
                title=f"Article {i}",
                live_from=start + timedelta(days=2 * (i // 2), hours=i % 2),
                subjects=subjects[: i % 4],
            ).with_parts(cast.shown(picture))
            for i in range(49)
        ]
        take_all("adopt", made, by=chief, author=author)
        assert Entry.objects.live().count() == 50

    return gather


def cost(visitor, address):
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(address)
    assert answer.status_code == 200, address
    return len(asked)


def test_every_page_keeps_its_budget_at_one_row_and_at_fifty(visitor, article, crowd):
    addresses = {
        pattern.format(article=article.get_absolute_url()): most
        for pattern, most in BUDGETS.items()
    }
    one = {address: cost(visitor, address) for address in addresses}
    crowd()
    fifty = {address: cost(visitor, address) for address in addresses}
    assert fifty == one
    over = {address: n for address, n in fifty.items() if n > addresses[address]}
    assert not over


def test_an_article_in_the_middle_costs_no_more_than_an_article_alone(visitor, article, crowd):
    alone = cost(visitor, article.get_absolute_url())
    crowd()
    entries = Entry.objects.live().in_section("news/opinions").newest_first()
    middle = list(entries)[len(entries) // 2]
    # One less: its text refers to nothing.
    assert cost(visitor, middle.get_absolute_url()) == alone - 1


def test_a_deep_page_costs_what_the_first_does(visitor, article, crowd, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 5)
    crowd()
    first = cost(visitor, "/en/news/")
    deep = listing.cursor_after(Entry.objects.live().newest_first()[44])
    # One less: the banner stands on the first page only.
    assert cost(visitor, f"/en/news/?before={deep}") == first - 1


def test_an_address_that_is_nothing_costs_one_question_at_most(visitor, article):
    for address in ("/en/news/999999/", "/en/nothing/"):
        with CaptureQueriesContext(connection) as asked:
            assert visitor.get(address).status_code == 404
        assert len(asked) <= 1, address


def test_an_address_that_is_gone_costs_one_more_for_what_is_said_of_it(visitor, article):
    gone = Entry.objects.get(title="Goes away").get_absolute_url()
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(gone).status_code == 410
    assert len(asked) == 2
