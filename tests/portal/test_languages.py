from datetime import date, time

import pytest
from django.urls import reverse, set_script_prefix
from django.utils import translation
from django.utils.formats import date_format, get_format, time_format

from portal import languages

THE_FIFTH = date(2019, 6, 5)


@pytest.fixture
def world():
    set_script_prefix("/preview/token/")
    yield
    set_script_prefix("/")


@pytest.mark.parametrize("code", languages.CODES)
def test_prefix_and_code_lead_to_each_other(code):
    assert languages.code_for(languages.prefix(code)) == code


def test_chinese_has_a_short_address():
    assert languages.localise("zh-hans", "news/108863/") == "/zh/news/108863/"


@pytest.mark.parametrize("prefix", ["zh-hans", "de", "EN", "", "news"])
def test_other_prefixes_are_no_language(prefix):
    assert languages.code_for(prefix) is None


@pytest.mark.parametrize(
    ("path", "code"),
    [("/zh/news/", "zh-hans"), ("/be", "be"), ("/beta/", None), ("/", None), ("/admin/en/", None)],
)
def test_language_of_an_address_is_its_first_part(path, code):
    assert languages.of_path(path) == code


def test_languages_are_named_in_themselves():
    names = [languages.native_name(code) for code in languages.CODES]
    assert names == ["Беларуская", "Русский", "English", "中文"]


def test_html_names_chinese_with_its_script():
    assert languages.html_lang("zh-hans") == "zh-Hans"
    assert languages.html_lang("be") == "be"


def test_addresses_stay_inside_their_world(world):
    assert languages.localise("en", "news/") == "/preview/token/en/news/"
    with translation.override("zh-hans"):
        assert reverse("tourism:overview") == "/preview/token/zh/tourism/"


@pytest.mark.parametrize("code", languages.CODES)
def test_reversed_addresses_follow_the_language(code):
    with translation.override(code):
        assert reverse("calendar_app:overview") == languages.localise(code, "calendar/")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("be-BY,be;q=0.9,ru;q=0.8", "be"),
        ("ru", "ru"),
        ("zh-CN", "zh-hans"),
        ("zh-TW,zh;q=0.9", "zh-hans"),
        ("de-DE, RU;q=0.5, en;q=0.4", "ru"),
        ("en;q=0.2, be;q=0.7", "be"),
        ("de, *;q=0.5", "en"),
        ("*", "en"),
        ("*;q=0.5, zh;q=0.4", "en"),
        ("zh-Hant-HK", "zh-hans"),
        ("zh-SG, en;q=0.9", "zh-hans"),
        ("ru-BY;q=0.8, en-AU;q=0.9", "en"),
        ("be-tarask, en;q=0.9", "be"),
        ("RU-ru", "ru"),
        ("be;q=0", "en"),
        ("be;q=0, *", "en"),
        ("en;q=0, *", "be"),
        ("en;q=0, be;q=0, *", "ru"),
        ("ru;q=2", "en"),
        ("ru;q=0.3;level=1, be;q=0.2", "en"),
        ("ru," + "de;q=0.1," * 500, "ru"),
        ("de;q=0.1," * 500 + "ru", "en"),
        ("../../etc/passwd, <script>", "en"),
        ("", "en"),
        ("de", "en"),
        ("\x00;;q=nonsense,,", "en"),
        ("ru" * 5_000, "en"),
    ],
)
def test_accept_language_leads_to_the_best_language(header, code):
    assert languages.accepted(header) == code


@pytest.mark.parametrize(
    ("code", "full", "day_of_month", "month", "first_weekday"),
    [
        ("en", "5 June 2019", "5 June", "June 2019", 0),
        ("ru", "5 июня 2019 г.", "5 июня", "Июнь 2019 г.", 1),
        ("be", "5 чэрвеня 2019 г.", "5 чэрвеня", "Чэрвень 2019 г.", 1),
        ("zh-hans", "2019年6月5日", "6月5日", "2019年6月", 1),
    ],
)
def test_dates_and_weeks_are_those_of_the_language(code, full, day_of_month, month, first_weekday):
    with translation.override(code):
        assert date_format(THE_FIFTH) == full
        assert date_format(THE_FIFTH, "MONTH_DAY_FORMAT") == day_of_month
        assert date_format(THE_FIFTH, "YEAR_MONTH_FORMAT") == month
        assert get_format("FIRST_DAY_OF_WEEK") == first_weekday
        assert time_format(time(14, 30)) == "14:30"


FORMS = {
    "en": {1: "article", 2: "articles", 21: "articles", 111: "articles"},
    "ru": {1: "материал", 2: "материала", 5: "материалов", 11: "материалов", 21: "материал"}
    | {22: "материала", 25: "материалов", 111: "материалов"},
    "be": {1: "матэрыял", 2: "матэрыялы", 5: "матэрыялаў", 11: "матэрыялаў", 21: "матэрыял"}
    | {22: "матэрыялы", 25: "матэрыялаў", 111: "матэрыялаў"},
    "zh-hans": {1: "篇文章", 2: "篇文章", 21: "篇文章"},
}


@pytest.mark.parametrize(
    ("code", "number", "word"),
    [(code, number, word) for code, forms in FORMS.items() for number, word in forms.items()],
)
def test_numbers_take_the_form_of_the_language(code, number, word):
    with translation.override(code):
        said = translation.ngettext(
            "%(date)s: %(count)s article", "%(date)s: %(count)s articles", number
        )
    assert said.rpartition("%(count)s")[2].strip() == word
