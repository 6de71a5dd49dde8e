"""Each obstacle, in the sentence that a person reads."""

from datetime import timedelta

import pytest

from portal.publishing.preflight import preflight
from portal.publishing.words import spoken
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.portal.publishing.refusing import refusal, refused_approval

HOUR = timedelta(hours=1)


# --- Complete texts ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "label"), [("title", "title"), ("lead", "lead"), ("body", "text")]
)
def test_required_field_is_asked_for_by_its_name(make_article, author, field, label):
    draft = make_article(**{field: ""})
    assert refusal("submit", draft, author) == f"Fill in “{label}”: publication requires it."


def test_draft_may_be_incomplete(make_article):
    assert make_article(title="", lead="", body="").pk


def test_every_missing_field_is_named_at_once(make_article, author):
    assert refusal("submit", make_article(title="", lead=""), author).count("Fill in") == 2


def test_picture_needs_a_description_or_the_decision_that_it_is_decorative(
    make_article, picture, author
):
    draft = make_article(pictures=[picture])
    part = draft.pictures.get()
    part.alt = ""
    part.save()
    assert refusal("submit", draft, author).startswith("Describe the picture")
    part.is_decorative = True
    part.save()
    assert take("submit", draft, by=author).state == "in_review"


def linking(number):
    return f'<p><a href="document:{number}">Read on</a></p>'


def test_link_to_a_document_that_is_not_public_is_dead(make_article, make_live, author):
    target = make_live(language="ru")
    number = target.document.number
    sentence = refusal("submit", make_article(body=linking(number)), author)
    assert sentence.startswith(f"The text links to document {number}, which is not public")
    assert take("submit", make_article(language="ru", body=linking(number)), by=author)


def test_link_to_a_withdrawn_document_is_dead(make_article, make_withdrawn, author):
    number = make_withdrawn().document.number
    assert f"document {number}" in refusal("submit", make_article(body=linking(number)), author)


def test_link_to_a_scheduled_document_holds(make_article, make_scheduled, author):
    number = make_scheduled().document.number
    assert take("submit", make_article(body=linking(number)), by=author)


def test_link_that_died_since_the_text_was_submitted_stops_the_approval(
    make_in_review, make_live, publisher
):
    target = make_live()
    review = make_in_review(body=linking(target.document.number))
    take("withdraw", target, by=publisher, note="A mistake.")
    assert "Change or remove the link." in refused_approval(review, publisher)


# --- Times, and what stands ahead ----------------------------------------------------------------


@pytest.mark.parametrize("verb", ["approve", "reschedule", "withdraw"])
def test_time_that_has_passed_is_refused(
    verb, make_in_review, make_scheduled, make_live, publisher, noon
):
    edition = {"approve": make_in_review, "reschedule": make_scheduled, "withdraw": make_live}[
        verb
    ]()
    seen = cast.fresh(edition).content_hash
    sentence = refusal(verb, edition, publisher, at=noon, seen=seen, note="Late.")
    assert sentence == f"{spoken(noon)} has passed. Choose a later time, or none to act at once."


def test_rescheduling_asks_for_a_time(make_scheduled, publisher):
    assert refusal("reschedule", make_scheduled(), publisher) == "Choose the new date and time."


def test_keeping_needs_a_planned_end(make_live, publisher):
    assert refusal("keep", make_live(), publisher) == (
        "No end is planned, so there is nothing to keep it from."
    )


# --- Notes, places, rights -----------------------------------------------------------------------


@pytest.mark.parametrize("note", ["", "  \n"])
def test_note_is_required_where_the_other_side_needs_one(
    note, make_in_review, make_live, publisher
):
    assert refusal("send_back", make_in_review(), publisher, note=note) == (
        "Write a remark that tells the author what to change."
    )
    assert refusal("withdraw", make_live(), publisher, note=note) == (
        "Give the reason for the withdrawal; it stays in the history."
    )


def test_second_draft_is_refused_and_the_first_one_named(make_live, revise, author):
    live = make_live()
    revise(live, title="Open until two")
    assert refusal("revise", live, author) == (
        "Edition 2 (“Open until two”) is already draft in this language. Continue with that one."
    )


@pytest.mark.parametrize("language", ["en", "de", "xx" * 50])
def test_translation_asks_for_another_language_of_the_site(language, make_live, chief):
    assert refusal("translate", make_live(), chief, language=language) == (
        "Choose a language to translate into."
    )


def test_translation_that_exists_is_named(make_live, author):
    live = make_live()
    take("translate", live, by=author, language="ru")
    assert "is already draft in this language" in refusal("translate", live, author, language="ru")


def test_adoption_takes_two_different_people(new_article, chief, author):
    sentence = "Name two different people: one who wrote it and one who adopts it."
    assert refusal("adopt", new_article(), chief) == sentence
    assert refusal("adopt", new_article(), chief, author=chief) == sentence


def test_adoption_needs_an_empty_timeline(make_article, new_article, chief, author):
    document = make_article().document
    assert refusal("adopt", new_article(document=document), chief, author=author) == (
        "This document has editions in this language already."
    )


def test_adopted_text_must_be_complete(new_article, chief, author):
    assert "Fill in “lead”" in refusal("adopt", new_article(lead=""), chief, author=author)


def test_right_in_one_language_is_none_in_another(make_in_review, stream):
    desk = cast.a_desk("Russian desk", languages=["ru"])
    colleague = cast.a_person("colleague", "publisher", desk)
    assert refused_approval(make_in_review(), colleague) == (
        "Your role on this desk and in this language does not include “Approve”. "
        "Ask a colleague whose role does."
    )


def test_wrong_state_is_told_with_the_editions_name(make_live, author):
    assert refusal("submit", make_live(title="Night"), author) == (
        "Edition 1 (“Night”) is live, so “Submit for review” does not apply. "
        "Load the page again to see where it stands."
    )


# --- Before the button ---------------------------------------------------------------------------


def test_preflight_says_what_the_door_would_say(make_in_review, author, publisher):
    review = make_in_review()
    assert [str(o) for o in preflight("approve", review, publisher)] == []
    assert "does not include" in str(preflight("approve", review, author)[0])


def test_preflight_leaves_out_what_the_form_of_the_step_asks_for(
    make_in_review, make_live, publisher
):
    assert preflight("send_back", make_in_review(), publisher) == []
    assert preflight("withdraw", make_live(), publisher) == []


def test_one_refusal_does_not_hold_up_the_others(make_article, author):
    whole, partial = make_article(), make_article(lead="")
    outcome = take_all("submit", [partial, whole], by=author)
    assert [edition.pk for edition in outcome.done] == [whole.pk]
    assert [refused.edition for refused in outcome.refused] == [partial]
