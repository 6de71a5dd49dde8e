"""A text places pictures of its own list: on the page, at the desk, and at the door."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article
from portal.publishing import clock
from portal.publishing.workflow import take
from portal.richtext.pictures import reference
from tests import cast
from tests.desk import opened, page, press, text, url
from tests.portal.publishing.refusing import refusal
from tests.reading import page_of

pytestmark = pytest.mark.django_db

GONE = "The text places a picture that is not in its list any more. Take it out of the text, or"


@pytest.fixture
def placing(make_article, author):
    """placing(*numbers, **fields) → a draft with three pictures whose text places these."""

    def make(*numbers, **fields):
        pictures = [cast.a_picture(author) for _number in range(3)]
        draft = make_article(pictures=pictures, **fields)
        parts = list(draft.pictures.all())
        for number, part in enumerate(parts, 1):
            part.caption = f"Picture {number}."
            part.save()
        body = "".join(f"<p>Text.</p>{reference(parts[n - 1].key)}" for n in numbers)
        return cast.save(draft, author, body=f"{body}<p>The end.</p>")

    return make


@pytest.fixture
def publish(author, publisher):
    return lambda draft: cast.approve(take("submit", draft, by=author), publisher)


def figures(page):
    """The captions of the pictures: on top, in the text, below it."""
    text = page.select_one(".prose")
    places = {"top": [], "text": [], "below": []}
    for figure in page.select("article > figure, .prose figure"):
        caption = figure.figcaption.get_text().split(".")[0].strip()
        where = "text" if text in figure.parents else "below"
        if where == "below" and figure.find_next(class_="prose"):
            where = "top"
        places[where].append(caption)
    return places


@pytest.mark.parametrize(
    ("placed", "top", "below"),
    [
        ((), [1], [2, 3]),
        ((2,), [1], [3]),
        ((3, 2), [1], []),
        ((1,), [], [2, 3]),
        ((2, 1, 3), [], []),
        ((2, 2), [1], [3]),
    ],
)
def test_a_picture_placed_in_the_text_is_shown_there_and_nowhere_else(
    placing, publish, visitor, placed, top, below
):
    live = publish(placing(*placed))
    names = {
        where: [f"Picture {number}" for number in numbers]
        for where, numbers in {"top": top, "text": placed, "below": below}.items()
    }
    assert figures(page_of(visitor.get(live.get_absolute_url()))) == names


def test_a_row_that_was_lost_leaves_no_empty_place(make_live, visitor):
    live = make_live()
    Article.objects.filter(pk=live.pk).update(body=f"<p>Text.</p>{reference('a' * 32)}")
    assert page_of(visitor.get(live.get_absolute_url())).select("figure") == []


def test_a_picture_placed_in_the_text_costs_no_query(placing, publish, visitor, time_machine):
    plain, placed = publish(placing()), publish(placing(1, 2, 3))
    time_machine.move_to(clock.now(), tick=False)  # an answer that takes long is not remembered
    costs = []
    for live in (plain, placed):
        visitor.get(live.get_absolute_url())  # what is beside it is remembered from then on
        with CaptureQueriesContext(connection) as asked:
            visitor.get(live.get_absolute_url())
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 7


def test_a_revision_and_a_translation_place_the_same_pictures(placing, publish, author, visitor):
    live = publish(placing(2))
    for draft in (
        take("revise", live, by=author),
        take("translate", live, by=author, language="ru"),
    ):
        again = publish(cast.save(draft, author, lead="Another."))
        assert figures(page_of(visitor.get(again.get_absolute_url())))["text"] == ["Picture 2"]


@pytest.mark.parametrize("verb", ["submit", "approve"])
def test_a_text_whose_picture_left_the_list_is_refused(placing, author, publisher, verb):
    draft = placing(1, 2)
    if verb == "approve":
        draft = take("submit", draft, by=author)
    # Past the door's rules for parts of a text in review: the list is a row of the database.
    draft.pictures.model.objects.filter(edition=draft, caption="Picture 2.").delete()
    seen = {"seen": cast.fresh(draft).content_hash} if verb == "approve" else {}
    by = publisher if verb == "approve" else author
    assert refusal(verb, cast.fresh(draft), by, **seen).startswith(GONE)


def test_a_text_is_adopted_with_its_pictures_and_not_without(new_article, author, chief):
    part = cast.shown(cast.a_picture(author))
    body = f"<p>Text.</p>{reference(part.key)}"
    bare = new_article(body=body)
    assert refusal("adopt", bare, chief, author=author).startswith(GONE)
    made = take("adopt", new_article(body=body).with_parts(part), by=chief, author=author)
    assert Article.objects.live().get() == made


def test_the_page_to_read_at_the_desk_shows_pictures_where_they_stand(
    placing, client, author, publisher
):
    draft = take("submit", placing(2), by=author)
    client.force_login(publisher)
    shown = page(client.get(url("change", draft))).select_one(".shown")
    [placed] = shown.select(".shown__body figure")
    assert "Picture 2." in placed.get_text()
    assert placed.img["src"].startswith("/admin/media/picture/file/")
    assert len(shown.select("figure")) == 3


def test_the_page_to_read_at_the_desk_says_that_a_picture_is_missing(make_live, client, publisher):
    live = make_live()
    Article.objects.filter(pk=live.pk).update(body=reference("a" * 32))
    client.force_login(publisher)
    assert "Here stands a picture that is not in the list any more." in text(
        client.get(url("change", live))
    )


def test_a_saved_row_says_how_its_picture_is_placed_and_a_new_one_when(placing, client, author):
    draft = placing()
    client.force_login(author)
    form = page(client.get(url("change", draft)))
    told = [mark["data-part-key"] for mark in form.select("[data-part-key]")]
    assert told == [part.key for part in draft.pictures.all()]
    assert [mark.get_text() for mark in form.select("[data-part-key]")] == [
        reference(key) for key in told
    ]
    assert "Once the draft is saved." in form.select_one("#pictures-3").get_text()


def test_of_two_texts_that_differ_by_a_picture_one_shows_its_place(placing, client, author):
    draft = placing(1)
    client.force_login(author)
    data = opened(client, draft)
    cast.save(draft, author, body="<p>Text.</p><p>The end.</p>")
    sides = page(press(client, draft, data)).select(".comparison__side")
    told = ["A picture of the list stands here." in side.get_text() for side in sides]
    assert told == [True, False]
