"""The written articles, read from their files; no database is needed."""

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

import pytest
from PIL import Image

from news.demo.labels import CAMPAIGNS, LANGUAGES, STREAMS, SUBJECTS
from news.demo.load import STEPS
from news.demo.stories import FILES, PICTURES, stories
from news.models import Article, ArticlePicture, Layout
from portal import richtext
from portal.subjects.models import SubjectKind

STORIES = stories()
TEXTS = [
    pytest.param(story, text, id=f"{story.key}-{text.language}-{text.title[:12]}")
    for story in STORIES
    for text in story.all_texts
]
EACH_STORY = [pytest.param(story, id=story.key) for story in STORIES]
BY_KEY = {story.key: story for story in STORIES}
FIGURE = re.compile(r'<figure data-picture="([^"]*)"></figure>')

# What each of these articles must say, word for word, by language.
FACTS = {
    "wipo": {
        "en": [
            "prime minister of Belarus",
            "director general of the World Intellectual Property Organization",
            "5 June",
            "a network of technology and innovation support centres",
            "a national project on intellectual property for universities and research",
            "new information platforms at the National Intellectual Property Center",
            "memorandum",
            "from 3 to 5 June",
            "over 5,000 applications a year",
            "1.4 billion dollars in 2018",
            "about 30 % a year",
            "44 residents",
            "over 1 billion dollars",
            "World Trade Organization",
            "final stage",
        ],
        "ru": [
            "Премьер-министр Беларуси",
            "генеральный директор Всемирной организации интеллектуальной собственности",
            "5 июня",
            "сеть центров поддержки технологий и инноваций",
            "национальный проект по интеллектуальной собственности для университетов",
            "новые информационные платформы Национального центра интеллектуальной собственности",
            "меморандум",
            "с 3 по 5 июня",
            "более 5000 заявок в год",
            "1,4 млрд долларов в 2018 году",
            "около 30 % в год",
            "44 резидента",
            "более 1 млрд долларов",
            "Всемирную торговую организацию",
            "завершающей стадии",
        ],
    },
    "polotsk": {
        "en": ["862", "1,150 years", "eleventh century", "1710", "Lazar Bogsha", "1161", "1997"],
        "ru": ["862", "1150 лет", "XI века", "1710", "Лазарь Богша", "1161", "1997"],
    },
    "khatyn": {
        "en": ["22 March 1943", "149 people", "75 of them children", "5 July 1969", "433", "186th"],
        "ru": ["22 марта 1943", "149 человек", "75 из них", "5 июля 1969", "433", "186-я"],
    },
    "struve": {
        "en": ["2,820", "258", "265", "34", "1816", "1855", "Tupishki", "Chekutsk", "July 2005"],
        "ru": ["2820", "258", "265", "34", "1816", "1855", "Тупишки", "Чекуцк", "июле 2005"],
    },
    "skaryna": {
        "en": ["Polotsk", "November 1512", "Padua", "Prague", "twenty-three books", "March 1525"],
        "ru": ["Полоцке", "ноябре 1512", "Падуе", "Праге", "двадцать три книги", "марте 1525"],
        "be": ["Полацку", "лістападзе 1512", "Падуі", "Празе", "дваццаць тры кнігі"],
        "zh-hans": ["波洛茨克", "1512年11月", "帕多瓦", "布拉格", "二十三部", "1525年3月"],
    },
    "visa30": {
        "en": ["74 states", "Decree No. 295 of 24 July 2018", "thirty days", "ninety days"],
        "ru": ["74 государств", "Указ № 295 от 24 июля 2018", "тридцать дней", "девяноста"],
    },
    "medals": {"en": ["109", "69", "51", "Krakow"], "ru": ["109", "69", "51", "Кракову"]},
    "poets": {
        "en": ["7 July", "Vyazynka", "3 November", "Akinchytsy", "1942", "1956"],
        "ru": ["7 июля", "Вязынке", "3 ноября", "Акинчицах", "1942", "1956"],
        "be": ["7 ліпеня", "Вязынцы", "3 лістапада", "Акінчыцах", "1942", "1956"],
        "zh-hans": ["7月7日", "维亚津卡", "11月3日", "阿金奇齐", "1942年", "1956年"],
    },
    "space": {
        "en": ["December 1973", "22 July 2012", "51.5 degrees", "23 March to 6 April 2024"],
        "ru": ["декабря 1973", "22 июля 2012", "51,5 градуса", "с 23 марта по 6 апреля 2024"],
    },
    "tractor": {"en": ["29 May 1946", "1953", "1972"], "ru": ["29 мая 1946", "1953", "1972"]},
}


def plain(html):
    """The words alone: a block ends a line, a mark inside one leaves nothing behind."""
    lines = re.sub(r"</?(?:p|h\d|li|t[dhr]|caption|br)[^>]*>", "\n", html)
    return re.sub(r"<[^>]+>", "", lines)


def words_of(text):
    return re.findall(r"\w+", f"{text.lead} {plain(text.body)}")


def written(story):
    """The languages that the story itself is told in."""
    return {text.language for text in story.texts}


def prose_of(text):
    """Everything that readers see as words."""
    told = [value for description in text.descriptions for value in description.values()]
    said = [text.title, text.lead, text.credit, text.change_note, text.notice]
    return [*said, *told, *text.files.values(), plain(text.body)]


# --- The set --------------------------------------------------------------------------------------


def test_there_are_thirty_twelve_in_a_second_language_and_four_in_all_four():
    languages = [written(story) for story in STORIES]

    assert len(STORIES) >= 30
    assert all("en" in spoken for spoken in languages)
    assert sum(len(spoken) >= 2 for spoken in languages) >= 14
    assert sum(spoken == set(LANGUAGES) for spoken in languages) >= 4


def test_they_fill_every_stream():
    assert {story.stream for story in STORIES} == {*STREAMS, *(c.slug for c in CAMPAIGNS)}


def test_they_lie_in_every_year_from_2012_to_2026():
    days = [story.at.date() for story in STORIES if story.at]

    assert {day.year for day in days} == set(range(2012, 2027))
    assert len({(day.year, day.month) for day in days}) > 20
    assert max(Counter(days).values()) == 2


def test_june_2019_has_three_days():
    june = {
        story.at.date() for story in STORIES if story.at and story.at.strftime("%Y%m") == "201906"
    }

    assert date(2019, 6, 5) in june
    assert len(june) == 3


def test_every_state_is_told():
    assert {state for story in STORIES for state in ["live", *story.state.values()]} == set(STEPS)
    assert {answer for story in STORIES for answer in story.answer.values()} == {
        "gone",
        "notice",
        "redirect",
    }
    corrections = [text for story in STORIES for text in story.corrections]
    assert {text.is_major for text in corrections} == {True, False}
    assert any(story.revisions for story in STORIES)
    assert any(story.translations for story in STORIES)


def test_forms_are_various():
    def having(pattern):
        return sum(bool(re.search(pattern, story.texts[-1].body)) for story in STORIES)

    assert {story.layout for story in STORIES} == set(Layout.values)
    assert having("<table>") >= 8
    assert having("<ol>") >= 6
    assert having("<h2>") >= 20
    assert having("<figure") >= 2
    lengths = sorted(len(words_of(text)) for story in STORIES for text in story.texts[:1])
    assert lengths[0] * 4 < lengths[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_articles_share_seven_words_in_a_row(language):
    size = 12 if language == "zh-hans" else 7
    seen = {}
    for story in STORIES:
        for text in story.all_texts:
            if text.language == language:
                words = (
                    words_of(text) if language != "zh-hans" else re.findall(r"\w", plain(text.body))
                )
                for i in range(len(words) - size + 1):
                    shingle = " ".join(words[i : i + size]).lower()
                    assert seen.setdefault(shingle, story.key) == story.key, shingle


@pytest.mark.parametrize("language", ["en", "ru", "be"])
def test_no_two_articles_are_cast_in_one_mould(language):
    """A sentence with its names and numbers taken out is said once only."""
    seen = defaultdict(set)
    for story in STORIES:
        for text in story.all_texts:
            if text.language == language:
                for sentence in re.split(r"\n+|(?<=[.!?:])\s+", f"{text.lead}\n{plain(text.body)}"):
                    frame = re.sub(r"\d[\d,. ]*", "0 ", sentence.strip())
                    frame = re.sub(r"\b[A-ZА-ЯЎІЁ]\w*", "X", frame)
                    if len(re.findall(r"\b[^\WX0]\w*", frame)) >= 4:
                        seen[frame].add(story.key)

    assert [frame for frame, keys in seen.items() if len(keys) > 1] == []


# --- Each text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_a_text_is_neither_a_stub_nor_a_book(story, text):
    if text in story.translations:
        return
    if text.language == "zh-hans":  # no spaces between words: two characters make about one
        assert 300 <= len(re.sub(r"\s", "", plain(text.body))) <= 1200
    else:
        assert 60 <= len(words_of(text)) <= 650


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_a_lead_is_one_or_two_sentences(story, text):
    assert 1 <= len(re.findall(r"[.?。？](?=\s|$)", text.lead)) <= 2 or text.language == "zh-hans"
    assert len(text.lead) <= 320


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_a_text_fits_its_fields(story, text):
    article, picture = Article._meta.get_field, ArticlePicture._meta.get_field
    told = [
        (text.title, article("title")),
        (text.town, article("dateline_town")),
        (text.source, article("source_name")),
        (text.author, article("author_line")),
        (text.credit, picture("credit")),
        *((d["alt"], picture("alt")) for d in text.descriptions),
        *((d["caption"], picture("caption")) for d in text.descriptions),
    ]
    for value, field in told:
        assert len(value) <= field.max_length, field.name
    assert len(text.descriptions) == len(story.pictures)
    assert all(d["alt"] and d["caption"] for d in text.descriptions)
    assert text.credit
    assert set(text.files) <= set(story.files)


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_the_cleaner_leaves_a_body_as_it_is(story, text):
    body = story.body_of(text)
    cleaned = richtext.clean(body)
    assert cleaned.split("\n") == [line for line in body.split("\n") if line]


# A straight quotation mark or apostrophe, a hyphen for a dash, three dots, a space before a mark.
UNSET = re.compile(r"""["'`—…]|\s-\s|\.\.\.|[^\S\n][,.;:!?]|\S {2,}\S|&""")
# The quotation marks of other languages, and what a language does not use.
FOREIGN = {
    "en": re.compile("[«»„]"),
    "ru": re.compile("[“”„ёЁ]"),
    "be": re.compile("[“”„иИщЩъ]"),
    "zh-hans": re.compile(r"[«»]|[\u4e00-\u9fff][,.;:?!()]|[,.;:?!()][\u4e00-\u9fff]"),
}


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_a_text_is_set_as_its_language_asks(story, text):
    found = []
    for prose in prose_of(text):
        found += UNSET.findall(prose) + FOREIGN[text.language].findall(prose)

    assert found == []


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_every_description_says_that_it_is_a_drawing(story, text):
    begins = {"en": "Drawing", "ru": "Рисунок: ", "be": "Малюнак: ", "zh-hans": "插图："}
    for description in text.descriptions:
        assert description["alt"].startswith(begins[text.language])


@pytest.mark.parametrize(("story", "text"), TEXTS)
def test_figures_place_pictures_of_their_own_article_once(story, text):
    placed = FIGURE.findall(text.body)

    assert len(placed) == text.body.count("<figure")
    assert len(placed) == len(set(placed))
    assert set(placed) <= set(story.more_pictures)
    keys = [story.key_of(picture) for picture in placed]
    assert FIGURE.findall(story.body_of(text)) == keys
    assert all(re.fullmatch("[0-9a-f]{32}", key) for key in keys)


@pytest.mark.parametrize(
    ("key", "language"), [(key, language) for key in FACTS for language in FACTS[key]]
)
def test_an_article_holds_its_facts(key, language):
    final = {text.language: text for text in BY_KEY[key].texts}
    text = final[language]
    whole = " ".join(f"{text.title} {text.lead} {plain(text.body)}".split())

    assert [fact for fact in FACTS[key][language] if fact not in whole] == []


def test_the_report_of_5_june_2019_credits_its_source_and_quotes_nobody():
    story = BY_KEY["wipo"]

    assert (story.stream, story.at.date()) == ("opinions", date(2019, 6, 5))
    assert story.source_url == "https://eng.belta.by/"
    towns = {text.language: text.town for text in story.texts}
    assert towns == {"be": "МІНСК", "en": "MINSK", "ru": "МИНСК", "zh-hans": "明斯克"}
    for text in story.texts:
        assert "BelTA" in text.source or text.source == "БелТА"
        # The park's name is the only thing in quotation marks.
        quoted = re.findall(r"[«“]([^»”]+)[»”]", text.body)
        assert set(quoted) <= {"Великий камень", "Вялікі камень", "巨石"}


def test_a_correction_changes_something_and_a_major_one_says_what():
    for story in STORIES:
        first = {text.language: text for text in story.texts}
        for text in story.corrections:
            assert text.body != first[text.language].body
            assert bool(text.change_note) == text.is_major


# --- What they point at ---------------------------------------------------------------------------


def test_a_story_stands_after_those_it_needs():
    place = {story.key: i for i, story in enumerate(STORIES)}

    for story in STORIES:
        assert all(place[key] < place[story.key] for key in story.needs), story.key


def test_a_withdrawal_leads_to_something_public_or_tells_its_readers():
    for story in STORIES:
        for language, answer in story.answer.items():
            assert story.state_in(language) == "withdrawn"
            [text] = [text for text in story.texts if text.language == language]
            assert bool(text.notice) == (answer == "notice")
            if answer == "redirect":
                assert language in written(BY_KEY[story.target])


def test_every_subject_is_named_in_four_languages_and_used():
    slugs = [told.slug for told in SUBJECTS]
    used = {slug for story in STORIES for slug in story.subjects}

    assert len(slugs) == len(set(slugs))
    assert used == set(slugs)
    assert Counter(told.kind for told in SUBJECTS)[SubjectKind.REGION] == 7
    for told in SUBJECTS:
        assert set(told.names) == set(LANGUAGES)
        assert all(told.names.values())
        for titles, first, last in told.offices:
            assert set(titles) == set(LANGUAGES)
            assert first < last


def test_one_campaign_is_over_and_one_is_on_whenever_it_is_loaded():
    games, weekends = CAMPAIGNS

    assert (games.first_on.year, games.last_on.year) == (2019, 2019)
    assert (weekends.first_on, weekends.last_on) == (None, None)
    for campaign in CAMPAIGNS:
        assert BY_KEY[campaign.landing].stream == campaign.slug


# --- Pictures and files ---------------------------------------------------------------------------


@pytest.mark.parametrize("story", EACH_STORY)
def test_a_picture_is_ready_and_light(story):
    for name in story.pictures:
        path = PICTURES / name
        assert path.stat().st_size <= 80_000
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("WEBP", (1600, 1000))


def test_every_picture_and_file_is_shown_by_one_article():
    pictures = Counter(name for story in STORIES for name in story.pictures)
    files = Counter(name for story in STORIES for name in story.files)

    assert set(pictures) == {path.name for path in PICTURES.iterdir()}
    assert set(files) == {path.name for path in FILES.iterdir()}
    assert {*pictures.values(), *files.values()} == {1}


def test_the_photo_report_has_twelve_different_pictures_with_words_of_their_own():
    [report] = [story for story in STORIES if story.layout == Layout.PHOTO]

    assert len(report.pictures) == 12
    assert len({(PICTURES / name).read_bytes() for name in report.pictures}) == 12
    assert {"en", "ru"} <= written(report)
    for text in report.texts:
        assert len({description["alt"] for description in text.descriptions}) == 12
        assert len({description["caption"] for description in text.descriptions}) == 12


def test_the_video_is_light_and_has_captions_in_every_language_it_is_told_in():
    [film] = [story for story in STORIES if story.layout == Layout.VIDEO]
    [video] = [name for name in film.files if name.endswith(".webm")]

    assert (FILES / video).read_bytes().startswith(b"\x1a\x45\xdf\xa3")
    assert (FILES / video).stat().st_size <= 600_000
    assert {"en", "ru"} <= written(film)
    assert {f"kupalle.{language}.vtt" for language in written(film)} <= set(film.files)


def test_captions_follow_each_other_through_the_film_and_say_that_it_is_silent():
    said = re.compile("no sound|без звука|без гуку")
    for path in FILES.glob("*.vtt"):
        text = path.read_text("utf-8")
        assert text.startswith("WEBVTT\n")
        times = re.findall(r"00:00:(\d\d\.\d{3}) --> 00:00:(\d\d\.\d{3})\n.+", text)
        moments = [float(moment) for cue in times for moment in cue]
        assert len(times) >= 5
        assert all(first < second for first, second in pairwise(moments))
        assert moments[-1] <= 16
        assert said.search(text)
