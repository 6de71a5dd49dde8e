import pytest

from tests.browser.editor import pages


@pytest.fixture
def address(live_server, settings):
    """Where the pages of tests/browser/editor/pages.py stand."""
    settings.ROOT_URLCONF = pages.__name__
    return f"{live_server.url}/admin"


@pytest.fixture
def open_desk(address, new_page):
    """Opens the form in a browser that notes what it was told and what it asked for."""

    def go(path="desk", **options):
        page = new_page(**options)
        page.told, page.asked = [], []
        page.on("console", lambda message: page.told.append(message.text))
        page.on("pageerror", lambda error: page.told.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(f"{address}/{path}/")
        page.wait_for_selector(".cke_editable[contenteditable=true]")
        return page

    return go
