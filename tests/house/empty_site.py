"""Another country's site from nothing, seen by a visitor.

Its settings are read at the start of a process, so `test_identity` runs `main` in one of its own:
it migrates, loads the demo without content, publishes one article, visits all that links lead to,
and writes what it saw to standard output as JSON.
"""

import io
import json
import sys
from datetime import UTC, datetime

from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from portal import languages
from portal.accounts.models import User
from portal.publishing.workflow import take_all
from tests.cast import a_stream, an_article

WITHOUT_LINKS_TO_THEM = ("/robots.txt", "/sitemap.xml", "/sitemap-news.xml", "/favicon.ico")
# Before noon on 1 July where clocks are twelve hours ahead; still 30 June in London.
LATE_IN_JUNE = datetime(2024, 6, 30, 21, 30, tzinfo=UTC)


def build():
    call_command("migrate", verbosity=0)
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=io.StringIO())
        is_migrated = True
    except SystemExit:
        is_migrated = False
    told = io.StringIO()
    call_command("load_demo", empty=True, stdout=told)
    return is_migrated, told.getvalue()


def publish():
    author, chief = (User.objects.get(username=f"demo-{part}") for part in ("author", "chief"))
    stream = a_stream("news", de="Nachrichten", en="News", ar="أخبار")
    article = an_article(author, stream, language="de", live_from=LATE_IN_JUNE, title="Der Hafen")
    return take_all("adopt", [article], by=chief, author=author).done


def crawl(visitor):
    """Address → status, type, language and text, of all that the home pages lead to."""
    starts = [languages.localise(code, "") for code in languages.CODES]
    todo, seen = ["/", *starts, *WITHOUT_LINKS_TO_THEM], {}
    while todo:
        path = todo.pop()
        # The same pages in thirty low-vision versions are not thirty sites.
        if path in seen or path.startswith(("/static/", "/plain-")):
            continue
        answer = visitor.get(path)
        text = answer.getvalue().decode()
        seen[path] = {
            "status": answer.status_code,
            "to": answer.get("Location", ""),
            "type": answer["Content-Type"],
            "text": text,
        }
        todo += links_in(text) if "html" in answer["Content-Type"] else []
        todo += [answer["Location"]] if "Location" in answer else []
    return seen


def links_in(text):
    page = BeautifulSoup(text, "html.parser")
    found = [tag.get("href") or tag.get("src") for tag in page.select("a, link, img, script")]
    paths = [(link or "").removeprefix("http://testserver").partition("#")[0] for link in found]
    return [path.partition("?")[0] for path in paths if path.startswith("/")]


def main():
    is_migrated, told = build()
    published = publish()
    visitor = Client(raise_request_exception=False)
    pages = crawl(visitor)
    low_vision = next(path for path in links_in(pages["/de/"]["text"]) if "/plain-" in path)
    seen = {
        "is_migrated": is_migrated,
        "told": told,
        "published": [edition.get_absolute_url() for edition in published],
        "pages": pages,
        "low_vision": visitor.get(low_vision).content.decode(),
        "unknown": visitor.get("/de/none/").content.decode(),
    }
    json.dump(seen, sys.stdout)
