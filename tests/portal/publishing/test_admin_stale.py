"""Two editors at one text: nobody overwrites unknowingly, and nobody loses a word."""

import pytest
from django.test import Client

from news.models import Article
from portal.media.models import Picture
from portal.publishing.workflow import take
from tests import cast
from tests.desk import opened, page, press, text, typed, url
from tests.portal.media.drawing import BLUE, Image, upload

CONFLICT = 409


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_MEDIA_ROOT = tmp_path / "public" / "media"


@pytest.fixture
def at_desk(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def colleague(reviewer):
    """The reviewer's own browser."""
    other = Client()
    other.force_login(reviewer)
    return other


def texts_of(response):
    """Label → (yours, stored), as the page puts them side by side."""
    return {
        field.h3.get_text(): tuple(
            " ".join(side.get_text(" ").split()).split(" ", 1)[1]
            for side in field.select(".comparison__side")
        )
        for field in page(response).select(".comparison__field")
    }


def test_late_save_is_refused_and_shows_both_texts(at_desk, colleague, make_article):
    draft = make_article()
    mine, theirs = opened(at_desk, draft), opened(colleague, draft)
    press(colleague, draft, theirs | {"title": "Theirs", "body": "<p>Their body</p>"})
    answer = press(at_desk, draft, mine | {"title": "Mine", "body": "<p>My <b>own</b> body</p>"})
    assert answer.status_code == CONFLICT
    assert cast.fresh(draft).title == "Theirs"
    assert texts_of(answer) == {
        "Title": ("Mine", "Theirs"),
        "Text": ("My own body", "Their body"),
    }
    assert "reviewer saved this draft on" in text(answer)
    assert typed(answer)["title"] == "Mine"


def test_late_save_shows_word_by_word_what_differs(at_desk, colleague, make_article):
    draft = make_article(body="<p>The doors open at nine.</p><p>Bring a friend.</p>")
    mine = opened(at_desk, draft)
    theirs = "<p>The doors open at ten.</p><p>Bring a friend.</p>"
    press(colleague, draft, opened(colleague, draft) | {"body": theirs})
    body = "<p>The doors open at nine.</p><p>Bring a good friend.</p>"
    answer = page(press(at_desk, draft, mine | {"body": body}))
    shown = answer.select_one(".comparison__field > .difference")
    for hidden in shown.select(".visually-hidden"):
        hidden.decompose()
    assert [tag.get_text().strip() for tag in shown.select("del")] == ["ten"]
    assert [tag.get_text().strip() for tag in shown.select("ins")] == ["nine", "good"]
    sides = answer.select(".comparison__whole .comparison__side")
    assert ["good friend" in side.get_text() for side in sides] == [True, False]


def test_saved_again_the_form_overwrites_knowingly(at_desk, colleague, make_article):
    draft = make_article()
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"title": "Theirs"})
    answer = press(at_desk, draft, mine | {"title": "Mine"})
    assert press(at_desk, draft, typed(answer)).status_code == 302
    assert cast.fresh(draft).title == "Mine"


def test_third_save_in_between_is_told_again(at_desk, colleague, make_article):
    draft = make_article()
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"title": "Theirs"})
    answer = press(at_desk, draft, mine | {"title": "Mine"})
    press(colleague, draft, opened(colleague, draft) | {"title": "Theirs again"})
    assert press(at_desk, draft, typed(answer)).status_code == CONFLICT
    assert cast.fresh(draft).title == "Theirs again"


@pytest.mark.parametrize("version", ["", "x", "99", "-1", "9" * 400])
def test_forged_version_saves_nothing(version, at_desk, make_article):
    draft = make_article()
    data = opened(at_desk, draft) | {"title": "Forged", "version": version}
    assert press(at_desk, draft, data).status_code == CONFLICT
    assert cast.fresh(draft).title == draft.title


def test_late_step_saves_nothing_and_takes_nothing(at_desk, colleague, make_article):
    draft = make_article()
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"title": "Theirs"})
    assert press(at_desk, draft, mine, "_take", "submit").status_code == CONFLICT
    assert cast.fresh(draft).state == "draft"


def test_late_save_keeps_what_was_typed_about_pictures(at_desk, colleague, make_article, picture):
    draft = make_article(pictures=[picture])
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"pictures-0-alt": "Their words"})
    answer = press(at_desk, draft, mine | {"pictures-0-alt": "My words"})
    assert typed(answer)["pictures-0-alt"] == "My words"
    yours, stored = texts_of(answer)["Pictures"]
    assert "My words" in yours
    assert "Their words" in stored
    press(at_desk, draft, typed(answer))
    assert draft.pictures.get().alt == "My words"


def test_late_save_keeps_the_picture_just_uploaded(at_desk, colleague, make_article):
    draft = make_article()
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"title": "Theirs"})
    answer = press(
        at_desk, draft, mine | {"pictures-0-upload": upload(), "pictures-0-alt": "Two halves"}
    )
    assert answer.status_code == CONFLICT
    taken_in = Picture.objects.get()
    assert typed(answer)["pictures-0-picture"] == str(taken_in.pk)
    press(at_desk, draft, typed(answer))
    part = draft.pictures.get()
    assert (part.picture, part.alt) == (taken_in, "Two halves")


def test_picture_that_a_colleague_removed_is_still_among_my_words(
    at_desk, colleague, make_article, picture
):
    draft = make_article(pictures=[picture])
    mine = opened(at_desk, draft)
    press(colleague, draft, opened(colleague, draft) | {"pictures-0-DELETE": "on"})
    answer = press(at_desk, draft, mine | {"pictures-0-alt": "My words"})
    assert typed(answer)["pictures-0-alt"] == "My words"
    assert press(at_desk, draft, typed(answer)).status_code == 302
    assert draft.pictures.get().alt == "My words"


def test_picture_that_a_colleague_added_is_not_thrown_away(
    at_desk, colleague, make_article, picture
):
    draft = make_article()
    mine = opened(at_desk, draft)
    theirs = opened(colleague, draft) | {"pictures-0-alt": "Theirs", "pictures-0-upload": upload()}
    press(colleague, draft, theirs)
    blue = upload(Image.new("RGB", (400, 300), BLUE))
    answer = press(at_desk, draft, mine | {"pictures-0-alt": "Mine", "pictures-0-upload": blue})
    again = typed(answer)
    assert {again["pictures-0-alt"], again["pictures-1-alt"]} == {"Theirs", "Mine"}
    assert press(at_desk, draft, again).status_code == 302
    assert sorted(part.alt for part in draft.pictures.all()) == ["Mine", "Theirs"]


# --- What is no draft any more --------------------------------------------------------------------


def test_words_typed_while_it_went_into_review_stay_on_the_page(at_desk, author, make_article):
    draft = make_article()
    mine = opened(at_desk, draft)
    take("submit", draft, by=author)
    answer = press(at_desk, draft, mine | {"title": "Mine", "body": "<p>My body</p>"})
    assert answer.status_code == CONFLICT
    kept = {area.get_text().strip() for area in page(answer).select(".typed textarea")}
    assert {"Mine", "<p>My body</p>"} <= kept
    assert "Take it back" in text(answer)
    assert cast.fresh(draft).title == draft.title


def test_only_what_was_typed_stays_on_the_page(at_desk, author, make_article, picture):
    draft = make_article(pictures=[picture])
    data = opened(at_desk, draft)
    take("submit", draft, by=author)
    kept = page(press(at_desk, draft, data)).select(".typed textarea")
    texts = {area.get_text().strip() for area in kept}
    assert texts == {*cast.TEXT.values(), draft.slug, "The reading room"}


def test_words_typed_while_it_was_published_go_into_a_new_draft(
    at_desk, author, publisher, make_article, picture
):
    draft = make_article(pictures=[picture])
    mine = opened(at_desk, draft)
    take("submit", draft, by=author)
    cast.approve(draft, publisher)
    answer = press(at_desk, draft, mine | {"title": "Mine", "pictures-0-alt": "My words"})
    assert answer.status_code == CONFLICT
    form = page(answer).select_one(".typed form")
    carried = at_desk.post(form["action"], typed(answer, ".typed form"))
    assert carried.status_code == 302
    fresh = Article.objects.get(state="draft")
    assert (fresh.number, fresh.title, fresh.pictures.get().alt) == (2, "Mine", "My words")
    assert fresh.pictures.get().key == draft.pictures.get().key
    assert cast.fresh(draft).title == draft.title


def test_picture_uploaded_too_late_goes_into_the_new_draft_as_well(
    at_desk, author, publisher, make_article
):
    draft = make_article()
    mine = opened(at_desk, draft)
    take("submit", draft, by=author)
    cast.approve(draft, publisher)
    late = mine | {"pictures-0-alt": "Two halves", "pictures-0-upload": upload()}
    answer = press(at_desk, draft, late)
    at_desk.post(url("carry", draft), typed(answer, ".typed form"))
    part = Article.objects.get(state="draft").pictures.get()
    assert (part.alt, part.picture) == ("Two halves", Picture.objects.get())


def test_words_with_an_error_in_them_wait_in_the_form_of_the_new_draft(
    at_desk, author, publisher, make_article
):
    draft = make_article()
    mine = opened(at_desk, draft)
    take("submit", draft, by=author)
    cast.approve(draft, publisher)
    answer = press(at_desk, draft, mine | {"title": "Mine", "slug": "1 bad"})
    carried = at_desk.post(url("carry", draft), typed(answer, ".typed form"))
    assert page(carried).select(".field-slug .errorlist")
    form = page(carried).select_one("#article_form")
    assert form["action"] == url("change", Article.objects.get(state="draft"))
    data = typed(carried) | {"slug": "good", "_continue": "1"}
    assert at_desk.post(form["action"], data).status_code == 302
    assert Article.objects.get(state="draft").title == "Mine"


def test_words_are_kept_where_a_new_draft_cannot_be_begun(
    at_desk, author, publisher, make_article, revise
):
    draft = make_article()
    mine = opened(at_desk, draft)
    take("submit", draft, by=author)
    cast.approve(draft, publisher)
    answer = press(at_desk, draft, mine | {"title": "Mine"})
    revise(cast.fresh(draft), title="A colleague was faster")
    again = at_desk.post(url("carry", draft), typed(answer, ".typed form"))
    assert again.status_code == CONFLICT
    assert "Mine" in {area.get_text().strip() for area in page(again).select(".typed textarea")}
    assert Article.objects.filter(state="draft").get().title == "A colleague was faster"
