"""The news on the editors' desk: streams, and what is particular to articles."""

import pytest

from news.models import Stream
from tests import cast
from tests.desk import opened, page, press, text, typed, url

LIST, ADD = "/admin/news/stream/", "/admin/news/stream/add/"
NEW = {"slug": "video", "name_en": "Video", "name_ru": "Видео", "position": "3"}


def change(stream):
    return f"{LIST}{stream.pk}/change/"


def delete(stream):
    return f"{LIST}{stream.pk}/delete/"


@pytest.fixture
def as_chief(client, chief):
    client.force_login(chief)
    return client


def test_chief_adds_a_stream_with_a_name_in_each_language(as_chief):
    form = page(as_chief.get(ADD))
    names = {tag["name"]: tag["lang"] for tag in form.select("input[name^=name_]")}
    assert names == {"name_be": "be", "name_ru": "ru", "name_en": "en", "name_zh_hans": "zh-Hans"}
    assert as_chief.post(ADD, NEW).status_code == 302
    stream = Stream.objects.get()
    assert (stream.slug, stream.names) == ("video", {"ru": "Видео", "en": "Video"})


def test_chief_renames_a_stream_but_not_its_word_in_the_address(as_chief, stream):
    data = typed(as_chief.get(change(stream)), "#stream_form")
    assert "slug" not in data
    as_chief.post(change(stream), data | {"name_en": "Opinions", "slug": "other"})
    stream.refresh_from_db()
    assert (stream.slug, stream.names["en"]) == ("opinions", "Opinions")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"slug": "archive"}, "The site uses “archive” itself. Choose another word."),
        ({"slug": "1st"}, "Begin with a small Latin letter"),
        ({"slug": "Видео"}, "Begin with a small Latin letter"),
        ({"slug": "opinions"}, "Stream with this Word in the address already exists."),
        ({"name_en": "", "name_ru": ""}, "Give a name in at least one language."),
        ({"name_en": "x" * 200}, "at most 100 characters"),
        ({"position": "-1"}, "greater than or equal to 0"),
        ({"name_en": "a\0b"}, "Null characters are not allowed."),
    ],
)
def test_stream_that_cannot_be_gets_a_sentence(fields, sentence, as_chief, stream):
    answer = as_chief.post(ADD, NEW | fields)
    assert sentence in text(answer)
    assert Stream.objects.get() == stream


def test_stream_in_use_is_not_deleted_and_says_why(as_chief, make_article, stream):
    make_article(title="Secret draft")
    for method in (as_chief.get, as_chief.post):
        answer = method(delete(stream), {"post": "yes"}, follow=True)
        assert "is in use and cannot be deleted" in text(answer)
        assert "Secret draft" not in text(answer)
    assert Stream.objects.exists()


def test_stream_that_nothing_uses_is_deleted(as_chief, stream):
    as_chief.post(delete(stream), {"post": "yes"})
    assert not Stream.objects.exists()


def test_streams_are_not_deleted_in_bulk(as_chief, stream):
    as_chief.post(LIST, {"action": "delete_selected", "_selected_action": stream.pk, "post": "yes"})
    assert Stream.objects.exists()


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher", "administrator", "stranger"])
def test_labels_need_a_right_of_their_own(role, client, stream, request):
    client.force_login(request.getfixturevalue(role))
    for address in (LIST, ADD, change(stream), delete(stream)):
        assert client.get(address).status_code == 403
        assert client.post(address, NEW | {"post": "yes"}).status_code == 403
    stream.refresh_from_db()
    assert stream.names == {"en": "Opinions"}


def test_list_of_articles_shows_the_stream_in_the_editors_language(client, author, make_article):
    stream = cast.a_stream("photo", en="Photo", ru="Фото")
    make_article(stream=stream)
    client.force_login(author)
    answer = client.get(url("changelist"), headers={"Accept-Language": "ru"})
    assert page(answer).select_one("td.field-stream").get_text() == "Фото"


def test_page_to_read_shows_source_dateline_and_picture(client, author, make_live, picture):
    live = make_live(
        pictures=[picture],
        dateline_town="Minsk",
        dateline_on="2019-06-05",
        source_name="BelTA",
        source_url="https://eng.belta.by/",
        author_line="Alena Ivanova",
    )
    client.force_login(author)
    shown = page(client.get(url("change", live))).select_one(".shown")
    words = " ".join(shown.get_text(" ").split())
    assert "MINSK, " in words
    assert "Alena Ivanova" in words
    assert shown.select_one("a[href='https://eng.belta.by/']").get_text() == "BelTA"
    assert "Description: The reading room" in words


def test_page_to_read_speaks_the_language_of_its_text(client, author, make_live):
    live = make_live(language="ru", dateline_town="Минск", dateline_on="2019-06-05")
    client.force_login(author)
    shown = page(client.get(url("change", live), headers={"Accept-Language": "en"}))
    assert shown.select_one(".shown")["lang"] == "ru"
    assert "июня" in shown.select_one(".shown").get_text()


def test_hostile_text_is_shown_without_its_script(client, author, make_live):
    live = make_live(
        body="<p>Text<script>alert(1)</script></p>", title="<img src=x onerror=alert(1)>"
    )
    client.force_login(author)
    answer = client.get(url("change", live))
    assert page(answer).select(".shown script, .shown img[onerror]") == []
    client.get(url("changelist"))
    assert page(client.get(url("changelist"))).select("#result_list img[onerror]") == []


# --- What lies beside the text --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://video.example/1", "with https:// at its beginning"),
        ("ftp://video.example/1", "with https:// at its beginning"),
        ("javascript:alert(1)", "Enter a valid URL"),
        ("data:text/html,x", "Enter a valid URL"),
        ("HTTPS://video.example/1", ""),
        ("video.example/1", ""),
        ("", ""),
    ],
)
def test_a_video_elsewhere_has_a_safe_address(client, author, make_article, address, sentence):
    client.force_login(author)
    draft = make_article()
    answer = press(client, draft, opened(client, draft) | {"remote_video": address})
    if sentence:
        assert sentence in text(answer)
        assert typed(answer)["remote_video"] == address
    else:
        assert answer.status_code == 302
        stored = cast.fresh(draft).remote_video
        assert stored.lower().startswith("https://") or not address


def test_the_form_of_an_article_is_chosen_on_its_page(client, author, make_article):
    client.force_login(author)
    draft = make_article()
    assert opened(client, draft)["layout"] == "text"
    press(client, draft, opened(client, draft) | {"layout": "photo"})
    assert cast.fresh(draft).layout == "photo"
    answer = press(client, draft, opened(client, draft) | {"layout": "opera"})
    assert "Select a valid choice" in text(answer)
