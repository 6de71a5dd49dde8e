"""The switcher offers what exists; search engines are told of the same."""

import pytest

from portal import languages
from portal.publishing.workflow import take_all
from tests import cast
from tests.reading import minsk, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(author, chief, desk, stream):
    """Addresses of one article in Russian and English, by language."""
    document = cast.Document(owner=author, desk=desk)
    articles = [
        cast.an_article(
            author,
            stream,
            language=code,
            document=document,
            live_from=minsk(2019, 6, 5),
            title=title,
        )
        for code, title in (("ru", "Ночь"), ("en", "Night"))
    ]
    made = take_all("adopt", articles, by=chief, author=author).done
    return {edition.language: edition.get_absolute_url() for edition in made}


def switches(page):
    return {link["hreflang"]: link["href"] for link in page.select("header .languages a")}


def alternates(page):
    return {
        link["hreflang"]: link["href"].removeprefix("http://testserver")
        for link in page.select("link[rel=alternate][hreflang]")
    }


def test_a_page_offers_only_the_languages_it_exists_in_and_marks_its_own(visitor, addresses):
    page = page_of(visitor.get(addresses["ru"]))
    assert switches(page) == alternates(page) == addresses
    current = page.select("header .languages [aria-current]")
    assert [link["hreflang"] for link in current] == ["ru"]


def test_a_page_that_exists_in_all_languages_offers_all(visitor):
    page = page_of(visitor.get("/be/news/"))
    assert list(switches(page)) == ["be", "ru", "en", "zh-Hans"]
    assert switches(page) == alternates(page)


def test_a_page_in_one_language_or_in_none_has_no_switcher(visitor, make_adopted):
    (alone,) = make_adopted(minsk(2019, 6, 5))
    assert switches(page_of(visitor.get(alone.get_absolute_url()))) == {}
    unknown = page_of(visitor.get("/en/nothing/"))
    assert switches(unknown) == alternates(unknown) == {}


def test_the_home_pages_of_the_other_languages_stand_in_the_foot_of_each_page(visitor, addresses):
    for path in (addresses["ru"], "/ru/news/", "/ru/nothing/"):
        foot = page_of(visitor.get(path)).select("footer a[hreflang]")
        assert [link["href"] for link in foot] == ["/be/", "/en/", "/zh/"]
        assert [link["lang"] for link in foot] == ["be", "en", "zh-Hans"]


def test_only_home_pages_have_an_address_for_all_other_languages(visitor, addresses):
    for code in languages.CODES:
        home = page_of(visitor.get(languages.localise(code, "")))
        assert alternates(home).pop("x-default") == "/"
    for path in (addresses["ru"], "/en/news/"):
        assert "x-default" not in alternates(page_of(visitor.get(path)))
