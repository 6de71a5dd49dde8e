"""Another country runs the same code: no word of this one is in it, and none on its site."""

import json
import os
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from tests.house.repository import tracked_files

# The other site has a process and a database of its own.
pytestmark = pytest.mark.once

# The country of the demo in the languages of the demo, its people, its towns, what is known of it.
COUNTRY = re.compile(
    r"belarus|bielarus|беларус|белорус|白俄罗斯|minsk|минск|мінск|明斯克|belta\b|белта\b"
    r"|great patriotic|\bbrest\b|vitebsk|viciebsk|grodno|hrodna|gomel|homiel|mogilev|polotsk"
    r"|nesvizh|khatyn|slutsk|naroch|belovezh|radziwi|\bBYN\b|\+375|\bbe_BY\b",
    re.IGNORECASE,
)
SOURCES = ("templates/", "portal/", "news/", "tourism/", "calendar_app/", "deploy/")
# What the demo tells, and what translators write.
ELSEWHERE = re.compile(r"(^|/)(demo|locale)/")
LANGUAGE = "Belarusian"
# Names the language, not the country: where its letters and dates are not as elsewhere.
SPEAKS_OF_THE_LANGUAGE = {
    "portal/publishing/slugs.py": "its table of letters",
    "portal/formats/be/formats.py": "Django has no formats of it",
    "portal/formats/words.py": "which of Django's words in it are mended",
}
OTHER = """\
time_zone = "Pacific/Auckland"
default_language = "de"
country = "NZ"
emblem = "wave.svg"
favicon = "wave.svg"
[contact]
phone = "+999 555 01 00"
email = "post@harbour.example"
[languages.de]
name = "Portal der Hafenrepublik"
owner = "Regierung der Hafenrepublik"
contact.address = "Kai 1, Hafenstadt"
[languages.en]
name = "Portal of the Harbour Republic"
owner = "Government of the Harbour Republic"
[languages.ar]
name = "بوابة جمهورية الميناء"
owner = "حكومة الميناء"
[colours.light]
accent = "#14507a"
field = "#14507a"
ground = "#102434"
[colours.dark]
accent = "#8cc8f0"
field = "#14507a"
ground = "#0a1620"
"""
NAMES = {
    "de": "Portal der Hafenrepublik",
    "en": "Portal of the Harbour Republic",
    "ar": "بوابة جمهورية الميناء",
}
WAVE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9q4-9 9 0z"/></svg>'


def words_of_the_country(path, text):
    """Each with its line, but for the language's name where it must be said."""
    if path in SPEAKS_OF_THE_LANGUAGE:
        text = re.sub(LANGUAGE, "", text, flags=re.IGNORECASE)
    lines = enumerate(text.splitlines(), start=1)
    return [f"{path}:{number}: {each}" for number, line in lines for each in COUNTRY.findall(line)]


def sources():
    """Path → text of what every site runs."""
    for file in tracked_files():
        path = file.relative_to(settings.BASE_DIR).as_posix()
        if path.startswith(SOURCES) and not ELSEWHERE.search(path):
            yield path, file.read_bytes().decode("utf-8", errors="replace")


def test_no_template_and_no_code_has_a_word_about_the_demo_s_country():
    found = [each for path, text in sources() for each in words_of_the_country(path, text)]
    assert found == []


def test_each_excuse_is_still_needed():
    texts = dict(sources())
    assert [p for p in SPEAKS_OF_THE_LANGUAGE if LANGUAGE not in texts[p].title()] == []


@pytest.mark.parametrize(
    "text",
    ["# Europe/Minsk", "В Белоруссии", "Рэспубліка Беларусь", "白俄罗斯", "BelTA", "+375 17"],
)
def test_the_sweep_knows_the_country(text):
    assert words_of_the_country("news/models.py", text)


# --- The site of another country ------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """What a process of its own saw: see `empty_site`."""
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "identity.toml").write_text(OTHER, "utf-8")
    (folder / "wave.svg").write_text(WAVE)
    (folder / "static").mkdir()
    run = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c"]
        + ["from tests.house.empty_site import main; main()"],
        cwd=settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "ENV_FILE": os.devnull,
            "SECRET_KEY": "a key for tests only, as long as a real one should be",
            "ALLOWED_HOSTS": "testserver",
            "HTTPS": "off",
            "STATIC_FROM_PACKAGES": "on",
            "VAR_DIR": str(folder),
            "SITE_IDENTITY": str(folder / "identity.toml"),
        },
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def pages(site):
    """Address → the page, of all HTML that a visitor comes to."""
    return {
        path: BeautifulSoup(answer["text"], "html.parser")
        for path, answer in site["pages"].items()
        if answer["type"].startswith("text/html") and answer["status"] == 200
    }


def test_other_languages_wait_for_no_migration(site):
    assert site["is_migrated"]


def test_every_page_of_the_other_site_answers(site, pages):
    wrong = {path: each["status"] for path, each in site["pages"].items() if each["status"] != 200}
    assert wrong.pop("/") == wrong.pop("/favicon.ico") == 302
    assert wrong == {}
    assert {path.split("/")[1] for path in pages} == {"de", "en", "ar"}
    rooms = {path.split("/", 2)[2] for path in pages}
    assert {"", "news/", "tourism/", "calendar/", "news/2024/07/01/"} <= rooms


def test_no_word_of_the_demo_s_country_is_on_it(site):
    texts = {path: answer["text"] for path, answer in site["pages"].items()}
    texts |= {kind: site[kind] for kind in ("unknown", "low_vision", "told")}
    found = [each for path, text in texts.items() for each in words_of_the_country(path, text)]
    assert found == []


def test_every_page_bears_its_name_in_its_language_and_its_emblem(site, pages):
    for path, page in pages.items():
        language = path.split("/")[1]
        assert page.title.string.endswith(NAMES[language]), path
        assert NAMES[language] in page.header.get_text(), path
        assert page.html["lang"] == language
        assert page.html["dir"] == ("rtl" if language == "ar" else "ltr")
        icon = page.select_one("link[rel=icon]")["href"]
        assert site["pages"][icon]["text"] == WAVE
        emblem = page.header.img["src"]
        assert site["pages"][emblem]["text"] == WAVE


def test_every_page_has_its_colours(site, pages):
    for path, page in pages.items():
        links = [link["href"] for link in page.select("link[rel=stylesheet]")]
        colours = next(link for link in links if link.startswith("/identity/"))
        assert "--accent: #14507a;" in site["pages"][colours]["text"], path


def test_every_page_tells_whom_to_write_to(pages):
    for path, page in pages.items():
        foot = page.footer.get_text(" ")
        for contact in ("+999 555 01 00", "post@harbour.example"):
            assert contact in foot, path


def test_days_are_those_of_its_zone(site, pages):
    (article,) = site["published"]
    assert "1. Juli 2024" in pages[article].main.get_text()
    assert "/de/news/2024/07/01/" in pages
    assert "/de/news/2024/06/30/" not in pages


def test_words_without_a_catalogue_of_ours_are_django_s_or_english(pages):
    assert "Skip to the content" in pages["/de/"].get_text()
    assert "Juli 2024" in pages["/de/news/2024/07/"].main.get_text()
