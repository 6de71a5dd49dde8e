"""Links that pass a page on."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import cast
from tests.reading import links_of, page_of

pytestmark = pytest.mark.django_db
TITLE = "Bread & circuses: 100 % “free”?"


@pytest.fixture
def shared(visitor, make_live):
    article = make_live(title=TITLE)
    page = page_of(visitor.get(article.get_absolute_url()))
    return article, page.select_one(".share")


def test_each_link_names_its_place_and_takes_the_address_and_the_title_along(shared):
    article, share = shared
    links = links_of(share.find_all("a"))
    assert list(links) == [
        *(f"Share on {name}" for name in ("Telegram", "VK", "Facebook", "X")),
        "Share by E-mail",
    ]
    address = f"http://testserver{article.get_absolute_url()}"
    taken = {name: parse_qs(urlsplit(url).query) for name, url in links.items()}
    assert taken["Share on Telegram"] == {"url": [address], "text": [TITLE]}
    assert taken["Share on VK"] == {"url": [address], "title": [TITLE]}
    assert taken["Share on Facebook"] == {"u": [address]}
    assert taken["Share on X"] == {"url": [address], "text": [TITLE]}
    assert taken["Share by E-mail"] == {"subject": [TITLE], "body": [address]}


def test_nothing_of_these_places_is_loaded_and_they_learn_nothing_but_the_link(shared):
    _article, share = shared
    assert not share.find_all(["script", "img", "iframe", "form"])
    for link in share.select("a[href^=http]"):
        assert {"noopener", "noreferrer", "nofollow"} <= set(link["rel"])
        assert link["href"].startswith("https://")
        assert "utm" not in link["href"]


def test_the_secret_address_of_a_preview_is_not_passed_on(visitor, make_article, author):
    page = page_of(visitor.get(cast.preview_of(make_article(), author)))
    assert page.h1
    assert not page.select(".share")
