"""The written pages, read from their files; no database is needed."""

import re
from datetime import date
from functools import reduce
from html import unescape

import pytest
from PIL import Image

from news.demo.stories import stories
from portal import richtext
from portal.pages.demo.drawing.__main__ import SCENES
from portal.pages.demo.tellings import FILES, PICTURES, TREE, tellings
from portal.pages.models import LEVELS, RESERVED, Page, PageFact, PagePicture
from portal.pages.tree import WORD

LANGUAGES = {"en", "ru", "be", "zh-hans"}
ROOTS = ["about", "government", "business", "travel"]
TOLD = tellings()
BY_ORIGIN = {telling.origin: telling for telling in TOLD}
EACH = [pytest.param(telling, id=telling.path) for telling in TOLD]
TEXTS = [
    pytest.param(telling, text, id=f"{telling.path}-{text.language}")
    for telling in TOLD
    for text in telling.texts
]
FIGURE = re.compile(r'<figure data-picture="([^"]*)"></figure>')
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')

# What these pages must say, word for word.
FACTS = {
    "about": ["1067", "15 March 1994", "1 January 2015"],
    "about/geography": ["345 metres", "650 kilometres", "Naroch"],
    "about/symbols": ["14 May 1995", "2 July 2002", "5 July 2004"],
    "about/history": ["862", "1517", "1569", "3 July 1944", "25 August", "19 September"],
    "government": ["24 November 1996", "17 October 2004", "27 February 2022"],
    "business/high-tech-park": ["22 September 2005", "21 December 2017"],
    "business/economic-zones/great-stone": ["Decree No. 253 of 5 June"],
    "travel/transport/minsk-metro": ["29 June 1984", "30 December 2024"],
    "travel/world-heritage": ["1979", "1992 and 2014", "2000", "2005"],
    "travel/memorials": ["1954", "1969", "1971", "22 March 1943"],
}


def plain(html):
    """The words alone: a block ends a line, a mark inside one leaves nothing behind."""
    lines = re.sub(r"</?(?:p|h\d|li|t[dhr]|caption|br)[^>]*>", "\n", html)
    return unescape(re.sub(r"<[^>]+>", "", lines))


def prose_of(text):
    """Everything that readers see as words."""
    told = [value for row in [*text.pictures, *text.facts] for value in row.values()]
    return [text.title, text.lead, text.credit, *told, *text.files.values(), plain(text.body)]


def stored(telling, text):
    """The body with a number for every link, as where all targets are public."""
    numbers = {origin: 100_001 + i for i, origin in enumerate(text.links)}
    return telling.body_of(text, numbers)


# --- The set --------------------------------------------------------------------------------------


def test_there_are_fifteen_in_english_and_russian_and_eight_in_all_four_languages():
    spoken = [{text.language for text in telling.texts} for telling in TOLD]

    assert len(TOLD) >= 15
    assert all({"en", "ru"} <= languages <= LANGUAGES for languages in spoken)
    assert sum(languages == LANGUAGES for languages in spoken) >= 8


def test_the_tree_has_four_roots_in_all_languages_and_three_levels():
    roots = [telling for telling in TOLD if not telling.parent]

    assert [root.path for root in sorted(roots, key=lambda root: root.position)] == ROOTS
    assert all({text.language for text in root.texts} == LANGUAGES for root in roots)
    assert {telling.path.count("/") + 1 for telling in TOLD} == {1, 2, 3}
    assert LEVELS > 3


@pytest.mark.parametrize("telling", EACH)
def test_a_page_has_a_word_and_a_position_of_its_own(telling):
    siblings = [other for other in TOLD if other.parent == telling.parent]

    assert WORD.match(telling.word)
    assert telling.parent or telling.word not in RESERVED
    assert sorted(other.position for other in siblings) == list(range(1, len(siblings) + 1))


@pytest.mark.parametrize("telling", EACH)
def test_a_page_stands_after_those_it_needs(telling):
    before = [other.origin for other in TOLD[: TOLD.index(telling)]]

    assert {origin for origin in telling.needs if origin in BY_ORIGIN} <= set(before)


@pytest.mark.parametrize("telling", EACH)
def test_what_is_said_in_a_language_can_be_reached_in_it_from_the_top(telling):
    if telling.parent:
        above = {text.language for text in BY_ORIGIN[f"demo:pages/{telling.parent}"].texts}
        assert {text.language for text in telling.texts} <= above


def test_every_folder_every_picture_and_every_file_is_used():
    folders = {path.relative_to(TREE).as_posix() for path in TREE.rglob("*") if path.is_dir()}

    assert folders == {telling.path for telling in TOLD}
    assert {name for t in TOLD for name in t.pictures} == {p.name for p in PICTURES.iterdir()}
    assert {name for t in TOLD for name in t.files} == {path.name for path in FILES.iterdir()}
    assert {f"{name}.webp" for name in SCENES} == {path.name for path in PICTURES.iterdir()}


@pytest.mark.parametrize("path", sorted(PICTURES.iterdir()), ids=lambda path: path.stem)
def test_a_picture_is_large_enough_and_light(path):
    with Image.open(path) as image:
        assert image.size == (1600, 1000)
    assert path.stat().st_size <= 80_000


# --- Each text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_a_text_is_neither_a_stub_nor_a_book(telling, text):
    if text.language == "zh-hans":  # no spaces between words: two characters make about one
        assert 450 <= len(re.sub(r"\s", "", plain(text.body))) <= 1200
    else:
        assert 250 <= len(re.findall(r"\w+", f"{text.lead} {plain(text.body)}")) <= 600


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_the_cleaner_leaves_a_body_as_it_is(telling, text):
    body = stored(telling, text)

    assert richtext.clean(body).split("\n") == body.strip().split("\n")


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_headings_begin_with_the_second_level_and_skip_none(telling, text):
    levels = [int(level) for level in re.findall(r"<h(\d)", text.body)]

    assert levels[0] == 2
    assert levels.count(2) >= 2
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_a_table_has_a_caption_and_its_headings_say_for_what(telling, text):
    for table in re.findall(r"<table>.*?</table>", text.body, re.S):
        assert table.startswith("<table>\n<caption>")
        assert '<th scope="row">' in table
        assert len(re.findall(r"<th\b", table)) == table.count("<th scope=")
        rows = re.findall(r"<tr>(.*?)</tr>", table)
        assert len({len(re.findall(r"<t[hd]", row)) for row in rows}) == 1


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_every_picture_has_an_alt_text_that_says_it_is_a_drawing(telling, text):
    begins = {"en": "Drawing: ", "ru": "Рисунок: ", "be": "Малюнак: ", "zh-hans": "插图："}

    assert len(text.pictures) == len(telling.pictures)
    for picture in text.pictures:
        assert picture["alt"].startswith(begins[text.language])
        assert len(picture["alt"]) >= (20 if text.language == "zh-hans" else 60)
        assert picture["caption"]
        assert picture["caption"] != picture["alt"]
    assert text.credit


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_figures_place_pictures_of_their_own_page_once(telling, text):
    placed = FIGURE.findall(text.body)

    assert len(placed) == text.body.count("<figure")
    assert len(placed) == len(set(placed))
    assert set(placed) <= set(telling.pictures)


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_every_fact_has_words_a_date_and_a_source_with_its_address(telling, text):
    assert len(text.facts) == len(telling.facts)
    for checked, words in zip(telling.facts, text.facts, strict=True):
        assert set(words) == {"label", "value", "source"}
        assert all(words.values())
        assert date(2019, 1, 1) <= checked.as_of <= telling.at.date()
        assert re.fullmatch(r"https://[a-z.]+/", checked.url)
        assert checked.months is None or 1 <= checked.months <= 36


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_a_link_leads_to_a_page_or_an_article_that_is_public_in_its_language(telling, text):
    written = {
        **{story.origin: story for story in stories()},
        **BY_ORIGIN,
    }
    for href, words in LINK.findall(text.body):
        assert words
        assert re.match(r"https://[a-z.]+/$|page:|news:", href), href
    for origin in text.links:
        target = written[origin]
        assert text.language in {other.language for other in target.texts}, origin
        assert target.at, origin
        assert getattr(target, "state", {}).get(text.language, "live") == "live", origin


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_a_text_fits_its_fields(telling, text):
    page, picture, fact = (
        Page._meta.get_field,
        PagePicture._meta.get_field,
        PageFact._meta.get_field,
    )
    told = [(text.title, page("title")), (text.credit, picture("credit"))]
    for row in text.pictures:
        told += [(row["alt"], picture("alt")), (row["caption"], picture("caption"))]
    for row in text.facts:
        told += [(row["label"], fact("label")), (row["value"], fact("value"))]
        told += [(row["source"], fact("source_name"))]
    for value, field in told:
        assert len(value) <= field.max_length, field.name
    assert len(text.lead) <= 320
    assert set(text.files) == set(telling.files)


# A straight quotation mark or apostrophe, a hyphen for a dash, three dots, a space before a mark.
UNSET = re.compile(r"""["'`—…]|\s-\s|\.\.\.|[^\S\n][,.;:!?]|\S {2,}\S|&""")
# The quotation marks of other languages, and what a language does not use.
FOREIGN = {
    "en": re.compile("[«»„]"),
    "ru": re.compile("[“”„ёЁ]"),
    "be": re.compile("[“”„иИщЩъ]"),
    "zh-hans": re.compile(r"[«»]|[\u4e00-\u9fff][,.;:?!()]|[,.;:?!()][\u4e00-\u9fff]"),
}


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_a_text_is_set_as_its_language_asks(telling, text):
    found = []
    for prose in prose_of(text):
        found += UNSET.findall(prose) + FOREIGN[text.language].findall(prose)

    assert found == []


# Verbs that put words into somebody's mouth, and marks that would enclose them.
SAID = re.compile(
    r"\b(said|says that|stated|declared that|told us|according to"
    r"|сказал|заявил|отметил|подчеркнул|сообщил|по словам"
    r"|сказаў|заявіў|адзначыў|падкрэсліў|паведаміў|паводле слоў)\b"
    r"|表示|指出|强调|宣称"
)
QUOTED = re.compile(r"[“«]([^”»]*)[”»]")


@pytest.mark.parametrize(("telling", "text"), TEXTS)
def test_nobody_is_quoted(telling, text):
    for prose in prose_of(text):
        assert SAID.findall(prose) == []
        # Names and single words stand in quotation marks, sentences do not.
        assert [
            q for q in QUOTED.findall(prose) if len(q) > 50 or re.search("[.!?。！？]", q)
        ] == []
    assert "<blockquote>" not in text.body


@pytest.mark.parametrize("path", FACTS)
def test_a_page_holds_its_facts(path):
    [text] = [text for text in BY_ORIGIN[f"demo:pages/{path}"].texts if text.language == "en"]
    whole = " ".join(f"{text.lead} {plain(text.body)}".split())

    assert [fact for fact in FACTS[path] if fact not in whole] == []


@pytest.mark.parametrize("telling", EACH)
def test_its_languages_are_built_alike(telling):
    """The same figures, tables and facts in each, and nearly as many headings."""
    built = [
        (FIGURE.findall(text.body), text.body.count("<table>"), text.body.count("<h2>"))
        for text in telling.texts
    ]

    assert all(shape == built[0] for shape in built)


@pytest.mark.parametrize("telling", EACH)
def test_its_languages_name_the_same_years(telling):
    """A year that one language has and the others lack is a slip of somebody's pen."""
    years = [
        set(re.findall(r"(?<![\d.,])(?:1[0-9]|20)\d\d(?!\d)", plain(text.body)))
        for text in telling.texts
    ]
    shared = reduce(set.intersection, years)

    assert [found - shared for found in years if len(found - shared) > 1] == []
