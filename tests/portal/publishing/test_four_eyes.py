"""Who wrote a text cannot approve it, and who approves it has read it as it is."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.publishing.models import Authorship
from portal.publishing.workflow import take
from tests import cast
from tests.portal.publishing.refusing import refusal, refused_approval

HOUR = timedelta(hours=1)

WROTE_IT = "You wrote part of this edition. Somebody else has to approve it."


def test_author_cannot_approve_own_article(make_article, submit, publisher):
    review = submit(make_article(by=publisher))
    assert refused_approval(review, publisher) == WROTE_IT


def test_superuser_cannot_approve_own_article(make_article, submit, superuser):
    assert refused_approval(submit(make_article(by=superuser)), superuser) == WROTE_IT


def test_nobody_who_saved_the_draft_can_approve_it(make_article, submit, publisher, chief):
    draft = make_article()
    for person in (publisher, chief):
        cast.save(draft, person, lead=f"As {person} would say it.")
    review = submit(draft)
    for person in (publisher, chief):
        assert refused_approval(review, person) == WROTE_IT


def test_who_saved_an_earlier_edition_only_may_approve_the_next(
    make_article, submit, revise, publisher, chief
):
    first = cast.approve(submit(make_article(by=publisher)), chief)
    following = submit(revise(first, lead="By the author alone."))
    assert cast.approve(following, publisher).state == "approved"


def test_who_starts_a_revision_counts_as_its_author(make_live, publisher, submit):
    draft = take("revise", make_live(), by=publisher)
    assert refused_approval(submit(draft), publisher) == WROTE_IT


def test_discarding_and_restoring_does_not_launder_an_authors_own_text(
    make_article, submit, publisher, author
):
    discarded = take("discard", make_article(by=publisher), by=publisher)
    restored = take("restore", discarded, by=author)
    assert refused_approval(submit(restored), publisher) == WROTE_IT


def test_translating_a_draft_does_not_launder_an_authors_own_text(
    make_article, submit, publisher, author
):
    draft = make_article(by=publisher)
    translation = take("translate", draft, by=author, language="ru")
    assert refused_approval(submit(translation), publisher) == WROTE_IT


def test_approved_text_does_not_hand_its_authors_on(make_live, author):
    draft = take("translate", make_live(), by=cast.a_person("translator", is_superuser=True),
                 language="ru")  # fmt: skip
    authors = Authorship.objects.filter(timeline=draft.timeline, number=draft.number)
    assert [str(row.person) for row in authors] == ["translator"]


# --- The text that was seen ----------------------------------------------------------------------

NOT_SEEN = "The text is not the one that you saw. Load the page, read it and approve again."


def test_approver_must_have_seen_this_text(make_article, submit, author, publisher):
    draft = make_article()
    review = submit(draft)
    seen = cast.fresh(review).content_hash
    take("recall", review, by=author)
    review = submit(cast.save(draft, author, body="<p>Other words.</p>"))
    assert refusal("approve", review, publisher, seen=seen) == NOT_SEEN


def test_approval_without_a_fingerprint_is_refused(make_in_review, publisher):
    assert refusal("approve", make_in_review(), publisher) == NOT_SEEN


def test_changed_caption_is_another_text(make_article, picture, submit, author, publisher):
    draft = make_article(pictures=[picture])
    seen = cast.fresh(draft).content_hash
    part = cast.fresh(draft).pictures.get()
    part.caption = "The night guard, not the director"
    part.save()
    assert refusal("approve", submit(draft), publisher, seen=seen) == NOT_SEEN


# --- Consents ------------------------------------------------------------------------------------


def test_approving_on_an_ended_timeline_asks_whether_to_make_it_public_again(
    make_withdrawn, revise, submit, publisher
):
    review = submit(revise(make_withdrawn()))
    assert "makes it public again" in refused_approval(review, publisher)
    assert cast.approve(review, publisher, answers=["republish"]).state == "approved"


def test_scheduling_behind_a_planned_end_asks_as_well(make_live, revise, submit, publisher):
    live = make_live()
    take("withdraw", live, by=publisher, note="Until then.", at=clock.now() + HOUR)
    review = submit(revise(live))
    assert "makes it public again" in refused_approval(review, publisher, at=clock.now() + 2 * HOUR)


def test_withdrawal_names_the_scheduled_edition_that_would_bring_it_back(
    make_live, replace, publisher
):
    live = make_live()
    replace(live, at=clock.now() + HOUR, title="Open until two")
    sentence = refusal("withdraw", live, publisher, note="A mistake.")
    assert sentence.startswith("Edition 2 (“Open until two”) goes live on")
    assert sentence.endswith("Unschedule it as well.")


@pytest.mark.parametrize("answer", ["", "republish", "unschedule", "anything"])
def test_no_answer_removes_an_obstacle_that_asked_nothing(answer, make_article, submit, publisher):
    review = submit(make_article(by=publisher))
    assert refused_approval(review, publisher, answers=[answer]) == WROTE_IT
