"""The public history of a text: major changes with their notes, and no trace of minor ones."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.publishing.changes import MajorChange, major_changes
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db
NOTE = "A hundred museums, not ninety."


def told(edition, published_at=None):
    edition = cast.fresh(edition)
    return major_changes(edition, published_at or edition.first_published_at)


@pytest.fixture
def changed(replace, time_machine):
    """changed(edition, day, **changes) → the next edition, approved on that day of June 2019."""

    def go(edition, day, **changes):
        time_machine.move_to(minsk(2019, 6, day, 12), tick=False)
        return replace(edition, **changes)

    return go


@pytest.fixture
def first(make_live, time_machine):
    time_machine.move_to(minsk(2019, 6, 1, 12), tick=False)
    return make_live()


def test_major_changes_are_told_the_newest_first_and_dated_by_their_start(first, changed):
    second = changed(first, 3, is_major=True, change_note=NOTE)
    third = changed(second, 5, is_major=True, change_note="And all of them in one year.")
    assert told(third) == [
        MajorChange(minsk(2019, 6, 5, 12), "And all of them in one year."),
        MajorChange(minsk(2019, 6, 3, 12), NOTE),
    ]
    assert told(second) == [MajorChange(minsk(2019, 6, 3, 12), NOTE)]


def test_a_minor_change_leaves_no_trace_and_no_date(first, changed):
    second = changed(first, 3, title="With a comma more")
    assert told(second) == []
    assert told(changed(second, 4)) == []


def test_a_later_minor_change_does_not_date_the_major_one_anew(first, changed):
    second = changed(first, 3, is_major=True, change_note=NOTE)
    assert told(changed(second, 9)) == [MajorChange(minsk(2019, 6, 3, 12), NOTE)]


def test_the_first_publication_is_no_change(make_article, submit, publisher, author, discard_first):
    edition = discard_first(is_major=True, change_note=NOTE)
    assert edition.number == 2
    assert told(edition) == []


@pytest.fixture
def discard_first(make_article, submit, publisher, author, revise):
    """An edition whose number is not 1 and that is the first to be public."""

    def make(**fields):
        from_discarded = revise(cast.take("discard", make_article(), by=author), **fields)
        return cast.approve(submit(from_discarded), publisher)

    return make


def test_a_change_to_come_is_not_told_before_its_minute(first, replace, time_machine):
    due = clock.now() + timedelta(hours=1)
    scheduled = replace(first, at=due, is_major=True, change_note=NOTE)
    time_machine.move_to(due - timedelta(microseconds=1), tick=False)
    assert told(first) == []
    time_machine.move_to(due, tick=False)
    assert told(scheduled) == [MajorChange(due, NOTE)]


def test_a_draft_in_a_preview_tells_its_own_change_at_the_moment_it_is_seen_at(first, revise):
    draft = revise(first, is_major=True, change_note=NOTE)
    at = clock.now() + timedelta(days=2)
    with clock.moment(at):
        assert told(draft, first.first_published_at) == [MajorChange(at, NOTE)]


def test_what_was_never_public_has_no_history(discarded_twice):
    at = clock.now()
    with clock.moment(at):
        assert told(discarded_twice, at) == []


@pytest.fixture
def discarded_twice(make_article, revise, author):
    draft = cast.take("discard", make_article(), by=author)
    return revise(draft, is_major=True, change_note=NOTE)


def test_a_first_edition_is_not_asked_for_its_history(first, django_assert_num_queries):
    edition = cast.fresh(first)
    with django_assert_num_queries(0):
        assert major_changes(edition, edition.first_published_at) == []
