"""A correction while the next edition is scheduled: one question, and both of its answers."""

import pytest

from portal.publishing.models import Audit
from portal.publishing.words import spoken
from tests import cast
from tests.desk import confirm, page, text, url
from tests.portal.publishing.lines import intervals, titles
from tests.portal.publishing.refusing import refused_approval
from tests.portal.publishing.times import hour

RETURN, HOLDS = "return", "corrected"


@pytest.fixture
def waiting(make_live, replace, noon):
    """Edition 2, written from the live edition 1, goes live at three."""
    return replace(make_live(title="Old"), at=hour(3), title="New")


@pytest.fixture
def correction(waiting, revise, submit, clock_at):
    """Edition 3, a correction of edition 1, waits to be approved at one."""
    first = type(waiting).objects.get(timeline=waiting.timeline_id, number=1)
    clock_at(1)
    return submit(revise(first, title="Corrected"))


def test_approving_a_correction_asks_what_becomes_of_the_scheduled_edition(
    waiting, correction, publisher
):
    said = refused_approval(correction, publisher)
    assert said.startswith(f"Edition 2 (“New”) goes live on {spoken(hour(3))} and was written from")
    assert cast.fresh(correction).state == "in_review"


def test_scheduled_edition_goes_back_to_review_in_the_same_step(waiting, correction, publisher):
    cast.approve(correction, publisher, answers=[RETURN])
    assert cast.fresh(waiting).state == "in_review"
    assert intervals(waiting) == [(1, hour(0), hour(1)), (3, hour(1), None)]
    assert titles(hour(4)) == ["Corrected"]
    assert Audit.objects.get(edition_number=3, verb="approve").details["unscheduled"] == 2


def test_scheduled_edition_stays_when_the_note_says_that_it_holds_the_correction(
    waiting, correction, publisher
):
    said = refused_approval(correction, publisher, answers=[HOLDS])
    assert said == "Say in the note how edition 2 holds the correction."
    cast.approve(correction, publisher, answers=[HOLDS], note="The figure is right in it.")
    assert cast.fresh(waiting).state == "approved"
    assert intervals(waiting) == [
        (1, hour(0), hour(1)),
        (3, hour(1), hour(3)),
        (2, hour(3), None),
    ]


def test_both_answers_at_once_are_none(waiting, correction, publisher):
    assert refused_approval(correction, publisher, answers=[RETURN, HOLDS], note="Both.")


def test_correction_for_a_time_to_come_takes_the_place_of_the_scheduled_edition_or_none(
    waiting, correction, publisher
):
    said = refused_approval(correction, publisher, at=hour(2), answers=[HOLDS], note="It does.")
    assert "only one edition can wait" in said
    cast.approve(correction, publisher, at=hour(2), answers=[RETURN])
    assert cast.fresh(waiting).state == "in_review"
    assert intervals(waiting) == [(1, hour(0), hour(2)), (3, hour(2), None)]


def test_urgent_correction_asks_the_same(waiting, correction, chief):
    cast.publish_urgently(correction, chief, answers=[RETURN])
    assert cast.fresh(waiting).state == "in_review"


def test_at_the_desk_the_two_answers_are_a_choice_of_one(waiting, correction, publisher, client):
    client.force_login(publisher)
    asked = client.get(url("take", correction, "approve"))
    radios = page(asked).select("input[type=radio][name=answers]")
    assert [radio["value"] for radio in radios] == [RETURN, HOLDS]
    refused = confirm(client, correction, "approve", answers=HOLDS)
    assert "Say in the note how edition 2 holds the correction." in text(refused)
    assert page(refused).select_one(f"input[value={HOLDS}]").has_attr("checked")
    assert confirm(client, correction, "approve", answers=RETURN).status_code == 302
    assert cast.fresh(waiting).state == "in_review"
