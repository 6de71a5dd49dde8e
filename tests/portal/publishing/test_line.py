"""What the verbs make of a time line: intervals, ends, first publication, heads."""

import pytest

from news.models import Article
from portal.publishing.models import Entry, Timeline
from portal.publishing.workflow import take
from tests import cast
from tests.portal.publishing.lines import intervals, titles
from tests.portal.publishing.times import hour

# --- Following one another -----------------------------------------------------------------------


def test_next_edition_takes_over_at_its_instant(make_live, replace, clock_at):
    first = make_live(title="Old")
    clock_at(1)
    replace(first, title="New")
    assert intervals(first) == [(1, hour(0), hour(1)), (2, hour(1), None)]
    assert titles(hour(1)) == ["New"]


def test_public_keeps_the_old_text_while_the_next_is_written_and_read(
    make_live, revise, submit, clock_at
):
    first = make_live(title="Old")
    clock_at(1)
    submit(revise(first, title="New"))
    assert titles(hour(2)) == ["Old"]
    assert cast.fresh(first).title == "Old"


def test_scheduled_edition_closes_its_predecessor_in_advance(make_live, replace, clock_at):
    first = make_live()
    replace(first, at=hour(2))
    assert intervals(first) == [(1, hour(0), hour(2)), (2, hour(2), None)]


def test_two_approvals_in_one_microsecond_follow_one_another(make_live, replace, noon):
    first = make_live()
    replace(first)
    (_one, start, end), (_two, following, _open) = intervals(first)
    assert start < end == following
    assert (end - start).microseconds == 1


@pytest.mark.parametrize("moved_to", [1, 2, 5, 9])
def test_rescheduling_moves_both_boundaries(moved_to, make_live, replace, reschedule, clock_at):
    first = make_live()
    scheduled = replace(first, at=hour(4))
    clock_at(0.5)
    reschedule(scheduled, hour(moved_to))
    assert intervals(first) == [(1, hour(0), hour(moved_to)), (2, hour(moved_to), None)]


def test_unscheduling_reopens_the_predecessor_by_itself(make_live, replace, unschedule, clock_at):
    first = make_live()
    scheduled = replace(first, at=hour(2))
    clock_at(1)
    assert unschedule(scheduled).state == "in_review"
    assert intervals(first) == [(1, hour(0), None)]


def test_unscheduling_is_never_blocked_by_a_draft(
    make_live, replace, revise, unschedule, noon, clock_at
):
    first = make_live()
    scheduled = replace(first, at=hour(2))
    clock_at(1)
    draft = revise(first)
    assert unschedule(scheduled).state == "discarded"
    assert cast.fresh(draft).state == "draft"
    assert cast.fresh(draft).is_head


# --- First publication ---------------------------------------------------------------------------


def test_first_publication_follows_rescheduling_while_it_lies_ahead(
    make_live, reschedule, clock_at
):
    scheduled = make_live(at=hour(3))
    reschedule(scheduled, hour(5))
    assert cast.fresh(scheduled).first_published_at == hour(5)
    assert Timeline.objects.get().first_published_at == hour(5)


def test_first_publication_is_fixed_once_passed(make_live, replace, withdraw, revise, submit,
                                                publisher, clock_at):  # fmt: skip
    first = make_live()
    clock_at(1)
    second = replace(first)
    clock_at(2)
    withdraw(second)
    clock_at(3)
    third = cast.approve(submit(revise(second)), publisher, answers=["republish"])
    for edition in (first, second, third):
        assert cast.fresh(edition).first_published_at == hour(0)
    assert set(Entry.objects.values_list("first_published_at", flat=True)) == {hour(0)}


def test_unscheduling_the_only_edition_clears_the_first_publication(make_scheduled, unschedule):
    unscheduled = unschedule(make_scheduled())
    assert unscheduled.first_published_at is None
    assert Timeline.objects.get().first_published_at is None
    assert not Entry.objects.exists()


# --- Heads and numbers ---------------------------------------------------------------------------


def heads(edition):
    rows = Article.objects.filter(timeline=edition.timeline_id)
    return list(rows.heads().values_list("number", flat=True))


def test_head_is_the_open_edition_else_the_newest_approved(make_live, revise, author):
    first = make_live()
    assert heads(first) == [1]
    draft = revise(first)
    assert heads(first) == [2]
    take("discard", draft, by=author)
    assert heads(first) == [1]


def test_discarded_edition_alone_stays_the_head(make_discarded):
    assert heads(make_discarded()) == [1]


def test_edition_numbers_are_never_used_twice(make_live, revise, author):
    first = make_live()
    take("discard", revise(first), by=author)
    assert revise(first).number == 3


def test_earlier_edition_can_be_brought_back(make_live, replace, author, clock_at):
    first = make_live(title="Old")
    clock_at(1)
    replace(first, title="New")
    restored = take("restore", first, by=author)
    assert (restored.number, restored.title, restored.based_on) == (3, "Old", 1)
