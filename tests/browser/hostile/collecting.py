"""The pages that show the rows: public ones by links and routes, the desk's by its resolver.

A new page is looked at by existing: what links to it, or its route, is enough.
"""

import re
from collections import Counter
from html import unescape
from urllib.parse import urljoin, urlsplit

import feedparser
from django.apps import apps
from django.urls import Resolver404, get_resolver, resolve
from django.utils.html import escape

from portal.publishing.verbs import VERBS
from tests.browser.hostile.columns import PACKS
from tests.house.test_admin_pages import routes
from tests.reading import Reader

ADDRESS = re.compile(r"""(?:href|src|action)=["']?([^"'\s>]+)|<loc>([^<]+)<""")
# The site makes no others; in a text that somebody wrote there may be any.
PLAIN = re.compile(r"/[\w/.,?&=%+:~-]*", re.ASCII)
PLACEHOLDER = re.compile(r"<(?:(\w+):)?(\w+)>")
WORLD = re.compile("^/preview/[^/]+")
LANGUAGE = "/en/"  # the rows' own; another language's pages show what has none
# Addresses of one route (differing in what they are of, or in their question) that are looked at.
MOST_OF_A_ROUTE, MOST_OF_A_PATH = 2 * PACKS + 6, 3


class Collector:
    """`pages`: address → (type, bytes) of all that was answered, errors of ours apart."""

    def __init__(self, editor, most_of_a_route=MOST_OF_A_ROUTE):
        self.most_of_a_route = most_of_a_route
        self.visitor, self.editor = Reader(), Reader()
        self.editor.force_login(editor)
        self.pages, self.routes, self.errors = {}, Counter(), []
        self.paths = Counter()

    def crawl(self, starts) -> None:
        waiting, known = list(starts), set(starts)
        while waiting:
            address = waiting.pop(0)
            if not self.is_wanted(address):
                continue
            for found in self.read(address):
                if found not in known:
                    known.add(found)
                    waiting.append(found)

    def is_wanted(self, address) -> bool:
        path = urlsplit(address).path
        if path.startswith(("/static/", "/media/")) or path.endswith("/logout/"):
            return False
        try:
            route = resolve(WORLD.sub("", path)).route
        except Resolver404:
            return False
        is_public = not path.startswith("/admin/")
        if is_public and path.count("/") > 1 and LANGUAGE not in path:
            return False
        self.routes[route] += 1
        self.paths[path] += 1
        return self.routes[route] <= self.most_of_a_route and self.paths[path] <= MOST_OF_A_PATH

    def read(self, address) -> list[str]:
        """The addresses on the page, which is kept."""
        client = self.editor if address.startswith("/admin/") else self.visitor
        answer = client.get(address)
        kind = answer["Content-Type"].partition(";")[0] if answer.has_header("Content-Type") else ""
        if answer.status_code >= 500:
            self.errors.append(address)
        if answer.status_code in {301, 302}:
            return [own(address, answer["Location"])]
        if not (kind.startswith("text/") or kind.endswith("xml") or kind.endswith("json")):
            return []
        if not answer.body:
            return []
        self.pages[address] = kind, answer.body
        if WORLD.match(address):  # a whole site of its own, and one page of it differs
            return []
        text = answer.body.decode(errors="replace")
        links = [own(address, unescape(a or b)) for a, b in ADDRESS.findall(text)]
        return [link for link in links if PLAIN.fullmatch(link)]


def own(page, link) -> str:
    """The link as a path of this site, or nothing."""
    try:
        parts = urlsplit(urljoin(f"http://testserver{page}", link))
    except ValueError:
        return ""
    if parts.scheme != "http" or parts.netloc != "testserver":
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def desk_addresses() -> list[str]:
    """Every route of the admin, with every row of its model where it is of one."""
    found = []
    for route in routes(get_resolver().url_patterns):
        if route.startswith("admin/") and "(?P" not in route:
            found += addresses_of(route)
    return found


def addresses_of(route) -> list[str]:
    names = [name for _kind, name in PLACEHOLDER.findall(route)]
    if not names:
        return [f"/{route}"]
    keys = keys_of(*route.split("/")[1:3])
    verbs = list(VERBS)
    found = []
    for number, key in enumerate(keys):
        values = {"object_id": key, "id": key, "verb": verbs[number % len(verbs)]}
        for name in names:  # a second placeholder may name another row of the model
            values.setdefault(name, keys[number - 1])
        found.append("/" + PLACEHOLDER.sub(r"{\2}", route).format(**values))
    return found


def keys_of(app, model) -> list:
    try:
        rows = apps.get_model(app, model)._base_manager
    except LookupError:
        return []
    return list(rows.order_by("pk").values_list("pk", flat=True)[:MOST_OF_A_ROUTE])


def as_a_reader_renders(feed: bytes) -> str:
    """The items of a feed, by a reader that takes a description for HTML and cleans nothing."""
    found = feedparser.parse(feed, sanitize_html=False)
    texts = [found.feed.get("subtitle", "")]
    for item in found.entries:
        texts += [item.get("summary", ""), *(each.value for each in item.get("content", ()))]
        title = item.get("title_detail", {})
        texts.append(title.value if title.get("type") == "text/html" else escape(item.title))
        texts += [f'<a href="{escape(link.get("href", ""))}">x</a>' for link in item.links]
    return "<!DOCTYPE html><title>Reader</title>" + "<hr>".join(texts)
