"""The demo site as production serves it, and every address that it tells of."""

import re

import pytest
from django.core.management import call_command

from tests.browser.conftest import chromium, demo_site, encoded, new_page  # noqa: F401
from tests.portal.media.serving import nginx_and_gunicorn

LOCATION = re.compile(r"<loc>https?://[^/]+([^<]+)</loc>")


@pytest.fixture(scope="module")
def production(demo_site, tmp_path_factory):  # noqa: F811
    """The demo behind nginx by the shipped configuration, with collected static files."""
    call_command("collectstatic", interactive=False, verbosity=0)
    with nginx_and_gunicorn(tmp_path_factory.mktemp("nginx") / "site", accel=True) as site:
        yield site


@pytest.fixture
def told(demo_site, new_page):  # noqa: F811
    """Every address of the site map, by way of its index where there is one."""
    reader = new_page().request
    locations = LOCATION.findall(reader.get(f"{demo_site}/sitemap.xml").text())
    parts = [each for each in locations if each.endswith(".xml")]
    found = [each for each in locations if each not in parts]
    for part in parts:
        found += LOCATION.findall(reader.get(demo_site + part).text())
    return found
