"""Hostile bodies in every text column of every model: in Chromium without a policy, on every page
that shows them, none runs and none phones home.
"""

import re
from xml.etree import ElementTree

import pytest
from django.db import connection

from news.models import Article
from portal import fragments
from portal.publishing.models import Entry
from tests.browser.hostile.careless import Loader, slips, templates
from tests.browser.hostile.collecting import Collector, as_a_reader_renders, desk_addresses
from tests.browser.hostile.columns import PACKS, fill, path_columns, site_models, text_columns
from tests.browser.hostile.scene import Scene, fill_empty_tables
from tests.browser.hostile.trap import Trap
from tests.portal.richtext import hostile

pytestmark = pytest.mark.browser

KINDS = {
    "the home page": r"/en/",
    "a list": r"/en/news/",
    "a stream": r"/en/news/opinions/",
    "an archive": r"/en/news/2019/06/",
    "a page of the tree": r"/en/about/history/",
    "an article": r"/en/news/\d{6}/[a-z-]+/",
    "a feed": r"/en/news/feed/rss/",
    "a site map": r"/sitemap.*\.xml",
    "a preview": r"/preview/.+/en/news/\d{6}/[a-z-]+/",
    "a list of the desk": r"/admin/news/article/",
    "a form of a page": r"/admin/pages/page/\d+/change/",
    "a move": r"/admin/pages/page/\d+/move/",
    "a form": r"/admin/news/article/\d+/change/",
    "a history": r"/admin/news/article/\d+/history/",
    "a step": r"/admin/news/article/\d+/take/\w+/",
    "a label": r"/admin/news/stream/\d+/change/",
    "a picture": r"/admin/media/picture/\d+/change/",
    "an account": r"/admin/accounts/user/\d+/change/",
}
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
# What {{ 191919|add:8080 }} and {% widthratio %} would make; a key of the site's settings.
RENDERED = re.compile(r"199999|1919190|tests only")


@pytest.fixture
def scene(db, settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("SQLite lets a column hold any length, so that a title takes all bodies")
    settings.MEDIA_ROOT = tmp_path / "media"
    made = Scene()
    fill_empty_tables()
    return made


def starts(scene):
    """Where no link leads once titles and addresses are hostile."""
    public = ["/", "/en/", "/sitemap.xml", "/en/news/2019/06/01/", "/en/news/2019/"]
    public += [each.get_absolute_url() for each in (*scene.live, *scene.pages, *scene.others)]
    public += [
        f"/preview/{token}/en/{draft.path}"
        for token, draft in zip(scene.previews, scene.drafts, strict=True)
    ]
    return public + desk_addresses()


def collected(scene, **limits):
    collector = Collector(scene.superuser, **limits)
    collector.crawl(starts(scene))
    pages = collector.pages
    feeds = {address: body for address, (kind, body) in pages.items() if is_feed(kind, body)}
    readers = {f"{a}#reader": as_a_reader_renders(body).encode() for a, body in feeds.items()}
    return collector, pages | {
        address.replace("#", "-"): ("text/html", body) for address, body in readers.items()
    }


def by_kind(found):
    """What was found, once for each kind of page, so that a failure can be read."""
    return {(re.sub(r"\d+", "N", address), what[:40]): what for address, what in found}


def is_feed(kind, body):
    return kind.endswith("xml") and re.search(rb"<(rss|feed)\b", body[:500])


def test_nothing_in_any_column_of_any_model_runs_or_phones_home(scene, new_page, record_property):
    filled = {model._meta.label: fill(model, text_columns(model)) for model in site_models()}
    assert [label for label, rows in filled.items() if not rows] == []
    collector, pages = collected(scene)
    assert collector.errors == []
    for kind, body in pages.values():
        if kind.endswith("xml"):
            ElementTree.fromstring(body)
    for kind, pattern in KINDS.items():
        shown = [address for address in pages if re.fullmatch(pattern, address)]
        assert shown, f"{kind} was not looked at"
    assert [
        a for a, (_kind, body) in pages.items() if RENDERED.search(body.decode("utf-8", "replace"))
    ] == []
    assert by_kind(Trap(new_page(), pages).spring()) == {}
    columns = sum(len(text_columns(model)) for model in site_models())
    told = f"{len(hostile.BODIES)} bodies, {columns} columns, {len(pages)} pages"
    record_property("hostile sweep", told)


def test_nothing_in_an_address_runs_or_phones_home(scene, new_page):
    """Words and paths of addresses, after which links lead nowhere: what draws them is shown."""
    for model in site_models():
        fill(model, path_columns(model))
    _collector, pages = collected(scene, most_of_a_route=6)
    assert {"/en/", "/en/news/", "/admin/news/article/"} <= set(pages)
    assert by_kind(Trap(new_page(), pages).spring()) == {}


def test_one_title_that_is_not_escaped_is_heard(scene, new_page, settings):
    """Control: `|safe` on any title of any template that one of these pages is made of."""
    fill(Article, text_columns(Article))
    fill(Entry, text_columns(Entry))
    middle, withdrawn = scene.live[PACKS // 2], scene.others[0]
    addresses = ["/en/", "/en/news/", middle.get_absolute_url()]
    addresses += [f"/admin/news/article/{each.pk}/change/" for each in (middle, withdrawn)]
    addresses += [f"/admin/media/picture/{scene.picture.pk}/change/"]
    as_they_are, changed = shown_by(scene, addresses), {}
    settings.TEMPLATES = templates()
    for number, slip in enumerate(slips()):
        Loader.slip = slip
        for address, page in shown_by(scene, addresses).items():
            if page != as_they_are[address]:
                changed[f"{address}?slip={number}"] = page
    sprung = Trap(new_page(), changed).spring()
    heard = {slip_of(address) for address, _what in sprung if "?slip=" in address}
    assert heard == {slip_of(address) for address in changed}
    assert len(heard) >= 8


def slip_of(address):
    return slips()[int(address.rpartition("=")[2])]


def shown_by(scene, addresses):
    fragments.forget()
    collector = Collector(scene.superuser)
    for address in addresses:
        collector.read(address)
    assert set(collector.pages) == set(addresses)
    return {a: (kind, TOKEN.sub(b"", body)) for a, (kind, body) in collector.pages.items()}


def test_the_trap_catches_bodies_that_nothing_holds_back(new_page):
    """Control: every second body alone on a page of its own, as it is."""
    bodies = hostile.BODIES[::2]
    pages = {
        f"/{number}/": (
            "text/html",
            f"<!DOCTYPE html><title>x</title>{body}".encode("utf-8", "replace"),
        )
        for number, body in enumerate(bodies)
    }
    caught = {address.rpartition("//")[2] for address, _what in Trap(new_page(), pages).spring()}
    assert len(caught) > len(bodies) * 2 / 3
