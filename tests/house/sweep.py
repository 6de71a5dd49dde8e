"""Asking for everything that an outsider could, and listening for words that are not due."""

import re
from datetime import UTC, timedelta
from itertools import product
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings
from django.utils import timezone

from portal import languages
from portal.listing import MOMENT_FORMAT
from portal.media.renditions import WIDTHS
from portal.publishing.plain import Plain
from tests.house.routes import ROUTES, addresses, fields_of
from tests.kept import KeptReader, page_cache

PREFIXES = [languages.prefix(code) for code in languages.CODES]
PLAIN = f"/{Plain().prefix}en/"
CANARY = re.compile(r"qzx[a-z]+")
ADDRESS = re.compile(r"""(?:["'\s,>]|http://testserver)(/[a-z0-9][^\s"'<>,#]*)""")
FILES = [f"{width}.{kind}" for width in WIDTHS for kind in ("webp", "jpg")]
FILES += ["original.jpg", "original.webp", "0.jpg", "320.png", "320.avif"]
DOCUMENTS = ["report.pdf", "file.pdf", "report.docx", "report", "320.webp"]
WORLDS = [f"preview/{'x' * 32}", "plain-200-black-pictures"]
CONDITIONS = [
    {"if-none-match": "*"},
    {"if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT"},
    {"if-modified-since": "Fri, 31 Dec 9999 23:59:59 GMT"},
    {"range": "bytes=0-10"},
    {"accept": "application/json", "x-requested-with": "XMLHttpRequest"},
]
QUESTIONS = ["preview=1", "at=2099-01-01", "state=draft&edition=2", "format=json&p=1"]


def canary(group: str, field: str) -> str:
    """A word that no page says by chance, fit for a slug as well."""
    return f"qzx{group}{field}"


class Sweep:
    """Counts its probes and gathers the canaries it hears, in bodies and headers."""

    def __init__(self, visitor=None):
        self.visitor = visitor or KeptReader(page_cache(Path(mkdtemp(dir=settings.VAR_DIR))))
        self.probes = 0

    def ask(self, address: str, method: str = "get", **options):
        self.probes += 1
        answer = getattr(self.visitor, method)(address, **options)
        assert answer.status_code < 500, address
        answer.said = f"{dict(answer.headers)}\n{answer.body.decode(errors='replace')}".lower()
        return answer

    def heard(self, tries) -> dict[str, set[str]]:
        """Ask all of these: each a path, or (path, method, options). Canaries → addresses."""
        found: dict[str, set[str]] = {}
        for each in tries:
            address, method, options = (each, "get", {}) if isinstance(each, str) else each
            for word in CANARY.findall(self.ask(address, method, **options).said):
                found.setdefault(word, set()).add(f"{method} {address} {options}")
        return found

    def crawl(self) -> dict:
        """All that can be reached from the home pages, the feeds and the site map."""
        waiting = [f"/{prefix}/" for prefix in PREFIXES] + ["/", "/sitemap.xml", "/robots.txt"]
        answers = {}
        while waiting:
            address = waiting.pop()
            # Of the sixty low-vision versions one is looked at, in one language.
            is_elsewhere = address.startswith(("/static/", "/admin/", "/plain-"))
            if address in answers or (is_elsewhere and not address.startswith(PLAIN)):
                continue
            answers[address] = answer = self.ask(address)
            if answer["Content-Type"].startswith(("text/", "application/")):
                waiting += {found.replace("&amp;", "&") for found in ADDRESS.findall(answer.said)}
        return answers


def guesses(numbers, slugs, streams, subjects, tokens, documents, paths, moments) -> list[str]:
    """Every route of the resolver, filled with all that is hidden and what lies around it."""
    days = {(at + timedelta(days=shift)).date() for at in moments for shift in (-1, 0, 1)}
    values = {
        "lang": PREFIXES,
        "number": sorted(numbers),
        "report": sorted(numbers),
        "photo": ["1", "2", "3"],
        "slug": slugs,
        "stream": streams,
        "kind": ["topic", "region"],
        "subject": subjects,
        "token": tokens,
        "file": FILES,
        "document": documents,
        "name": DOCUMENTS,
        "path": paths,
        "emblem": ["0" * 32],
        "section": ["content", "rooms", "lists", "drafts"],
        "year": sorted({f"{day:%Y}" for day in days}),
        "month": sorted({f"{day:%m}" for day in days}),
        "day": sorted({f"{day:%d}" for day in days}),
    }
    return [address for route in ROUTES for address in addresses(route, values)]


def around(numbers) -> list[str]:
    """Each number from 50 below to 50 above, in every language, without words, and its photo."""
    near = sorted({number + shift for number in numbers for shift in range(-50, 51)})
    articles = [f"/{prefix}/news/{number:06d}/" for prefix, number in product(PREFIXES, near)]
    return articles + [f"{address}photo/1/" for address in articles]


def lists_from(moments) -> list[str]:
    """Every list and archive, begun at places in time just after what is hidden."""
    places = [
        f"{at.astimezone(UTC) + timedelta(seconds=1):{MOMENT_FORMAT}}-999999" for at in moments
    ]
    lists = [route for route in ROUTES if route.startswith("<lang>/news/") and is_list(route)]
    day = timezone.localtime(moments[0])
    values = {
        "lang": PREFIXES,
        "stream": ["opinions", "photo"],
        "kind": ["topic"],
        "subject": ["culture"],
        "year": [f"{day:%Y}"],
        "month": [f"{day:%m}"],
        "day": [f"{day:%d}"],
    }
    paths = [address for route in lists for address in addresses(route, values)]
    return [f"{path}?before={place}" for path in paths for place in places]


def narrowed(facets: dict[str, list[str]]) -> list[str]:
    """The lists of news, narrowed by each of these: facet → words of labels."""
    paths = [f"/{prefix}/news/{end}" for prefix in PREFIXES for end in ("", "opinions/")]
    asked = [f"{facet}={word}" for facet, words in facets.items() for word in words]
    return [f"{path}?{query}" for path in paths for query in asked]


def is_list(route: str) -> bool:
    return not set(fields_of(route)) & {"number", "slug", "report"}


def variations(paths) -> list:
    """The same addresses by HEAD, under conditions, and with questions that no page asks."""
    heads = [(path, "head", {}) for path in paths]
    conditional = [(p, "get", {"headers": headers}) for p in paths for headers in CONDITIONS]
    asked = [f"{path}?{question}" for path in paths for question in QUESTIONS]
    worlds = [f"/{world}{path}" for path in paths for world in WORLDS]
    return heads + conditional + asked + worlds
