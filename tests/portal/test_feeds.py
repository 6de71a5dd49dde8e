"""Feeds as a reader's program takes them."""

from datetime import timedelta
from time import gmtime

import feedparser
import pytest

from portal import xml_text
from portal.feeds import FEED_LENGTH, EntryFeed, newest
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
from portal.publishing.workflow import take
from tests import cast
from tests.reading import minsk, read_feed

ADDRESS = "/en/news/feed/rss/"


pytestmark = pytest.mark.django_db


def test_an_item_holds_title_lead_date_and_address(visitor, make_adopted):
    article = make_adopted(minsk(2019, 6, 5, 12, 30))[0]
    (item,) = read_feed(visitor, ADDRESS).entries
    assert item.title == article.title
    assert item.summary == article.lead
    assert item.link == f"http://testserver{article.get_absolute_url()}"
    assert item.published_parsed[:5] == (2019, 6, 5, 9, 30)


def test_a_feed_is_valid_whatever_an_editor_types(visitor, make_live):
    make_live(title="AT&T, “5 < 7” & ]]> 会谈 \U0001f4da", lead="Fish & chips <b>5 < 7</b>")
    (item,) = read_feed(visitor, ADDRESS).entries
    assert item.title == "AT&T, “5 < 7” & ]]> 会谈 \U0001f4da"
    assert item.summary == "Fish &amp; chips &lt;b&gt;5 &lt; 7&lt;/b&gt;"


def test_a_feed_is_valid_though_a_title_holds_what_xml_cannot(visitor, make_live):
    """Word's soft line break comes along with a pasted title."""
    make_live(title="One\x0bline\x1f and \ufffeanother", lead="Lead\x08.")
    (item,) = read_feed(visitor, ADDRESS).entries
    assert item.title == "One line  and  another"
    assert item.summary == "Lead ."


def test_an_item_stays_the_same_when_its_address_and_words_change(visitor, make_live, replace):
    article = make_live()
    before = read_feed(visitor, ADDRESS).entries[0]
    replace(article, slug="another", title="Another title")
    after = read_feed(visitor, ADDRESS).entries[0]
    assert (after.title, after.link == before.link) == ("Another title", False)
    assert (after.id, after.published) == (before.id, before.published)
    assert not after.guidislink


def test_translations_are_items_of_their_own(visitor, make_live, author, publisher):
    draft = take("translate", make_live(), by=author, language="ru")
    cast.approve(take("submit", draft, by=author), publisher)
    guids = {read_feed(visitor, f"/{code}/news/feed/rss/").entries[0].id for code in ("en", "ru")}
    assert len(guids) == 2


def test_a_feed_holds_the_newest_and_only_so_many(visitor, make_adopted):
    start = minsk(2019, 6, 5)
    made = make_adopted(*(start + timedelta(hours=hour) for hour in range(FEED_LENGTH + 5)))
    links = [item.link.rpartition("/news/")[2] for item in read_feed(visitor, ADDRESS).entries]
    newest = [article.path.removeprefix("news/") for article in reversed(made)]
    assert links == newest[:FEED_LENGTH]


def test_an_item_comes_at_its_minute_and_goes_with_its_withdrawal(
    visitor, make_scheduled, publisher, time_machine
):
    article = make_scheduled()
    for at, count in ((timedelta(microseconds=-1), 0), (timedelta(), 1)):
        time_machine.move_to(article.live_from + at, tick=False)
        assert len(read_feed(visitor, ADDRESS).entries) == count
    time_machine.move_to(article.live_from + timedelta(seconds=5), tick=False)
    take("withdraw", article, by=publisher, note="A mistake.")
    assert not read_feed(visitor, ADDRESS).entries


def test_an_empty_feed_is_valid_and_the_same_at_every_hour(visitor, time_machine):
    before = visitor.get(ADDRESS)
    time_machine.move_to(clock.now() + timedelta(hours=1))
    assert visitor.get(ADDRESS).content == before.content
    assert read_feed(visitor, ADDRESS).feed.updated_parsed == gmtime(0)


def test_a_reader_that_has_the_feed_is_told_so_and_no_date_is_trusted(visitor, make_live):
    make_live()
    first = visitor.get(ADDRESS)
    assert "Last-Modified" not in first
    again = visitor.get(ADDRESS, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    later = {"if-modified-since": "Fri, 31 Dec 9999 23:59:59 GMT"}
    assert visitor.get(ADDRESS, headers=later).status_code == 200


def test_the_body_is_sent_in_one_piece(visitor, make_live):
    make_live()
    assert len(list(visitor.get(ADDRESS))) == 1


@pytest.mark.parametrize(("count", "path"), [(1, ADDRESS), (3, "/en/news/opinions/feed/rss/")])
def test_a_feed_costs_as_few_queries(visitor, make_adopted, django_assert_num_queries, count, path):
    """A stream is found among those remembered: once, and with what is coming."""
    make_adopted(*(clock.now() - timedelta(days=day) for day in range(10)))
    with django_assert_num_queries(count):
        visitor.get(path)


class Feed(EntryFeed):
    """Of a room that has one of everything."""

    def heading(self, about):
        return "All kinds"

    def link(self, about):
        return "/"

    def description(self, about):
        return "All"

    def rows(self, about):
        return newest(Entry.objects.live().with_pages(), clock.current().at)


def test_a_feed_of_a_room_says_which_it_is(make_live, rf):
    make_live()
    answer = Feed()(rf.get("/"))
    assert feedparser.parse(answer.content).feed.title.startswith("All kinds – ")


def test_a_feed_changes_with_each_document_in_it(make_live, rf):
    documents = [make_live().document for _i in range(2)]
    with scopes.gathering() as found:
        Feed()(rf.get("/"))
    assert found.scopes == {scopes.SITE, *(scopes.document(each.pk) for each in documents)}


def test_a_feed_leads_to_the_host_that_was_asked(visitor, make_live):
    address = make_live().get_absolute_url()
    for host in ("testserver", "localhost"):
        feed = feedparser.parse(visitor.get(ADDRESS, headers={"host": host}).content)
        assert feed.feed.link == f"http://{host}/en/news/"
        assert [item.link for item in feed.entries] == [f"http://{host}{address}"]


def test_a_feed_read_again_draws_no_item_anew(visitor, make_live, monkeypatch):
    make_live()
    first = visitor.get(ADDRESS).content
    monkeypatch.setattr(xml_text, "speakable", lambda text: "Drawn anew")
    again = visitor.get(ADDRESS).content
    assert again.count(b"Drawn anew") == 2  # title and description of the feed itself
    assert again.partition(b"<item>")[2] == first.partition(b"<item>")[2]
