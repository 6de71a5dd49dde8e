from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import translation

from portal import languages, views
from portal.publishing import clock
from portal.schedule.models import Heartbeat
from portal.schedule.tasks import TASKS


def read(answer):
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize(
    ("header", "home"), [("be", "/be/"), ("zh-CN", "/zh/"), ("de", "/en/"), ("", "/en/")]
)
def test_the_root_leads_to_the_best_language(visitor, header, home):
    answer = visitor.get("/", headers={"accept-language": header})
    assert (answer.status_code, answer["Location"]) == (302, home)
    assert answer["Vary"] == "Accept-Language"


@pytest.mark.django_db
def test_visitor_gets_no_cookie_and_no_page_varies_by_one(visitor):
    answer = visitor.get("/en/")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.django_db
def test_the_skip_link_comes_first_and_leads_to_the_main_part(visitor):
    page = read(visitor.get("/en/"))
    first = page.body.find("a")
    assert first["href"] == "#content"
    assert page.find(id="content").name == "main"


@pytest.mark.django_db
def test_no_link_of_the_navigation_is_dead(visitor):
    page = read(visitor.get("/en/"))
    links = page.select("header a, footer a:not([href^=mailto], [href^=tel])")
    assert len(links) >= 4 + 3 + 3
    for link in links:
        path, _hash, fragment = link["href"].partition("#")
        target = visitor.get(path or "/en/")
        assert target.status_code == 200, link
        assert not fragment or read(target).find(id=fragment), link


@pytest.mark.django_db
def test_the_current_section_and_language_are_marked(visitor):
    page = read(visitor.get("/ru/tourism/"))
    assert [a["href"] for a in page.select(".menu__row [aria-current]")] == ["/ru/tourism/"]
    assert [a["href"] for a in page.select(".languages [aria-current]")] == ["/ru/tourism/"]


@pytest.mark.django_db
def test_a_page_names_its_other_languages_to_search_engines(visitor):
    page = read(visitor.get("/en/tourism/"))
    assert page.find("link", rel="canonical")["href"] == "http://testserver/en/tourism/"
    alternates = {a["hreflang"]: a["href"] for a in page.find_all("link", hreflang=True)}
    assert alternates["zh-Hans"] == "http://testserver/zh/tourism/"
    assert len(alternates) == len(languages.CODES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/en/nothing/", "/en/a%00b/", "/en/%ff%fe/", "/en/" + "a" * 10_000]
)
def test_what_does_not_exist_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


@pytest.mark.django_db
def test_two_unknown_addresses_give_the_same_bytes(visitor):
    pages = {visitor.get(f"/en/{path}/").content for path in ("one-thing", "another")}
    assert len(pages) == 1


def assert_is_refusal(answer, status, code):
    page = read(answer)
    assert answer.status_code == status
    assert page.html["lang"] == languages.html_lang(code)
    assert len(page.find_all("h1")) == 1
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


@pytest.mark.django_db  # what stands around the page is asked of it
@pytest.mark.parametrize("code", languages.CODES)
def test_what_is_not_found_speaks_the_language_of_the_address(rf, code):
    with translation.override(code):
        answer = views.page_not_found(rf.get(languages.localise(code, "x/")), Exception())
    assert_is_refusal(answer, 404, code)


# None of the following is allowed a database, so each also holds that none is needed.
@pytest.mark.parametrize("code", languages.CODES)
@pytest.mark.parametrize(
    ("view", "status"), [(views.bad_request, 400), (views.permission_denied, 403)]
)
def test_refusals_speak_the_language_of_the_address(rf, code, view, status):
    with translation.override(code):
        answer = view(rf.get(languages.localise(code, "x/")), exception=Exception())
    assert_is_refusal(answer, status, code)


def test_our_own_error_has_a_page_that_needs_no_database(rf):
    with translation.override("ru"):
        answer = views.server_error(rf.get("/ru/"))
    assert answer.status_code == 500
    assert read(answer).html["lang"] == "ru"


def test_a_host_that_is_not_ours_gets_a_page_and_no_error(visitor):
    assert visitor.get("/en/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.django_db
def test_health_is_well_while_the_database_answers(visitor):
    answer = visitor.get("/health/")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_health_tells_a_late_schedule_and_stays_ready(visitor, time_machine):
    """From the second that its patience ends, which is well within a minute."""
    now, told = clock.now(), []
    for name in TASKS:
        Heartbeat.of(name, started_at=now, finished_at=now, succeeded_at=now)
    shortest = min(task.patience for task in TASKS.values())
    for seconds in (-1, 1):
        time_machine.move_to(now + shortest + timedelta(seconds=seconds), tick=False)
        answer = visitor.get("/health/")
        told.append((answer.status_code, answer.json()["schedule"]))
    Heartbeat.objects.all().delete()
    answer = visitor.get("/health/")
    assert [*told, (answer.status_code, answer.json()["schedule"])] == [
        (200, "on time"),
        (200, "late"),
        (200, "late"),
    ]


@pytest.mark.django_db
def test_health_stays_ready_while_an_update_brings_its_tables(visitor, monkeypatch):
    def no_table():
        raise DatabaseError("no such table")

    monkeypatch.setattr(views, "overdue", no_table)
    answer = visitor.get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "schedule": "unknown"})


def test_health_names_a_database_that_does_not_answer(visitor, monkeypatch):
    def refuse():
        raise DatabaseError("no connection")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = visitor.get("/health/")
    assert answer.status_code == 503
    assert "start it" in answer.json()["problem"]


def test_robots_are_told_of_the_site_map_and_kept_from_the_admin(visitor):
    answer = visitor.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert f"Sitemap: http://testserver{reverse('sitemap')}" in lines


def test_the_icon_that_browsers_guess_exists(visitor):
    assert visitor.get("/favicon.ico")["Location"].endswith("/favicon.svg")
