import pytest
from bs4 import BeautifulSoup

from portal import languages


@pytest.mark.parametrize("code", languages.CODES)
def test_visitor_reads_the_overview_in_each_language(client, code):
    answer = client.get(languages.localise(code, "tourism/"))
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert len(page.find_all("h1")) == 1
    assert page.select_one(".breadcrumbs [aria-current=page]").get_text(strip=True) == (
        page.h1.get_text(strip=True)
    )


@pytest.mark.parametrize("part", ["top", "heritage", "sanatoria", "souvenirs", "memorials"])
def test_each_quick_link_finds_its_chapter(client, part):
    page = BeautifulSoup(client.get("/en/tourism/").content, "html.parser")
    assert page.find(id=part).name == "h2"


def test_the_page_says_that_the_directory_is_still_to_come(client):
    page = BeautifulSoup(client.get("/en/tourism/").content, "html.parser")
    assert "is being prepared" in page.select_one(".notice").text
