"""Documents put chosen by hand, as an editor types them."""

import pytest
from django.utils import translation

from portal.documents import number_of
from tests import cast
from tests.desk import opened, page, press, text, typed, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


def related(draft):
    return set(cast.fresh(draft).related.all())


def titles(response):
    return [
        " ".join(row.get_text().split()) for row in page(response).select(".documents__list li")
    ]


@pytest.mark.parametrize(
    ("piece", "number"),
    [
        ("108863", 108863),
        ("/en/news/108863/", 108863),
        ("/zh/news/108863/", 108863),
        ("/ru/news/108863/slova-v-adrese/", 108863),
        ("http://testserver/en/news/108863/words-in-it/", 108863),
        ("https://testserver/en/news/108863/?utm=1", 108863),
        ("document:108863", 108863),
        ("10886", None),
        ("1" * 13, None),
        ("https://elsewhere.example/en/news/108863/", None),
        ("/en/news/", None),
        ("words", None),
        ("١٠٨٨٦٣", None),
    ],
)
def test_a_document_is_named_by_its_number_or_an_address_of_this_site(piece, number):
    assert number_of(piece) == number


def test_numbers_and_addresses_stand_apart_by_spaces_commas_or_lines(
    at_desk, make_article, make_live
):
    first, second, third = (make_live(title=f"Text {place}") for place in range(3))
    draft = make_article()
    words = f"{first.document.number}, {second.get_absolute_url()}\r\n{third.document.number}"
    assert press(at_desk, draft, opened(at_desk, draft) | {"related": words}).status_code == 302
    assert related(draft) == {first.document, second.document, third.document}


def test_after_saving_the_form_shows_their_titles(at_desk, make_article, make_live):
    other = make_live(title="The library by day")
    draft = make_article()
    data = opened(at_desk, draft) | {"related": str(other.document.number)}
    press(at_desk, draft, data)
    shown = at_desk.get(url("change", draft))
    assert titles(shown) == [f"{other.document.number}: The library by day"]
    assert typed(shown)["related"] == str(other.document.number)


def test_a_new_article_takes_them_along(at_desk, make_live, stream):
    other = make_live()
    data = typed(at_desk.get(url("add"))) | {"language": "en", "stream": stream.pk, "title": "New"}
    at_desk.post(url("add"), data | {"related": str(other.document.number), "_save": "1"})
    draft = type(other).objects.get(title="New")
    assert related(draft) == {other.document}


def test_titles_are_those_of_the_editor_s_language_where_there_is_one(
    at_desk, make_live, make_article, submit, author, publisher
):
    english = make_live(title="Night")
    russian = cast.take("translate", english, by=author, language="ru")
    russian = cast.save(russian, author, title="Ночь")
    cast.approve(submit(russian), publisher)
    draft = make_article(labels={"related": [english.document]})
    spoken = {
        code: titles(at_desk.get(url("change", draft), headers={"accept-language": code}))
        for code in ("ru", "en", "be")
    }
    number = english.document.number
    assert spoken["ru"] == spoken["be"] == [f"{number}: Ночь"]
    assert spoken["en"] == [f"{number}: Night"]


def test_what_is_not_public_may_be_named_and_keeps_its_title_to_itself(
    at_desk, make_article, make_scheduled
):
    secret = make_scheduled(title="Secret")
    draft = make_article()
    press(at_desk, draft, opened(at_desk, draft) | {"related": str(secret.document.number)})
    assert related(draft) == {secret.document}
    answer = at_desk.get(url("change", draft))
    assert "not public now" in titles(answer)[0]
    assert "Secret" not in text(answer)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("999999", "No document has the number 999999."),
        ("000000", "No document has the number 0."),
        ("the games", "“the” is no document of this site. Write its number"),
        ("https://elsewhere.example/en/news/108863/", "is no document of this site"),
        ("<script>alert(1)</script>", "is no document of this site"),
        ("9" * 5_000, "is no document of this site"),
    ],
)
def test_what_names_no_document_gets_a_sentence_and_nothing_typed_is_lost(
    at_desk, make_article, words, sentence
):
    draft = make_article()
    answer = press(at_desk, draft, opened(at_desk, draft) | {"related": words, "title": "Kept"})
    assert answer.status_code == 200
    assert sentence in text(answer)
    assert (typed(answer)["related"], typed(answer)["title"]) == (words, "Kept")
    assert related(draft) == set()


def test_too_many_are_refused(at_desk, make_article, make_live):
    numbers = " ".join(str(make_live().document.number) for _i in range(13))
    draft = make_article()
    answer = press(at_desk, draft, opened(at_desk, draft) | {"related": numbers})
    assert "Name at most 12 documents." in text(answer)


def test_an_article_is_not_put_beside_itself(at_desk, make_live, revise):
    draft = revise(make_live())
    number = draft.document.number
    press(at_desk, draft, opened(at_desk, draft) | {"related": str(number)})
    assert related(draft) == set()


def test_the_same_documents_in_other_words_are_no_change(at_desk, make_article, make_live):
    other = make_live()
    draft = make_article(labels={"related": [other.document]})
    press(at_desk, draft, opened(at_desk, draft) | {"related": other.get_absolute_url()})
    assert cast.fresh(draft).version == draft.version
    press(at_desk, draft, opened(at_desk, draft) | {"related": ""})
    assert related(draft) == set()
    assert cast.fresh(draft).version == draft.version + 1


def test_the_next_edition_keeps_them(make_live, revise):
    other = make_live()
    article = make_live(labels={"related": [other.document]})
    with translation.override("en"):
        assert related(revise(article)) == {other.document}
