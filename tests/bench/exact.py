"""Fifty readers while two hundred articles come and go: nothing early, nothing late.

`python -m tests.bench.exact <readers> <articles>`, with the portal's settings on an archive that
may be written in, serves it under gunicorn and prints JSON.
"""

import json
import os
import sys
import time
from datetime import timedelta
from itertools import count
from statistics import median

import django

from tests.bench.serving import gunicorn

SOONEST, SPREAD = 3, 6  # seconds until what is scheduled starts or ends
PAUSE = 0.25  # seconds between two pages of a reader
AFTER = timedelta(seconds=6)  # that readers go on after the last moment
DOORS = ("", "news/", "news/{stream}/", "news/topic/{topic}/", "news/feed/rss/", "news/{today}/")
UNRELATED = ("/ru/news/{past}/", "/be/about/part-1/", "/en/accessibility/")
TOLD = 20


class Newsroom:
    """Publishes in turn: at once and for good, at a moment ahead, until a moment ahead, and what is
    withdrawn a moment later. `secrets` are what readers may see and when.
    """

    def __init__(self):
        from news.models import Stream
        from portal.accounts.models import User
        from portal.subjects.models import Subject
        from tests.bench import addresses

        self.people = {name: User.objects.get(username=name) for name in ("author", "publisher")}
        self.stream = Stream.objects.get(slug="society")
        self.topic = Subject.objects.get(kind="topic", slug=addresses.common("en", "topic"))
        self.secrets, self.soon, self.numbers = [], [], count()
        self.seconds: list[float] = []

    def publish(self):
        """The next article, and what becomes of it."""
        from portal.publishing import clock

        number = next(self.numbers)
        started, way = time.perf_counter(), number % 4
        ahead = timedelta(seconds=SOONEST + number % SPREAD)
        secret = self.approved(number, clock.now() + ahead if way == 1 else None)
        self.seconds.append(time.perf_counter() - started)
        if way == 2:
            self.end(secret, clock.now() + ahead)
        if way == 3:
            self.soon.append(secret)
        if len(self.soon) > 2:
            self.end(self.soon.pop(0))
        return secret

    def approved(self, number: int, at):
        from portal.publishing.workflow import take
        from tests import cast
        from tests.exactness import Secret

        author, word = self.people["author"], f"qzx{number}"
        fields = {"title": f"The {word} story", "slug": word, "subjects": [self.topic]}
        article = cast.an_article(author, self.stream, **fields)
        review = take("submit", take("start", article, by=author), by=author)
        live = cast.approve(review, self.people["publisher"], at=at)
        secret = Secret(word, live.get_absolute_url(), live.live_from)
        secret.edition = live
        self.secrets.append(secret)
        return secret

    def end(self, secret, at=None) -> None:
        from portal.publishing.workflow import take

        by = self.people["publisher"]
        secret.end = take("withdraw", secret.edition, by=by, note="Over.", at=at).live_until


def addresses_of(newsroom: Newsroom) -> tuple[list[str], list[str]]:
    """Where what is published stands, and where it does not."""
    from portal.publishing import clock
    from tests.bench import addresses

    place = addresses.place_in("ru")
    words = {
        "stream": newsroom.stream.slug,
        "topic": newsroom.topic.slug,
        "today": f"{clock.today():%Y/%m/%d}",
        "past": f"{place.year}/{place.month}/{place.day}",
    }
    doors = [f"/en/{each}".format(**words) for each in DOORS]
    return [*doors, "/sitemap-news.xml"], [each.format(**words) for each in UNRELATED]


def run(readers: int, articles: int) -> dict:
    from django.conf import settings

    from tests.exactness import Readers, broken, made_at, missing, sleep_until

    newsroom = Newsroom()
    doors, unrelated = addresses_of(newsroom)
    with gunicorn("portal.wsgi", dict(os.environ)) as server:
        site = f"http://127.0.0.1:{server.port}"
        with Readers(site, [*doors, *unrelated], readers, PAUSE) as crowd:
            while not set(unrelated) <= made_at(settings.VAR_DIR, site).keys():
                time.sleep(0.2)
            before, started = made_at(settings.VAR_DIR, site), time.monotonic()
            for _i in range(articles):
                secret = newsroom.publish()
                crowd.addresses = [*crowd.addresses, secret.address]
            for secret in newsroom.soon:
                newsroom.end(secret)
            seconds = time.monotonic() - started
            last = max(secret.end or secret.start for secret in newsroom.secrets)
            sleep_until(last + AFTER)
            after = made_at(settings.VAR_DIR, site)
    lines, secrets = crowd.lines, newsroom.secrets
    seen = {word for line in lines for word in line.seen}
    return {
        "readers": readers,
        "articles": len(secrets),
        "endings": sum(secret.end is not None for secret in secrets),
        "answers": len(lines),
        "seconds": seconds,
        "publish_ms": median(newsroom.seconds) * 1000,
        "broken": broken(lines, secrets)[:TOLD],
        "missing": missing(lines, secrets)[:TOLD],
        "failed": [f"{x.address}: {x.status}" for x in lines if x.status not in (200, 404, 410)],
        "unseen": sorted({secret.word for secret in secrets} - seen),
        "made anew": [path for path in unrelated if after.get(path) != before[path]],
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(run(*map(int, sys.argv[1:]))))
