"""Small files at fixed addresses: security.txt, the manifest, robots.txt."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from portal import languages
from portal.well_known import expiry
from tests.reading import page_of


@pytest.fixture
def identify(settings):
    """identify(**fields) → the site says these of itself, in every language."""

    def go(**fields):
        own = settings.IDENTITY
        settings.IDENTITY = replace(
            own,
            languages=tuple(
                replace(language, site=replace(language.site, **fields))
                for language in own.languages
            ),
        )

    return go


def security(visitor):
    answer = visitor.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_security_txt_has_what_rfc_9116_asks_for(visitor, identify, time_machine):
    time_machine.move_to(datetime(2026, 11, 24, 12, tzinfo=UTC))
    identify(security_contact="mailto:security@portal.example")
    assert security(visitor) == {
        "Contact": "mailto:security@portal.example",
        "Expires": "2027-10-31T00:00:00Z",
        "Preferred-Languages": ", ".join(map(languages.html_lang, languages.CODES)),
        "Canonical": "http://testserver/.well-known/security.txt",
    }


def test_security_txt_falls_back_on_how_else_the_site_is_reached(visitor, identify, settings):
    contact = settings.IDENTITY.in_language(None).contact
    none = replace(contact, email="", url="")
    identify(security_contact="", contact=replace(none, email="info@portal.example"))
    assert security(visitor)["Contact"] == "mailto:info@portal.example"
    identify(security_contact="", contact=replace(none, url="/en/contact/"))
    assert security(visitor)["Contact"] == "http://testserver/en/contact/"


@pytest.mark.django_db
def test_without_a_contact_there_is_no_security_txt(visitor, identify, settings):
    contact = settings.IDENTITY.in_language(None).contact
    identify(security_contact="", contact=replace(contact, email="", url=""))
    assert visitor.get("/.well-known/security.txt").status_code == 404


def test_security_txt_ends_within_a_year_and_changes_once_a_month():
    start = datetime(2027, 1, 1, tzinfo=UTC)
    for days in range(800):
        at = start + timedelta(days=days)
        assert timedelta(days=300) < expiry(at) - at < timedelta(days=366)
        assert expiry(at) == expiry(at.replace(day=28, hour=23))


@pytest.mark.parametrize("code", languages.CODES)
def test_the_manifest_names_the_site_in_its_language(visitor, settings, code):
    answer = visitor.get(languages.localise(code, "site.webmanifest"))
    assert answer["Content-Type"] == "application/manifest+json"
    found = json.loads(answer.content)
    site = settings.IDENTITY.in_language(code)
    assert (found["name"], found["short_name"]) == (site.name, site.short_name)
    assert found["lang"] == languages.html_lang(code)
    assert found["start_url"] == languages.localise(code, "")
    assert found["theme_color"].startswith("#")
    for icon in found["icons"]:
        assert visitor.get(icon["src"]).status_code == 200


@pytest.mark.django_db
def test_every_page_names_the_manifest_of_its_language(visitor):
    [link] = page_of(visitor.get("/ru/")).select("link[rel=manifest]")
    assert link["href"] == "/ru/site.webmanifest"


def test_robots_are_kept_from_the_desk_and_the_worlds_of_the_staff_and_from_nothing_else(visitor):
    """The low-vision version carries noindex, which a robot has to read."""
    lines = visitor.get("/robots.txt").content.decode().splitlines()
    kept = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow")]
    assert kept == ["/admin/", "/at/", "/preview/"]
