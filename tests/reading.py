"""What a reader makes of an answer, and moments as the site's zone tells them."""

import json
from collections.abc import Iterator
from datetime import datetime

import feedparser
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone


class Reader(Client):
    """Takes errors as answers and reads each answer to its end, files too; `body` holds it."""

    def __init__(self, **options):
        super().__init__(raise_request_exception=False, **options)

    def generic(self, *args, **kwargs):
        answer = super().generic(*args, **kwargs)
        answer.body = answer.getvalue()
        return answer


def page_of(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def text_of(element) -> str:
    return " ".join(element.get_text(" ").split())


def titles_of(answer) -> list[str]:
    """The titles on the cards of a list, in order."""
    return [text_of(title) for title in page_of(answer).select(".card__title")]


def links_of(elements) -> dict[str, str]:
    return {text_of(link): link["href"] for link in elements}


def minsk(*parts: int) -> datetime:
    """minsk(2019, 6, 5, 12, 30)"""
    return datetime(*parts, tzinfo=timezone.get_default_timezone())


# --- What a page tells machines -------------------------------------------------------------------


def structured_of(page) -> dict[str, dict]:
    """The JSON-LD of a page by type. Each block must parse, and say what language it speaks."""
    blocks = [
        json.loads(block.string) for block in page.select("script[type='application/ld+json']")
    ]
    assert all(block.pop("@context") == "https://schema.org" for block in blocks)
    found = {block["@type"]: block for block in blocks}
    assert len(found) == len(blocks)
    return found


def texts_in(thing) -> Iterator[str]:
    """Every text of a JSON-LD block but the names of its types."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, list):
        for each in thing:
            yield from texts_in(each)
    elif isinstance(thing, dict):
        for key, value in thing.items():
            if key != "@type":
                yield from texts_in(value)


def said_by(page) -> str:
    """All that a page says to those who read, see or hear it, and the addresses it holds."""
    for hidden in page.select("script"):
        hidden.extract()
    attributes = [
        str(value)
        for element in page.find_all(True)
        for name, value in element.attrs.items()
        if name in {"alt", "href", "src", "srcset", "poster", "datetime", "lang"}
    ]
    return "\n".join([text_of(page), *attributes]) + "\n"


# --- Answers --------------------------------------------------------------------------------------


def everything_of(visitor, path, method="get", **options):
    """All that a visitor could tell two answers apart by, the number of queries included, but for
    what stands around the page, which is remembered.
    """
    visitor.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = getattr(visitor, method)(path, **options)
    return answer.status_code, dict(answer.headers), answer.content, len(asked)


def asked_of(captured) -> int:
    """How many queries there were: that a test's transaction holds a savepoint is not one."""
    return sum("SAVEPOINT" not in query["sql"] for query in captured.captured_queries)


def read_feed(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code == 200
    kind = path.strip("/").rpartition("/")[2]
    assert answer["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    return found
