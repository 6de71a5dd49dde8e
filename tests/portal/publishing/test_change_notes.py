"""Minor and major changes: what readers are told of them, and what each edition says itself."""

import pytest

from portal.publishing.models import Audit
from tests import cast
from tests.desk import opened, page, press, text, url
from tests.portal.publishing.refusing import refusal

NOTE = "The opening hours have changed."


def test_major_change_needs_a_note_for_readers(make_live, revise, author):
    draft = revise(make_live(), is_major=True)
    assert "Say for readers what has changed" in refusal("submit", draft, author)


def test_note_that_nobody_would_see_is_refused(make_live, revise, author):
    draft = revise(make_live(), change_note=NOTE)
    assert "call it one, or empty the note" in refusal("submit", draft, author)


def test_note_is_not_copied_into_the_next_edition(make_live, replace, revise):
    second = replace(make_live(), is_major=True, change_note=NOTE)
    third = revise(second)
    assert (third.is_major, third.change_note) == (False, "")
    assert cast.fresh(second).change_note == NOTE


def test_note_is_part_of_what_is_approved(make_live, revise, submit, publisher):
    review = submit(revise(make_live(), is_major=True, change_note=NOTE))
    without = review.content_hash
    type(review).objects.filter(pk=review.pk).update(change_note="Something else.")
    assert cast.fresh(review).content_hash != without


def test_note_is_asked_for_only_where_readers_had_something_before(
    make_article, make_live, revise, author, client
):
    client.force_login(author)
    assert not page(client.get(url("change", make_article()))).select("#id_change_note")
    draft = revise(make_live(title="Public"))
    assert page(client.get(url("change", draft))).select("#id_change_note")


def test_author_calls_a_change_major_at_the_desk(make_live, revise, author, client):
    client.force_login(author)
    draft = revise(make_live())
    press(client, draft, opened(client, draft) | {"is_major": "on", "change_note": NOTE})
    stored = cast.fresh(draft)
    assert (stored.is_major, stored.change_note) == (True, NOTE)


@pytest.mark.parametrize("verb", ["save", "carry"])
def test_note_typed_for_an_edition_that_is_closed_is_kept(
    verb, make_live, revise, submit, author, client
):
    client.force_login(author)
    draft = revise(make_live())
    data = opened(client, draft) | {"is_major": "on", "change_note": NOTE}
    submit(draft)
    answer = press(client, draft, data)
    assert answer.status_code == 409
    assert NOTE in text(answer)
    assert not Audit.objects.filter(verb="approve", edition_number=2).exists()
