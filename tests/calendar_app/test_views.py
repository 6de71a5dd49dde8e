import pytest
from bs4 import BeautifulSoup

from portal import languages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", languages.CODES)
def test_visitor_reads_the_overview_in_each_language(client, code):
    answer = client.get(languages.localise(code, "calendar/"))
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert len(page.find_all("h1")) == 1
    assert page.select_one(".breadcrumbs [aria-current=page]").get_text(strip=True) == (
        page.h1.get_text(strip=True)
    )


def test_the_page_says_that_single_events_are_still_to_come(client):
    page = BeautifulSoup(client.get("/en/calendar/").content, "html.parser")
    assert "is being prepared" in page.select_one(".notice").text


def test_it_leads_to_what_there_is_already(client):
    page = BeautifulSoup(client.get("/en/calendar/").content, "html.parser")
    links = [link["href"] for link in page.select("main li a")]
    assert "/en/news/" in links
    assert "/en/calendar/" not in links
