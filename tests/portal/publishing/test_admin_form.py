"""The form of a draft on the editors' desk."""

import pytest

from news.models import Article
from portal.accounts.roles import Role
from portal.publishing.models import Authorship
from tests import cast
from tests.desk import buttons, opened, page, press, text, typed, url
from tests.portal.media.drawing import as_upload, upload


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


def test_author_begins_an_article_and_owns_it(at_desk, author, desk, stream):
    data = typed(at_desk.get(url("add"))) | {"language": "en", "stream": stream.pk, "title": "New"}
    answer = at_desk.post(url("add"), data | {"_save": "1"})
    assert answer.status_code == 302
    article = Article.objects.get()
    assert (article.title, article.slug, article.state) == ("New", "new", "draft")
    assert (article.document.owner, article.document.desk) == (author, desk)
    assert list(Authorship.objects.values_list("person", flat=True)) == [author.pk]


def test_new_article_takes_its_picture_along(at_desk, stream):
    data = typed(at_desk.get(url("add"))) | {"language": "en", "stream": stream.pk}
    data |= {"pictures-0-upload": upload(), "pictures-0-alt": "Two halves"}
    assert at_desk.post(url("add"), data | {"_save": "1"}).status_code == 302
    (part,) = Article.objects.get().pictures.all()
    assert (part.alt, part.position) == ("Two halves", 1)


def test_new_article_goes_into_review_by_one_button(at_desk, stream):
    data = typed(at_desk.get(url("add"))) | {"language": "en", "stream": stream.pk} | cast.TEXT
    at_desk.post(url("add"), data | {"_take": "submit"})
    assert Article.objects.get().state == "in_review"


def test_new_article_that_cannot_go_into_review_is_kept_as_a_draft(at_desk, stream):
    data = typed(at_desk.get(url("add"))) | {"language": "en", "stream": stream.pk, "title": "T"}
    answer = at_desk.post(url("add"), data | {"_take": "submit"}, follow=True)
    assert "Fill in “lead”" in text(answer)
    assert Article.objects.get().state == "draft"


def test_draft_may_be_incomplete(at_desk, make_article):
    draft = make_article(title="", lead="", body="")
    assert press(at_desk, draft, opened(at_desk, draft) | {"title": "T"}).status_code == 302
    assert cast.fresh(draft).title == "T"


def test_streams_and_languages_are_those_of_the_desk(client, db):
    opinions, photo = cast.a_stream("opinions"), cast.a_stream("photo")
    desk = cast.a_desk("Russian photos", sections=["news/photo"], languages=["ru"])
    client.force_login(cast.a_person("photographer", Role.AUTHOR, desk))
    form = page(client.get(url("add")))
    assert [o["value"] for o in form.select("#id_language option")] == ["ru"]
    assert str(opinions.pk) not in [o["value"] for o in form.select("#id_stream option")]
    forged = {"language": "en", "stream": photo.pk, "_save": "1"}
    client.post(url("add"), typed(client.get(url("add"))) | forged)
    client.post(url("add"), typed(client.get(url("add"))) | forged | {"stream": opinions.pk})
    assert not Article.objects.exists()


def test_language_of_another_of_ones_desks_is_refused_with_a_sentence(client, db):
    opinions, photo = cast.a_stream("opinions"), cast.a_stream("photo")
    person = cast.a_person("both", Role.AUTHOR, cast.a_desk("A", [photo.section], ["ru"]))
    cast.Membership.objects.create(
        user=person, desk=cast.a_desk("B", [opinions.section], ["en"]), role=Role.AUTHOR
    )
    client.force_login(person)
    data = typed(client.get(url("add"))) | {"language": "en", "stream": photo.pk, "title": "Mine"}
    answer = client.post(url("add"), data | {"_save": "1"})
    assert "your desk writes in: Русский" in text(answer)
    assert typed(answer)["title"] == "Mine"


def test_draft_is_not_moved_to_a_stream_of_another_desk(client, make_article, stream):
    photo = cast.a_stream("photo")
    desk = cast.a_desk("One stream", [stream.section])
    client.force_login(cast.a_person("narrow", Role.AUTHOR, desk))
    draft = make_article()
    answer = press(client, draft, opened(client, draft) | {"stream": photo.pk})
    assert "Select a valid choice" in text(answer)
    assert cast.fresh(draft).stream == stream


@pytest.mark.parametrize("slug", ["Большие", "1abc", "a b", "ABC", "a" * 81, "-a", "a_b"])
def test_words_in_the_address_that_cannot_stand_there_get_a_sentence(slug, at_desk, make_article):
    draft = make_article()
    answer = press(at_desk, draft, opened(at_desk, draft) | {"slug": slug, "lead": "Kept"})
    assert answer.status_code == 200
    assert page(answer).select(".field-slug .errorlist")
    assert typed(answer)["lead"] == "Kept"
    assert cast.fresh(draft).slug == draft.slug


def test_empty_words_in_the_address_are_made_from_the_title(at_desk, make_article):
    draft = make_article()
    press(at_desk, draft, opened(at_desk, draft) | {"slug": "", "title": "A new dawn"})
    assert cast.fresh(draft).slug == "a-new-dawn"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 10_000),
        ("title", "a\0b"),
        ("lead", "a\0b"),
        ("dateline_on", "2019-02-30"),
        ("source_url", "javascript:alert(1)"),
        ("pictures-TOTAL_FORMS", "many"),
        ("pictures-INITIAL_FORMS", "99"),
        ("stream", "x"),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_nothing_typed_is_lost(
    field, value, at_desk, make_article
):
    draft = make_article()
    data = opened(at_desk, draft) | {"author_line": "By hand", field: value}
    answer = press(at_desk, draft, data)
    assert answer.status_code == 200
    assert page(answer).select(".errorlist, .errornote")
    assert typed(answer)["author_line"] == "By hand"
    assert cast.fresh(draft).version == draft.version


@pytest.mark.parametrize("file", [as_upload(b"<svg/>"), as_upload(b""), as_upload(b"x" * 100)])
def test_broken_picture_is_refused_beside_its_field_and_the_text_is_kept(
    file, at_desk, make_article
):
    draft = make_article()
    data = opened(at_desk, draft) | {"title": "Kept", "pictures-0-upload": file}
    answer = press(at_desk, draft, data)
    assert page(answer).select(".field-upload .errorlist")
    assert typed(answer)["title"] == "Kept"


def test_whoever_saves_becomes_an_author(client, reviewer, make_article):
    client.force_login(reviewer)
    draft = make_article()
    press(client, draft, opened(client, draft) | {"title": "Mended"})
    assert cast.fresh(draft).changed_by == reviewer
    assert Authorship.objects.filter(person=reviewer).exists()


def test_whoever_changes_nothing_does_not_become_an_author(client, publisher, make_article):
    client.force_login(publisher)
    draft = make_article(body="<p>A</p><p>B</p>")
    press(client, draft, opened(client, draft), "_take", "submit")
    assert cast.fresh(draft).state == "in_review"
    assert not Authorship.objects.filter(person=publisher).exists()


def test_button_in_the_form_saves_first(at_desk, make_article):
    draft = make_article(lead="")
    data = opened(at_desk, draft) | {"lead": "Typed just now"}
    press(at_desk, draft, data, "_take", "submit")
    stored = cast.fresh(draft)
    assert (stored.state, stored.lead) == ("in_review", "Typed just now")


def test_save_that_is_refused_takes_no_step(at_desk, make_article):
    draft = make_article()
    press(at_desk, draft, opened(at_desk, draft) | {"slug": "1"}, "_take", "submit")
    assert cast.fresh(draft).state == "draft"


def test_step_that_is_refused_leaves_the_text_saved(at_desk, make_article):
    draft = make_article(lead="")
    data = opened(at_desk, draft) | {"title": "Saved"}
    answer = at_desk.post(url("change", draft), data | {"_take": "submit"}, follow=True)
    assert "Fill in “lead”: publication requires it." in text(answer)
    assert cast.fresh(draft).title == "Saved"


def test_step_with_consequences_saves_and_asks_on_its_own_page(at_desk, make_article):
    draft = make_article()
    answer = press(at_desk, draft, opened(at_desk, draft) | {"title": "S"}, "_take", "discard")
    assert answer.url == url("take", draft, "discard")
    stored = cast.fresh(draft)
    assert (stored.state, stored.title) == ("draft", "S")


def test_button_tells_what_is_missing_and_can_still_be_pressed(at_desk, make_article):
    draft = make_article(lead="")
    answer = at_desk.get(url("change", draft))
    assert buttons(answer)["Submit for review"] == ""
    assert "Fill in “lead”" in text(answer)


def test_pictures_stand_in_their_order(at_desk, make_article, picture):
    draft = make_article(pictures=[picture])
    data = opened(at_desk, draft) | {"pictures-0-position": "5", "pictures-1-upload": upload()}
    data |= {"pictures-1-is_decorative": "on"}
    assert press(at_desk, draft, data).status_code == 302
    assert [part.position for part in draft.pictures.all()] == [5, 6]


def test_picture_is_removed_from_a_draft(at_desk, make_article, picture):
    draft = make_article(pictures=[picture])
    press(at_desk, draft, opened(at_desk, draft) | {"pictures-0-DELETE": "on"})
    assert not draft.pictures.exists()


def test_form_tells_the_language_of_the_text(at_desk, make_article):
    form = page(at_desk.get(url("change", make_article(language="ru"))))
    assert form.select_one("#id_title")["lang"] == "ru"
    assert not form.select_one("#id_slug").has_attr("lang")


def test_only_the_form_relaxes_the_content_security_policy(at_desk, make_article, make_live):
    def policy(address):
        return at_desk.get(address)["Content-Security-Policy"]

    assert "unsafe-inline" in policy(url("change", make_article()))
    assert "unsafe-inline" in policy(url("add"))
    assert "unsafe-inline" not in policy(url("change", make_live()))
    assert "unsafe-inline" not in policy(url("changelist"))


def test_everything_but_a_draft_is_a_page_to_read(
    at_desk, make_in_review, make_live, make_scheduled, make_withdrawn, make_discarded
):
    for make in (make_in_review, make_live, make_scheduled, make_withdrawn, make_discarded):
        answer = at_desk.get(url("change", make()))
        assert page(answer).select_one("#article_form") is None
        assert "The doors open at nine in the evening." in text(answer)


def test_editions_and_languages_of_the_document_are_linked(at_desk, author, make_live, revise):
    live = make_live()
    draft = revise(live)
    russian = cast.take("translate", live, by=author, language="ru")
    strip = page(at_desk.get(url("change", live))).select_one(".strip")
    links = {link["href"] for link in strip.select("a:not(.strip__compare)")}
    assert links == {url("change", draft), url("change", russian)}
    assert "Русский" in strip.get_text()


@pytest.mark.parametrize("pk", ["999999", "9" * 40, "x", "1_2"])
def test_edition_that_is_not_there_is_not_found(pk, at_desk):
    assert at_desk.get(f"/admin/news/article/{pk}/change/").status_code == 404
