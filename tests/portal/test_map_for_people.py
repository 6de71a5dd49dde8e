"""The site map that people read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.reading import page_of, text_of

pytestmark = pytest.mark.django_db
ADDRESS = "/en/site-map/"


def items_of(visitor, address=ADDRESS):
    return page_of(visitor.get(address)).select_one("main ul")


def nested(element):
    """A list as titles and the lists below them."""
    return [
        (text_of(item.find("a")), nested(item.find("ul")) if item.find("ul") else [])
        for item in element.find_all("li", recursive=False)
    ]


def test_pages_stand_as_in_the_tree(visitor, make_page):
    make_page("travel", title="Travel")
    make_page("about", title="About")
    make_page("about/history", title="History")
    make_page("about/geography", title="Geography")
    make_page("about/geography/rivers", title="Rivers")
    geography = ("Geography", [("Rivers", [])])
    assert nested(items_of(visitor)) == [
        ("Travel", []),
        ("About", [("History", []), geography]),
    ]


def test_a_page_whose_parent_is_not_public_stands_below_the_next_one(visitor, make_page):
    make_page("about", title="About")
    cast.a_place("about/geography")
    make_page("about/geography/rivers", title="Rivers")
    assert nested(items_of(visitor)) == [("About", [("Rivers", [])])]


def test_what_is_not_public_is_not_in_it(visitor, make_page_draft):
    before = visitor.get(ADDRESS).content
    make_page_draft("about")
    assert visitor.get(ADDRESS).content == before


def test_rooms_and_streams_are_linked_and_every_link_opens(visitor, make_page, make_live):
    make_page("about", title="About")
    make_live()
    links = [a["href"] for a in page_of(visitor.get(ADDRESS)).select("main a")]
    assert {"/en/news/", "/en/news/opinions/", "/en/tourism/", "/en/calendar/"} <= set(links)
    assert {link: visitor.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_it_costs_the_same_for_one_page_and_for_fifty(visitor, make_page):
    costs = []
    make_page("about", title="About")
    visitor.get(ADDRESS)  # so that what stands around it is known
    for _round in range(2):
        with CaptureQueriesContext(connection) as asked:
            visitor.get(ADDRESS)
        costs.append(len(asked))
        if not costs[1:]:
            for i in range(49):
                make_page(f"about/page-{i}", title=f"Page {i}")
    assert costs[0] == costs[1]
    assert len(page_of(visitor.get(ADDRESS)).select("main ul ul li")) == 49


def test_every_page_leads_to_it(visitor):
    assert page_of(visitor.get("/ru/")).select("footer a[href='/ru/site-map/']")
