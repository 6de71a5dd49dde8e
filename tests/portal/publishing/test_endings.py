"""Ends belong to the timeline: planned, taken back, inherited, passed."""

import pytest

from portal.publishing.errors import Refused
from portal.publishing.models import Ending
from tests import cast
from tests.portal.publishing.lines import intervals, titles
from tests.portal.publishing.times import hour


def test_withdrawn_text_is_gone_from_now_and_stays_readable_in_the_past(
    make_live, withdraw, clock_at
):
    first = make_live(title="Old")
    clock_at(2)
    withdraw(first)
    assert titles(hour(2)) == []
    assert titles(hour(1)) == ["Old"]
    assert Ending.objects.get().reason == "The fair."


def test_planned_end_belongs_to_the_timeline_and_a_new_edition_inherits_it(
    make_live, replace, withdraw, clock_at
):
    first, end = make_live(), hour(5)
    withdraw(first, end)
    clock_at(1)
    replace(first)
    assert intervals(first) == [(1, hour(0), hour(1)), (2, hour(1), end)]


def test_keep_takes_a_planned_end_back(make_live, withdraw, keep, clock_at):
    first, end = make_live(), hour(5)
    withdraw(first, end)
    clock_at(1)
    keep(first)
    assert intervals(first) == [(1, hour(0), None)]
    assert not Ending.objects.exists()


def test_end_that_has_come_cannot_be_taken_back(make_live, withdraw, keep, clock_at):
    first, end = make_live(), hour(5)
    withdraw(first, end)
    clock_at(5)
    with pytest.raises(Refused, match="is withdrawn"):
        keep(first)


def test_new_end_replaces_the_planned_one(make_live, withdraw, clock_at):
    first, early, late = make_live(), hour(3), hour(6)
    withdraw(first, early)
    withdraw(first, late)
    assert intervals(first) == [(1, hour(0), late)]


def test_end_can_be_planned_for_what_is_scheduled(make_live, withdraw, keep, clock_at):
    scheduled, end = make_live(at=hour(2)), hour(5)
    withdraw(scheduled, end)
    assert intervals(scheduled) == [(1, hour(2), end)]
    keep(scheduled)
    assert intervals(scheduled) == [(1, hour(2), None)]


@pytest.mark.parametrize("moment", [None, hour(1), hour(2)])
def test_what_is_scheduled_does_not_end_before_it_begins(moment, make_live, withdraw, clock_at):
    scheduled = make_live(at=hour(2))
    with pytest.raises(Refused, match="Nothing of it is public yet. Choose an end after"):
        withdraw(scheduled, moment)


def test_end_after_the_start_of_what_is_scheduled_leaves_it_scheduled(
    make_live, replace, withdraw, clock_at
):
    first = make_live()
    scheduled = replace(first, at=hour(3))
    withdraw(first, hour(6))
    assert intervals(first) == [(1, hour(0), hour(3)), (2, hour(3), hour(6))]
    assert cast.fresh(scheduled).state == "approved"


def test_withdrawal_unschedules_too_when_told_so(make_live, replace, withdraw, clock_at):
    first = make_live()
    scheduled = replace(first, at=hour(3))
    clock_at(1)
    with pytest.raises(Refused, match="Unschedule it as well"):
        withdraw(first)
    withdraw(first, answers=["unschedule"])
    assert intervals(first) == [(1, hour(0), hour(1))]
    assert cast.fresh(scheduled).state == "in_review"


def test_withdrawal_acts_on_the_timeline_though_a_correction_came_between(
    make_live, replace, withdraw, clock_at
):
    first = make_live()
    clock_at(1)
    replace(first)
    clock_at(2)
    withdraw(first)
    assert intervals(first) == [(1, hour(0), hour(1)), (2, hour(1), hour(2))]


def test_superseded_edition_of_a_withdrawn_timeline_has_nothing_to_withdraw(
    make_live, replace, withdraw, clock_at
):
    first = make_live()
    clock_at(1)
    second = replace(first)
    clock_at(2)
    withdraw(second)
    with pytest.raises(Refused, match="nothing to withdraw"):
        withdraw(first)


def test_republishing_after_an_end_leaves_the_gap(make_live, replace, withdraw, revise, submit,
                                                  publisher, clock_at):  # fmt: skip
    first = make_live()
    clock_at(1)
    withdraw(first)
    clock_at(3)
    cast.approve(submit(revise(first)), publisher, answers=["republish"])
    assert intervals(first) == [(1, hour(0), hour(1)), (2, hour(3), None)]
    assert titles(hour(2)) == []


@pytest.mark.parametrize(("first_time", "second_time", "expected_end"), [(6, 2, 4), (2, 6, None)])
def test_scheduled_edition_moves_across_a_planned_end(
    first_time, second_time, expected_end, make_live, withdraw, revise, submit, reschedule,
    publisher, clock_at,
):  # fmt: skip
    first = make_live()
    end, before, after = hour(4), hour(first_time), hour(second_time)
    withdraw(first, end)
    consent = {"answers": ["republish"]}
    scheduled = cast.approve(submit(revise(first)), publisher, at=before, **consent)
    reschedule(scheduled, after, **consent)
    until = hour(expected_end) if expected_end else None
    assert intervals(first) == [(1, hour(0), min(end, after)), (2, after, until)]
