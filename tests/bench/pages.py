"""The pages that are measured, and how many queries each asks: run with the portal's settings.

`python -m tests.bench.pages` prints JSON: page kind → [address, queries]. The page cache does not
stand before Django here.
"""

import json

import django

KINDS = ("home", "list", "deep", "month", "article", "search", "rss", "sitemap")
EVERYWHERE = (("page", "/ru/about/part-1/"), ("site map", "/ru/site-map/"))
LANGUAGE = "ru"
DEEP = 0.97  # of the length of time: some 500 pages deep in the largest archive


def addresses_of() -> dict[str, str]:
    from tests.bench import addresses

    place, news = addresses.place_in(LANGUAGE), f"/{LANGUAGE}/news/"
    topic = addresses.common(LANGUAGE, "topic")
    found = {
        "home": f"/{LANGUAGE}/",
        "list": news,
        "deep": f"{news}?before={addresses.deep(LANGUAGE, DEEP)}",
        "month": f"{news}{place.year}/{place.month}/",
        "article": f"{news}{place.number}/{place.slug}/",
        "rss": f"{news}feed/rss/",
        "sitemap": f"/sitemap-content.xml?p={place.year}-{place.month}",
        "stream": f"{news}{place.stream}/",
        "topic": f"{news}topic/{topic}/",
        "year": f"{news}{place.year}/",
        "day": f"{news}{place.year}/{place.month}/{place.day}/",
        "photo": f"{news}{place.report}/photo/2/",
        **dict(EVERYWHERE),
    }
    if has_search():
        found["search"] = f"/{LANGUAGE}/search/?q=" + "%D0%BF%D1%80%D0%BE%D0%B5%D0%BA%D1%82"
    return found


def has_search() -> bool:
    from tests.house.routes import public_routes

    return "<lang>/search/" in public_routes()


def queries_of(address: str) -> int | None:
    """Without what stands around every page, which a process remembers; None if it fails."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    visitor = Client(headers={"host": "127.0.0.1"})
    for _i in range(2):  # the very first answer may come too late to be remembered
        visitor.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(address)
        answer.getvalue()
    return len(asked) if answer.status_code == 200 else None


if __name__ == "__main__":
    django.setup()
    print(json.dumps({kind: [a, queries_of(a)] for kind, a in addresses_of().items()}))
