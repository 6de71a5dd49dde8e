import pytest

from portal.publishing.slugs import LONGEST, slug_for


@pytest.mark.parametrize(
    ("language", "title", "slug"),
    [
        ("en", "The Library Opens at Night", "the-library-opens-at-night"),
        ("en", "Café “Ölmütz” – a second house", "cafe-olmutz-a-second-house"),
        ("en", "2019: a year in pictures", "a-year-in-pictures"),
        ("en", "50 000", ""),
        ("en", "???", ""),
        ("en", "", ""),
        ("en", "snake_case_words", "snake-case-words"),
        ("ru", "Гродно: ещё один год", "grodno-eshchio-odin-god"),
        ("ru", "Объезд, подъезд и щука", "obezd-podezd-i-shchuka"),
        ("ru", "Ёлка Юлии и Яны", "iolka-iulii-i-iany"),
        ("be", "Гродна: яшчэ адзін год", "hrodna-iashche-adzin-hod"),
        ("be", "Ўзвышша, дзе жыў Янка", "uzvyshsha-dze-zhyu-ianka"),
        ("be", "Сям’я", "siamia"),
        ("be", "Сям'я", "siamia"),
        ("zh-hans", "白俄罗斯国家图书馆", ""),
        ("zh-hans", "WTO 部长级会议", ""),
        ("zh-hans", "Minsk", ""),
    ],
)
def test_title_makes_the_words_of_the_address(language, title, slug):
    assert slug_for(title, language) == slug


@pytest.mark.parametrize("title", ["word " * 100, "w" * 300])
def test_long_title_is_cut_between_words_where_it_has_any(title):
    slug = slug_for(title, "en")
    assert 70 < len(slug) <= LONGEST
    assert set(slug.split("-")) <= {"word", "w" * LONGEST}


@pytest.mark.parametrize(
    ("typed", "slug"),
    [("Open_Late", "open-late"), ("2019", "minsk"), ("-", "minsk"), ("9-lives", "lives")],
)
def test_typed_words_are_kept_where_an_address_can_hold_them(typed, slug):
    assert slug_for("Minsk", "en", typed) == slug


def test_editor_may_type_words_for_a_chinese_title():
    assert slug_for("白俄罗斯国家图书馆", "zh-hans", "national-library") == "national-library"
