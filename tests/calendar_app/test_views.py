import pytest
from bs4 import BeautifulSoup

from portal import languages


@pytest.mark.parametrize("code", languages.CODES)
def test_visitor_reads_the_overview_in_each_language(client, code):
    answer = client.get(languages.localise(code, "calendar/"))
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert len(page.find_all("h1")) == 1
    assert page.select_one(".breadcrumbs [aria-current=page]").get_text(strip=True) == (
        page.h1.get_text(strip=True)
    )


def test_the_public_holidays_stand_at_their_dates(client):
    page = BeautifulSoup(client.get("/en/calendar/").content, "html.parser")
    dates = {dt.text: dt.find_next("dd").text for dt in page.find_all("dt")}
    assert dates["9 May"] == "Victory Day"
    assert dates["3 July"].startswith("Independence Day")
    assert dates["1 and 2 January"] == "New Year"


def test_the_page_says_that_single_events_are_still_to_come(client):
    page = BeautifulSoup(client.get("/en/calendar/").content, "html.parser")
    assert "is being prepared" in page.select_one(".notice").text
