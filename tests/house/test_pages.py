"""Guards over every public page: what each of them keeps, in each language."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.utils import translation

from portal import languages
from portal.middleware import CACHE_CONTROL
from tests.house.routes import OTHERS, PAGES, ROUTES, public_routes
from tests.house.sweep import Sweep
from tests.reading import Reader, page_of, said_by, structured_of, texts_in

PREFIXES = [languages.prefix(code) for code in languages.CODES]
# Pages for when something is wrong, the database perhaps, and those of addresses.
ERRORS = (400, 403, 500, 503)
UNKNOWN = (404, 410)
DATA = "application/ld+json"
# What is read under other names: the terms of a licence, the type of a file.
TERMS = ("https://creativecommons.org/", "video/")
# Bytes, compressed: a page with its stylesheets but without its pictures, and its scripts.
MOST, MOST_SCRIPT = 60_000, 20_000


def address_of(places, lang, route):
    """None where the language has no such address: Chinese articles have no words in theirs."""
    address = places[lang].address(route)
    return None if "//" in address else address


@pytest.fixture
def pages(places, visitor):
    """Every page in every language: {address: answer}."""
    found = [address_of(places, lang, route) for lang in PREFIXES for route in PAGES]
    found.append(places["zh"].address("<lang>/news/<number:number>/"))
    return {address: visitor.get(address) for address in found if address}


@pytest.fixture
def without_belarusian(monkeypatch):
    """What a process knows that starts after the site has given the language up."""
    codes = [code for code in languages.CODES if code != "be"]
    prefixes = {code: languages.prefix(code) for code in codes}
    monkeypatch.setattr(languages, "CODES", codes)
    monkeypatch.setattr(languages, "_PREFIXES", prefixes)
    monkeypatch.setattr(languages, "_CODES_BY_PREFIX", {p: code for code, p in prefixes.items()})


def test_language_that_the_site_gave_up_breaks_no_page_and_none_leads_there(
    places, make_live, without_belarusian
):
    make_live(language="be")  # for the news of the last two days
    answers = Sweep().crawl()  # begins at the home pages of all languages, refuses what breaks
    assert len(answers) > 100
    assert {a: x.status_code for a, x in answers.items() if a.startswith("/be/")} == {"/be/": 404}


def test_every_public_route_has_a_row():
    routes = public_routes()
    assert len(routes) > 15
    assert set(routes) == set(ROUTES)


def assert_is_sound(page, lang):
    """What holds of every page, an error's included."""
    assert page.html["lang"] == lang
    assert page.html["dir"] == "ltr"
    assert len(page.find_all("h1")) == 1
    assert page.h1.get_text(strip=True)
    assert page.title.string.strip()
    assert len(page.find_all("main")) == 1
    first = page.body.find(["a", "button", "input"])
    assert "skip-link" in first["class"]
    assert page.find(id=first["href"].removeprefix("#")).name == "main"
    second = first.find_next("a")
    assert second["href"].startswith("/plain-")
    ids = [each["id"] for each in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert_nothing_is_inline(page)
    assert_nothing_comes_from_elsewhere(page)


def assert_nothing_is_inline(page):
    assert not page.find_all("style")
    inline = [script for script in page.find_all("script") if not script.get("src")]
    # Data is no code: browsers never run a block of this type.
    assert {str(script.attrs) for script in inline} <= {str({"type": DATA})}
    for element in page.find_all(True):
        assert not [name for name in element.attrs if name == "style" or name.startswith("on")]
        assert not str(element.get("href", "")).lower().startswith(("javascript:", "data:"))


def assert_nothing_comes_from_elsewhere(page):
    loading = ["link", "script", "img", "source", "track", "iframe", "video", "audio"]
    for element in page.find_all(loading):
        if element.name == "link" and element["rel"][0] in ("canonical", "alternate"):
            assert element["href"].startswith(("http://testserver/", "/"))
            continue
        sources = [element.get("src"), element.get("href"), element.get("poster")]
        sources += [each.split()[0] for each in element.get("srcset", "").split(",") if each]
        for source in filter(None, sources):
            assert re.match(r"/[^/]", source), source


@pytest.mark.django_db
def test_every_page_is_sound(pages):
    assert len(pages) == len(PAGES) * len(PREFIXES)
    for address, answer in pages.items():
        assert answer.status_code == 200, address
        prefix = address.split("/")[1]
        assert_is_sound(page_of(answer), languages.html_lang(languages.code_for(prefix)))


@cache
def weight_of(static_path):
    return len(gzip.compress(Path(finders.find(static_path.removeprefix("/static/"))).read_bytes()))


@pytest.mark.django_db
def test_no_page_weighs_more_than_a_poor_line_carries(pages):
    for address, answer in pages.items():
        page = page_of(answer)
        styles = [link["href"] for link in page.select("link[rel=stylesheet][href^='/static/']")]
        scripts = [script["src"] for script in page.select("script[src]")]
        weight = len(gzip.compress(answer.content)) + sum(map(weight_of, styles))
        assert weight <= MOST, address
        assert sum(map(weight_of, scripts)) <= MOST_SCRIPT, address


@pytest.mark.django_db
def test_every_page_describes_itself_to_search_engines(pages):
    for address, answer in pages.items():
        described = page_of(answer).find("meta", attrs={"name": "description"})
        assert described, address
        assert described["content"].strip(), address


@pytest.mark.django_db
def test_every_page_tells_machines_where_it_stands_and_no_more_than_it_tells_people(pages):
    for address, answer in pages.items():
        page = page_of(answer)
        data = structured_of(page)
        if page.select_one(".breadcrumbs"):
            links = page.select(".breadcrumbs__link")
            crumbs = data["BreadcrumbList"]["itemListElement"]
            assert [crumb["name"] for crumb in crumbs] == [link.get_text() for link in links]
            assert [
                crumb.get("item", "").removeprefix("http://testserver") for crumb in crumbs
            ] == [link.get("href", "") for link in links]
            assert [crumb["position"] for crumb in crumbs] == list(range(1, len(crumbs) + 1))
        told = said_by(page)
        for text in texts_in(list(data.values())):
            said = text.removeprefix("http://testserver")
            assert " ".join(said.split()) in told or text.startswith(TERMS), (address, text)


@pytest.mark.django_db
def test_an_article_and_a_photo_say_what_they_are_to_machines_and_to_other_sites(pages, places):
    for lang, place in places.items():
        kinds = {
            "NewsArticle": "<lang>/news/<number:number>/<word:slug>/",
            "ImageObject": "<lang>/news/<number:number>/photo/<ordinal:place>/",
        }
        for kind, route in kinds.items():
            page = page_of(pages[place.address(route).replace("//", "/")])
            assert kind in structured_of(page), (lang, route)
            meta = {tag["property"]: tag["content"] for tag in page.select("meta[property]")}
            assert meta["og:url"] == page.find("link", rel="canonical")["href"]
            assert meta["og:image"].startswith("http://testserver/media/")
            assert meta["og:title"] in page.title.string


@pytest.mark.django_db
def test_every_page_says_the_same_to_every_cache(pages):
    for address, answer in pages.items():
        assert answer["Cache-Control"] == CACHE_CONTROL, address
        assert answer["ETag"], address
        assert "Last-Modified" not in answer, address
        assert "Expires" not in answer, address
        policy = answer["Content-Security-Policy"]
        assert "default-src 'self'" in policy, address
        assert "unsafe" not in policy, address


@pytest.mark.django_db
def test_no_address_looks_at_a_cookie_or_sets_one(places, visitor, chief, rf):
    """A logged-in editor whom a message awaits gets the bytes that everybody gets, and no
    session is ever opened.
    """
    member = Reader()
    member.force_login(chief)
    waiting = [Message(messages.INFO, "The text was saved.")]
    member.cookies["messages"] = CookieStorage(rf.get("/"))._encode(waiting)
    for lang, route in ((lang, route) for lang in PREFIXES for route in ROUTES):
        address = places[lang].address(route)
        public, own = visitor.get(address), member.get(address)
        assert own.body == public.body, address
        assert dict(own.headers) == dict(public.headers), address
        assert not public.cookies, address
        assert not own.cookies, address
        assert "cookie" not in own.get("Vary", "").lower(), address
        assert not hasattr(own.wsgi_request, "session"), address


@pytest.mark.django_db
def test_every_page_is_the_same_for_everybody_in_the_low_vision_version(places, visitor, chief):
    member = Reader()
    member.force_login(chief)
    for route in PAGES:
        normal = places["en"].address(route)
        address = f"/plain-150-white{normal}"
        public, own = visitor.get(address), member.get(address)
        assert (own.body, dict(own.headers)) == (public.body, dict(public.headers)), address
        assert public.status_code == 200, address
        assert public["Cache-Control"] == CACHE_CONTROL, address
        assert public["X-Robots-Tag"] == "noindex, nofollow", address
        page = page_of(public)
        assert_is_sound(page, "en")
        assert not page.select("img, picture, [poster]"), address
        assert page.find("link", rel="canonical")["href"] == f"http://testserver{normal}"


@pytest.mark.django_db
def test_everything_that_is_no_page_answers_too(places, visitor):
    answers = {route: visitor.get(places["en"].address(route)) for route in OTHERS}
    redirects = {"", "favicon.ico", "<lang>/news/<number:number>/"}
    for route, answer in answers.items():
        assert answer.status_code in ((301, 302) if route in redirects else (200,)), route
    kept = {route: answer["Cache-Control"] for route, answer in answers.items()}
    assert kept.pop("health/") == "no-store"
    assert kept.pop("identity/<str:digest>/<str:name>").endswith("immutable")
    assert set(kept.values()) == {CACHE_CONTROL}


@pytest.mark.django_db
def test_every_link_of_every_page_leads_somewhere(pages, visitor):
    ready = dict(pages)
    for address, answer in pages.items():
        for link in page_of(answer).find_all(["a", "link"], href=True):
            target, _hash, fragment = link["href"].partition("#")
            target = target.removeprefix("http://testserver") or address
            is_other = target.startswith(("/static/", "mailto:", "tel:"))
            if "external" in link.get("rel", ()) or is_other:
                is_elsewhere = target.startswith(("https://", "mailto:", "tel:+"))
                assert is_elsewhere or finders.find(target[len("/static/") :])
                continue
            if target not in ready:
                ready[target] = visitor.get(target)
            leads_on = link.get("hreflang") == "x-default"  # "/" sends each to their language
            assert ready[target].status_code == (302 if leads_on else 200), (address, link)
            assert not fragment or page_of(ready[target]).find(id=fragment), (address, link)


@pytest.mark.django_db
def test_every_picture_of_every_page_is_there(pages, visitor):
    found = set()
    for answer in pages.values():
        for each in page_of(answer).select("img, picture source"):
            offered = each.get("srcset") or each["src"]
            found.update(part.split()[0] for part in offered.split(", "))
            assert each.name == "source" or each.has_attr("alt")
    assert found
    assert {visitor.get(address).status_code for address in found} == {200}


# --- Error pages: none of these tests may touch a database, so each holds that none is needed. ----


@pytest.fixture
def no_database(monkeypatch):
    """Whatever is asked of it fails as it does while there is no connection."""

    def refuse(*args, **kwargs):
        raise OperationalError("no connection")

    monkeypatch.setattr(connection, "cursor", refuse)


@pytest.mark.parametrize("code", languages.CODES)
@pytest.mark.parametrize("status", ERRORS)
def test_every_error_page_is_sound_and_makes_no_query(rf, status, code):
    assert_error_page_is_sound(rf, status, code)


@pytest.mark.parametrize("code", languages.CODES)
@pytest.mark.parametrize("status", UNKNOWN)
def test_page_of_an_unknown_address_is_sound_without_a_database(rf, status, code, no_database):
    assert_error_page_is_sound(rf, status, code)


def assert_error_page_is_sound(rf, status, code):
    with translation.override(code):
        request = rf.get(languages.localise(code, "x/"))
        page = page_of_text(render_to_string(f"{status}.html", request=request))
        bare = page_of_text(render_to_string(f"{status}.html"))
    for each in (page, bare):
        assert_is_sound(each, languages.html_lang(code))
        assert each.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert not each.find("link", rel="canonical")


def page_of_text(text):
    return BeautifulSoup(text, "html.parser")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_an_unknown_address_is_answered_in_its_language_without_a_database(
    visitor, prefix, no_database
):
    answer = visitor.get(f"/{prefix}/no_page/")
    assert answer.status_code == 404
    assert_is_sound(page_of(answer), languages.html_lang(languages.code_for(prefix)))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/en/no_page/", "/ru/a/b/c/d/e/", "/by/nothing", "/x.html", "/en/%00"]
)
def test_every_unknown_address_costs_the_one_question_where_its_page_has_gone(
    visitor, address, django_assert_num_queries
):
    visitor.get(address)
    with django_assert_num_queries(1):
        assert visitor.get(address).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/nothing/", "/be/a/b/", "/zh/a/b/c/d/"])
def test_an_unknown_address_that_a_page_could_have_costs_one_question_more(
    visitor, address, django_assert_num_queries
):
    visitor.get(address)
    with django_assert_num_queries(2):
        assert visitor.get(address).status_code == 404


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_form_sent_to_a_page_is_refused_by_a_page_of_the_site(prefix):
    answer = Reader(enforce_csrf_checks=True).post(f"/{prefix}/", {"a": "b"})
    assert answer.status_code == 403
    assert_is_sound(page_of(answer), languages.html_lang(languages.code_for(prefix)))
    assert not answer.cookies


def test_a_foreign_host_is_refused_by_a_page_of_the_site(visitor):
    answer = visitor.get("/ru/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert_is_sound(page_of(answer), "ru")
    assert "evil.example" not in answer.content.decode()
