"""Every word of the interface is marked, translated in every catalogue, and compiled."""

import gettext
import re
import shutil
import subprocess
from ast import literal_eval
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.management import call_command

LOCALES = ["be", "ru", "zh_Hans"]
SOURCES = ["portal", "news", "tourism", "calendar_app", "templates"]
ENTRY = re.compile(
    r"(?P<comments>(?:^#.*\n)*)(?:^msgctxt .*\n)?^msgid (?P<words>(?:\".*\"\n)+)"
    r"(?:^msgid_plural (?P<many>(?:\".*\"\n)+))?(?P<said>(?:^msgstr.* (?:\".*\"\n?)+)+)",
    re.MULTILINE,
)
SAID = re.compile(r"^msgstr.*? ((?:\".*\"\n?)+)", re.MULTILINE)
# What a translator must leave as it is: values that are filled in, and tags.
KEPT = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|</?[a-z]+")


@dataclass(frozen=True)
class Entry:
    words: str
    many: str
    said: list[str]
    is_unsure: bool

    def is_said(self) -> bool:
        return all(self.said) and not self.is_unsure

    def keeps_what_is_filled_in(self) -> bool:
        """In the one form or in each of several; "one" may say the number in letters."""
        wanted = set(KEPT.findall(self.many or self.words))
        allowed = wanted | set(KEPT.findall(self.words))
        found = [set(KEPT.findall(text)) for text in self.said]
        if not self.many:
            return found == [wanted]
        return found[-1] == wanted and all(each <= allowed for each in found)


def text_of(quoted: str) -> str:
    return "".join(literal_eval(line) for line in quoted.splitlines())


def entries(po: Path) -> Iterator[Entry]:
    for found in ENTRY.finditer(po.read_text()):
        if words := text_of(found["words"]):  # the one without is the catalogue's head
            said = [text_of(text) for text in SAID.findall(found["said"])]
            unsure = "#, fuzzy" in found["comments"]
            yield Entry(words, text_of(found["many"] or ""), said, unsure)


def catalogue(locale, root=settings.LOCALE_PATHS[0]):
    return root / locale / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """A copy of the sources whose catalogues makemessages has just brought up to date."""
    folder = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__", "static", "*.mo")
        shutil.copytree(settings.BASE_DIR / name, folder / name, ignore=ignored)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(settings, "LOCALE_PATHS", [folder / "portal" / "locale"])
        call_command("makemessages", locale=LOCALES, add_location="file", no_wrap=True, verbosity=0)
    return folder / "portal" / "locale"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_is_that_of_its_source(locale, tmp_path):
    source = catalogue(locale)
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", compiled, source], check=True)
    with compiled.open("rb") as new, source.with_suffix(".mo").open("rb") as kept:
        new_words, kept_words = gettext.GNUTranslations(new), gettext.GNUTranslations(kept)
    assert new_words._catalog == kept_words._catalog, "run manage.py compilemessages"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_of_the_sources_is_said_in_each_language(fresh, locale):
    found = list(entries(catalogue(locale, fresh)))
    assert len(found) > 700
    assert [each.words for each in found if not each.is_said()] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_filled_in_stands_in_each_translation(fresh, locale):
    said = [each for each in entries(catalogue(locale, fresh)) if each.is_said()]
    assert [each.words for each in said if not each.keeps_what_is_filled_in()] == []


@pytest.mark.parametrize(
    ("words", "many", "said", "is_kept"),
    [
        ("%(n)s texts in {desk}", "", ["{desk}: %(n)s"], True),
        ("%(n)s texts in {desk}", "", ["%(n)s"], False),
        ("A text", "", ["%(n)s"], False),
        ("<b>Now</b>", "", ["Сейчас"], False),
        ("one text", "%(n)s texts", ["один", "%(n)s", "%(n)s"], True),
        ("one text", "%(n)s texts", ["%(m)s", "%(n)s", "%(n)s"], False),
        ("one text", "%(n)s texts", ["один", "%(n)s", "много"], False),
    ],
)
def test_the_guard_sees_what_a_translator_lost(words, many, said, is_kept):
    assert Entry(words, many, said, False).keeps_what_is_filled_in() is is_kept


# --- Words that nobody marked ---------------------------------------------------------------------

# What stands in a template and is read by nobody as it is: comments, marked text, class names.
MARKED = re.compile(
    r"{%\s*(comment|blocktranslate)\b.*?{%\s*end\1\s*%}"
    r"|{%\s*block (?:bodyclass|coltype)\s*%}.*?{%\s*endblock\s*%}|{#.*?#}",
    re.DOTALL,
)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
READ_ALOUD = ("alt", "title", "aria-label", "aria-description", "placeholder", "label", "content")
WORD = re.compile(r"[^\W\d_]{2}")
NAMES = re.compile(r"\b(RSS|Atom)\b")  # the same in every language


def unmarked(template: str) -> list[str]:
    page = BeautifulSoup(TAG.sub("", MARKED.sub("", template)), "html.parser")
    for unread in page.select("script, style, code, meta:not([name=description])"):
        unread.extract()
    attributes = [tag[name] for tag in page.find_all(True) for name in READ_ALOUD if tag.get(name)]
    texts = [*page.stripped_strings, *attributes]
    return [text for text in texts if WORD.search(NAMES.sub("", text))]


def test_every_word_of_a_template_is_marked_for_translation():
    found = {
        path.relative_to(settings.BASE_DIR).as_posix(): unmarked(path.read_text())
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
    }
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "template",
    ["<p>News</p>", '<img alt="A house">', '<meta name="description" content="{{ a }}: news">'],
)
def test_the_guard_sees_a_word_that_is_not_marked(template):
    assert unmarked(template)


@pytest.mark.parametrize(
    "template",
    ["{# News #}<p>{% translate 'News' %} (RSS)</p>", "{% comment %}N. B.{% endcomment %} – 12 %"],
)
def test_the_guard_passes_over_what_is(template):
    assert unmarked(template) == []
