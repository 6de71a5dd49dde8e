"""What editors wait for, and what an import costs: run with the portal's settings on an archive.

`python -m tests.bench.editors <articles to import>` prints JSON. Lists and publications are timed
by the clock, the best of several, since what else the machine does only adds; the import by CPU.
"""

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from random import Random
from statistics import median

import django

TRIES = 9
TRANSACTION = re.compile("BEGIN|COMMIT|SAVEPOINT|RELEASE")  # no questions
TRAINEE = "trainee"  # the least privileged of the desk
BATCH = 100  # articles of one take_all, as editors on SQLite wait for its transaction


def main(count: int) -> dict:
    from portal.accounts.models import User
    from tests.bench.walking import PEOPLE

    people = {each.username: each for each in User.objects.all()}
    return {
        "lists": lists({name: people[name] for name in PEOPLE}),
        "publish": publish(people),
        "import": import_articles(count),
    }


def timed(ask) -> tuple[float, int]:
    """The best time in milliseconds, and the number of queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ask()
    times = []
    for _i in range(TRIES):
        started = time.perf_counter()
        ask()
        times.append((time.perf_counter() - started) * 1000)
    with CaptureQueriesContext(connection) as asked:
        ask()
    return min(times), len(asked)


def lists(people: dict) -> dict[str, dict]:
    """Every list of the desk, for the least privileged who may see it; that of articles at both its
    ends too, and as they filter it.
    """
    found = {}
    for name, person, address in addresses_of(people):
        editor = client_of(person)
        ms, queries = timed(lambda editor=editor, address=address: look(editor, address))
        found[name] = {"person": person.username, "address": address, "ms": ms, "queries": queries}
    return found


def addresses_of(people: dict) -> Iterator[tuple]:
    """(name, person, address)."""
    from tests.bench import addresses

    for person, (path, *_more) in addresses.desk(people):
        yield path.removeprefix("/admin/").strip("/"), person, path
    articles, person = "/admin/news/article/", people[TRAINEE]
    last = last_of(client_of(person), articles)
    filtered = {"second page": "p=2", "last page": f"p={last}", "drafts": "word=draft"}
    filtered |= {"changed by me": "mine=changed"}
    for name, query in filtered.items():
        yield f"news/article, {name}", person, f"{articles}?{query}"


def client_of(person):
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(person)
    return client


def look(editor, address: str) -> None:
    answer = editor.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answers {answer.status_code}.")


def last_of(editor, path: str) -> int:
    """As far as its paginator leads."""
    linked = re.findall(r"[?&;]p=(\d+)", editor.get(path).content.decode())
    return max(map(int, linked), default=1)


def publish(people) -> dict[str, float]:
    """One edit, approved with the button: the median in milliseconds, and its queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from news.models import Article
    from portal.publishing import clock
    from portal.publishing.workflow import take
    from tests import cast

    publisher = client_of(people["publisher"])
    heads = Article.objects.heads().live(clock.now()).filter(language="ru").order_by("-live_from")
    times, counts = [], []
    for article in heads.select_related("document", "stream")[:TRIES]:
        draft = take("revise", article, by=people["author"])
        draft = cast.save(draft, people["author"], title=f"{article.title}, anew")
        review = take("submit", draft, by=people["author"])
        address = f"/admin/news/article/{review.pk}/take/approve/"
        fields = {"seen": cast.fresh(review).content_hash}
        started = time.perf_counter()
        with CaptureQueriesContext(connection) as asked:
            publisher.post(address, fields)
        times.append((time.perf_counter() - started) * 1000)
        counts.append(sum(not TRANSACTION.match(each["sql"]) for each in asked.captured_queries))
        if cast.fresh(review).state != "approved":
            raise RuntimeError(f"{address} published nothing.")
    return {"ms": median(times), "queries": median(counts), "most": max(counts)}


def import_articles(count: int) -> dict[str, float]:
    """Milliseconds of CPU an article, Python and the database apart."""
    from news.models import Stream
    from portal.accounts.models import User
    from portal.media.models import Picture
    from portal.publishing.workflow import take_all
    from portal.subjects.models import Subject
    from tests import cast
    from tests.bench.archive.making import SEED
    from tests.bench.archive.words import speakers

    people = {name: User.objects.get(username=name) for name in ("author", "chief")}
    stream, subjects = Stream.objects.first(), list(Subject.objects.all()[:40])
    pictures, spoken = list(Picture.objects.all()[:40]), speakers(Random(SEED))
    own, database = os.times(), cpu_of_database()
    for start in range(0, count, BATCH):
        batch = [
            article(cast, people["author"], stream, spoken["ru"], subjects, pictures, start + i)
            for i in range(min(BATCH, count - start))
        ]
        outcome = take_all("adopt", batch, by=people["chief"], author=people["author"])
        if outcome.refused:
            raise RuntimeError(" ".join(outcome.refused[0].sentences))
    ended = os.times()
    python = ended.user + ended.system - own.user - own.system
    database = cpu_of_database() - database
    return {"python": python / count * 1000, "database": database / count * 1000, "count": count}


def article(cast, author, stream, speaker, subjects, pictures, place: int):
    made = cast.an_article(
        author,
        stream,
        language="ru",
        title=speaker.title(),
        lead=speaker.lead(),
        body=speaker.body(),
        subjects=subjects[place % 30 : place % 30 + place % 4],
    )
    return made.with_parts(cast.shown(pictures[place % len(pictures)]))


def cpu_of_database() -> float:
    """Seconds of the PostgreSQL process that serves us; SQLite works within our own."""
    from django.db import connection

    from tests.bench.accounting import cpu_of

    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cpu_of([cursor.fetchone()[0]])


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(int(sys.argv[1]))))
