"""The written articles, read from their files; no database is needed."""

import re
from datetime import date

import pytest
from PIL import Image

from news.demo.load import STREAMS
from news.demo.stories import stories
from news.models import Article, ArticlePicture
from portal import richtext

TEXTS = [
    pytest.param(text, id=f"{story.key}-{text.language}-{text.title[:12]}")
    for story in stories()
    for text in [*story.texts, *story.revisions]
]
STORIES = [pytest.param(story, id=story.key) for story in stories()]

FACTS = {
    "en": [
        "prime minister of Belarus",
        "director general of the World Intellectual Property Organization",
        "5 June",
        "a network of technology and innovation support centres",
        "a national project on intellectual property for universities and research institutions",
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
}


def plain(html):
    return re.sub(r"<[^>]+>", " ", html)


def test_there_are_twelve_each_in_english_and_russian():
    told = stories()

    assert len(told) == 12
    for story in told:
        assert {"en", "ru"} <= {text.language for text in story.texts}, story.key


def test_they_fill_every_stream():
    assert {story.stream for story in stories()} == {slug for slug, *_names in STREAMS}


def test_they_span_the_years_and_june_2019_has_three_days():
    days = [story.at.date() for story in stories() if story.at]

    assert {day.year for day in days} >= {2012, 2017, 2019, 2022, 2024, 2025, 2026}
    june = {day for day in days if (day.year, day.month) == (2019, 6)}
    assert date(2019, 6, 5) in june
    assert len(june) == 3


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_150_to_400_words(text):
    if text.language == "zh-hans":  # no spaces between words: two characters make about one
        assert 300 <= len(re.sub(r"\s", "", plain(text.body))) <= 800
    else:
        assert 150 <= len(plain(text.body).split()) <= 400


@pytest.mark.parametrize("text", TEXTS)
def test_a_lead_is_one_or_two_sentences(text):
    assert 1 <= len(re.findall(r"[.。](?=\s|$)", text.lead)) <= 2


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_fits_its_fields(text):
    lengths = {
        text.title: Article._meta.get_field("title"),
        text.town: Article._meta.get_field("dateline_town"),
        text.source: Article._meta.get_field("source_name"),
        text.author: Article._meta.get_field("author_line"),
        text.alt: ArticlePicture._meta.get_field("alt"),
        text.caption: ArticlePicture._meta.get_field("caption"),
        text.credit: ArticlePicture._meta.get_field("credit"),
    }
    for value, field in lengths.items():
        assert len(value) <= field.max_length, field.name
    assert text.alt
    assert text.caption
    assert text.credit


@pytest.mark.parametrize("text", TEXTS)
def test_the_cleaner_leaves_a_body_as_it_is(text):
    assert richtext.clean(text.body).strip() == text.body.strip()


@pytest.mark.parametrize("language", FACTS)
def test_the_report_of_5_june_2019_holds_every_fact(language):
    [story] = [story for story in stories() if story.key == "wipo"]
    [text] = [text for text in story.texts if text.language == language]
    whole = " ".join(f"{text.lead} {plain(text.body)}".split())

    missing = [fact for fact in FACTS[language] if fact not in whole]
    assert missing == []


def test_the_report_of_5_june_2019_credits_its_source_and_quotes_nobody():
    [story] = [story for story in stories() if story.key == "wipo"]

    assert (story.stream, story.at.date()) == ("opinions", date(2019, 6, 5))
    assert story.source_url == "https://eng.belta.by/"
    towns = {text.language: text.town for text in story.texts}
    assert towns == {"be": "МІНСК", "en": "MINSK", "ru": "МИНСК", "zh-hans": "明斯克"}
    for text in story.texts:
        assert "BelTA" in text.source or text.source == "БелТА"
        # The park's name is the only thing in quotation marks.
        quoted = re.findall(r"[«“]([^»”]+)[»”]", text.body)
        assert set(quoted) <= {"Великий камень", "Вялікі камень", "巨石"}


@pytest.mark.parametrize("story", STORIES)
def test_a_picture_is_ready_and_light(story):
    assert story.picture_path.stat().st_size <= 80_000
    with Image.open(story.picture_path) as picture:
        assert (picture.format, picture.size) == ("WEBP", (1600, 1000))
