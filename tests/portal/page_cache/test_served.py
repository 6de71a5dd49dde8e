"""The page cache under gunicorn, with readers who write down what they see."""

import time
import urllib.error
import urllib.request
from datetime import timedelta
from itertools import count

import pytest
from django.conf import settings
from django.db import connection

from portal.publishing import clock
from portal.publishing.workflow import take
from tests import cast
from tests.browser.serving import database_url, gunicorn
from tests.exactness import Readers, Secret, broken, made_at, missing, sleep_until
from tests.portal.page_cache.redis_server import redis_server
from tests.portal.page_cache.wire import Wire
from tests.reading import minsk

pytestmark = pytest.mark.django_db(transaction=True)
DOORS = ["/en/", "/en/news/", "/en/news/opinions/", "/en/news/feed/rss/", "/sitemap-news.xml"]
UNRELATED = ["/ru/news/", "/en/news/2019/06/05/", "/en/accessibility/"]
SECOND = timedelta(seconds=1)


@pytest.fixture
def newsroom(author, publisher, stream, make_adopted, make_live):
    """newsroom(at=None) → a Secret, published now or at a moment."""
    make_adopted(minsk(2019, 6, 5), minsk(2019, 7, 1))
    make_live(title="Of today")
    numbers = count()

    def publish(at=None):
        word = f"qzx{next(numbers)}"
        article = cast.an_article(author, stream, title=f"The {word} story", slug=word)
        review = take("submit", take("start", article, by=author), by=author)
        live = cast.approve(review, publisher, at=at)
        secret = Secret(word, live.get_absolute_url(), live.live_from)
        secret.edition = live
        return secret

    return publish


def end(secret, publisher, at=None):
    ended = take("withdraw", secret.edition, by=publisher, note="Over.", at=at)
    secret.end = ended.live_until


def wait_until(happens):
    deadline = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize("store", ["disk", "redis"])
def test_nothing_is_early_and_nothing_late_while_readers_read_and_editors_publish(
    newsroom, publisher, store, monkeypatch, record_property
):
    with redis_server() as address:
        monkeypatch.setenv("PAGE_CACHE", address if store == "redis" else "")
        with (
            gunicorn() as site,
            Readers(site, [*DOORS, *UNRELATED], count=6, pause=0.01) as readers,
        ):
            folder = settings.VAR_DIR
            wait_until(lambda: store == "redis" or set(UNRELATED) <= made_at(folder, site).keys())
            before, secrets = made_at(folder, site), []
            for round_ in range(4):
                soon = newsroom(at=clock.now() + (2 + round_) * SECOND)
                passing, at_once = newsroom(), newsroom()
                end(passing, publisher, at=clock.now() + (2 + round_) * SECOND)
                secrets += [soon, passing, at_once]
                readers.addresses = [*readers.addresses, *(s.address for s in secrets[-3:])]
                time.sleep(1)
                end(at_once, publisher)
            sleep_until(max(secret.end or secret.start for secret in secrets) + 6 * SECOND)
            after = made_at(folder, site)
    lines = readers.lines
    assert broken(lines, secrets) == []
    assert missing(lines, secrets) == []
    assert {word for line in lines for word in line.seen} == {secret.word for secret in secrets}
    assert {line.status for line in lines} <= {200, 404, 410}
    record_property("exactness under load", f"{len(lines):,} answers, nothing early or late")
    if store == "disk":
        assert {path: after[path] for path in UNRELATED} == {p: before[p] for p in UNRELATED}
        assert after["/en/news/"] > before["/en/news/"]


def ask(site, path):
    """Status, headers and seconds."""
    begun = time.monotonic()
    try:
        with urllib.request.urlopen(site + path, timeout=30) as answer:
            answer.read()
            return answer.status, answer.headers, time.monotonic() - begun
    except urllib.error.HTTPError as error:
        return error.code, error.headers, time.monotonic() - begun


def test_without_a_database_warm_pages_stay_others_say_when_to_come_back_and_all_is_well_after(
    newsroom, monkeypatch
):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite is a file, which does not go away.")
    soon = newsroom(at=clock.now() + 8 * SECOND)
    with Wire(connection.settings_dict) as wire:
        monkeypatch.setattr(
            "tests.browser.serving.database_url", lambda: wire.replaced(database_url())
        )
        with gunicorn() as site:
            warm = ["/en/news/2019/06/05/", "/en/accessibility/", "/ru/news/"]
            for _turn in range(4):  # both workers
                assert {ask(site, path)[0] for path in [*warm, "/en/news/"]} == {200}
            wire.cut()
            for path in warm:
                status, _headers, seconds = ask(site, path)
                assert (status, seconds < 1) == (200, True), path
            status, headers, seconds = ask(site, "/zh/news/")
            assert (status, seconds < 3) == (503, True)
            assert int(headers["Retry-After"]) >= 1
            assert headers["Cache-Control"] == "no-store"
            # What is due now cannot be shown; the page without it is not true any more.
            sleep_until(soon.start + 6 * SECOND)
            assert ask(site, "/en/news/")[0] == 503
            wire.mend()
            mended_at = time.monotonic()
            wait_until(lambda: ask(site, "/zh/news/")[0] == 200)
            assert time.monotonic() - mended_at < 5
            assert {ask(site, path)[0] for path in [*warm, "/en/news/", soon.address]} == {200}
