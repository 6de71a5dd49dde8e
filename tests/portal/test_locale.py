"""The catalogues are compiled, whole in Russian, and whole for visitors in every language."""

import gettext
import re
import shutil
import subprocess

import pytest
from django.conf import settings
from django.core.management import call_command

LOCALES = ["be", "ru", "zh_Hans"]
SOURCES = ["portal", "news", "tourism", "calendar_app", "templates"]
# Where the words come from that a visitor may read; the rest is the editors' desk.
PUBLIC = re.compile(
    r"(?<!\S)(templates/(?!admin/)|portal/(settings|templatetags/)|news/feeds|portal/formats/)"
)
ENTRY = re.compile(
    r"(?P<comments>(?:^#.*\n)*)(?:^msgctxt .*\n)?^msgid (?P<words>(?:\".*\"\n)+)"
    r"(?:^msgid_plural (?:\".*\"\n)+)?(?P<said>(?:^msgstr.* (?:\".*\"\n?)+)+)",
    re.MULTILINE,
)
SAID = re.compile(r"^msgstr.*? ((?:\".*\"\n?)+)", re.MULTILINE)


def catalogue(locale, root=settings.LOCALE_PATHS[0]):
    return root / locale / "LC_MESSAGES" / "django.po"


def unsaid(po, *, public_only=False):
    """The words that a catalogue leaves in English, or is not sure of."""
    found = []
    for entry in ENTRY.finditer(po.read_text()):
        is_said = all(text.strip('"\n') for text in SAID.findall(entry["said"]))
        if is_said and "#, fuzzy" not in entry["comments"]:
            continue
        if not public_only or PUBLIC.search(entry["comments"]):
            found.append(entry["words"].strip())
    return found


@pytest.fixture
def fresh(tmp_path, monkeypatch, settings):
    """A copy of the sources whose catalogues makemessages has just brought up to date."""
    for name in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__", "static", "*.mo")
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name, ignore=ignored)
    monkeypatch.chdir(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "portal" / "locale"]
    call_command("makemessages", locale=LOCALES, add_location="file", no_wrap=True, verbosity=0)
    return settings.LOCALE_PATHS[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_is_that_of_its_source(locale, tmp_path):
    source = catalogue(locale)
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", compiled, source], check=True)
    with compiled.open("rb") as new, source.with_suffix(".mo").open("rb") as kept:
        new_words, kept_words = gettext.GNUTranslations(new), gettext.GNUTranslations(kept)
    assert new_words._catalog == kept_words._catalog, "run manage.py compilemessages"


def test_russian_says_every_word_of_the_sources(fresh):
    assert unsaid(catalogue("ru", fresh)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_visitors_read_no_english_in_their_language(fresh, locale):
    assert unsaid(catalogue(locale, fresh), public_only=True) == []
