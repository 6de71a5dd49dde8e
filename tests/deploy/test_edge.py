"""An alert reaches readers within a minute although an edge in front does not listen to the portal
and the store of its cache cannot be written: real nginx by the shipped file, real gunicorn.
"""

import shutil
import time
from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.portal.media.serving import EDGE, edge_and_gunicorn
from tests.portal.navigation import making

pytestmark = [
    pytest.mark.xdist_group("nginx"),
    pytest.mark.django_db(transaction=True),
]
PROMISED = timedelta(minutes=1)
PAGE = "/en/tourism/"


@pytest.fixture
def site(transactional_db, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    with edge_and_gunicorn(tmp_path / "edge") as site:
        yield site


def until_read(site, path, words, is_there=True):
    """How long it takes until the page says these words (no more); each answer is a whole page."""
    began = clock.now()
    while (clock.now() - began) < PROMISED:
        answer = site.get(path)
        assert answer.status == 200
        assert answer.body.endswith(b"</html>\n")
        if (words.encode() in answer.body) is is_there:
            return clock.now() - began
        time.sleep(0.2)
    raise AssertionError(f"A minute later {path} still does not say it.")


def warn(title, duty_officer):
    draft = making.begin(making.an_alert(duty_officer, title), duty_officer)
    return cast.publish_urgently(draft, duty_officer)


def test_alert_is_read_through_an_edge_that_does_not_listen_and_cannot_write(site, duty_officer):
    assert site.get(PAGE).headers["X-Cache"] == "MISS"
    assert site.get(PAGE).headers["X-Cache"] == "HIT"  # it does not ask, although told to
    first = warn("Ice on the roads", duty_officer)
    assert until_read(site, PAGE, "Ice on the roads") < PROMISED

    make_unwritable(site.store)
    warn("A storm is coming", duty_officer)
    assert until_read(site, PAGE, "A storm is coming") < PROMISED
    assert until_read(site, "/ru/tourism/", "</html>") < PROMISED  # what was never kept
    take("withdraw", first, by=duty_officer, note="The ice is gone.")
    assert until_read(site, PAGE, "Ice on the roads", is_there=False) < PROMISED


def test_edge_keeps_nothing_that_nobody_may_keep_and_old_pages_only_while_the_portal_is_down(site):
    for _i in range(2):
        assert "X-Cache" not in site.get("/health/").headers
        assert site.get("/admin/login/").status == 200
    assert site.get(PAGE).status == 200
    site.stop_portal()
    told = {"HIT"}
    while told == {"HIT"}:  # while it is kept
        time.sleep(0.2)
        answer = site.get(PAGE)
        assert answer.status == 200
        told = {answer.headers["X-Cache"]}
    assert told == {"STALE"}


def test_edge_keeps_one_page_of_each_encoding_however_browsers_ask_for_it(site):
    asked = {"br": ["br", "gzip, deflate, br, zstd"], "gzip": ["gzip", "gzip;q=1, br;q=0"]}
    for encoding, ways in asked.items():
        answers = [site.get(PAGE, **{"Accept-Encoding": way}) for way in ways]
        assert [answer.headers["Content-Encoding"] for answer in answers] == [encoding] * 2
        assert [answer.headers["X-Cache"] for answer in answers] == ["MISS", "HIT"]
    assert "Content-Encoding" not in site.get(PAGE).headers


def make_unwritable(store):
    """Its path is taken by a file: nobody can make a folder there, root included."""
    shutil.rmtree(store)
    store.write_text("")


def test_shipped_edge_keeps_a_page_for_less_than_half_of_the_minute():
    text = EDGE.read_text()
    [valid] = [line.split() for line in text.splitlines() if "proxy_cache_valid" in line]
    assert int(valid[-1].rstrip("s;")) <= 30
    [stale] = [line.split() for line in text.splitlines() if "cache_use_stale" in line]
    assert {word.rstrip(";") for word in stale[1:]} == {"error", "http_502", "http_503"}
