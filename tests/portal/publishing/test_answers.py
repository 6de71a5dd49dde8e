"""What an address answers, and that "not yet" is the same as "never was"."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from news.models import Article
from portal.publishing import clock
from portal.publishing.answers import answer
from portal.publishing.models import Document, Entry
from portal.publishing.workflow import take
from tests import cast
from tests.portal.publishing.times import hour

NOBODYS = 999_999


def asked(number, language="en"):
    """(the edition's number, or "unknown" or "gone"; the queries it took)"""
    with CaptureQueriesContext(connection) as queries:
        try:
            found = answer(Article, number, language)
        except Http404:
            return "unknown", len(queries)
    return found.edition.number if found.is_live else "gone", len(queries)


def test_live_edition_is_the_answer(make_live, noon):
    assert asked(make_live().document.number) == (1, 1)


def test_unknown_costs_the_same_whatever_the_reason(make_live, make_scheduled, revise, noon):
    scheduled = make_scheduled(at=hour(1)).document.number
    only_russian = make_live(language="ru").document.number
    reasons = [(scheduled, "en"), (only_russian, "en"), (NOBODYS, "en"), (NOBODYS, "be")]
    assert {asked(*reason) for reason in reasons} == {("unknown", 1)}


@pytest.mark.parametrize("number", [0, 1, 99_999, 10**12, 10**17])
def test_number_that_nobody_bears_is_unknown(number, make_article, noon):
    make_article()  # a document without a number is no answer to "000000"
    assert asked(number)[0] == "unknown"


def test_scheduled_edition_answers_from_its_instant(make_live, clock_at):
    number = make_live(at=hour(2)).document.number
    clock_at(1.9999)
    assert asked(number)[0] == "unknown"
    clock_at(2)
    assert asked(number)[0] == 1


def test_next_edition_answers_from_its_instant(make_live, replace, clock_at):
    live = make_live()
    replace(live, at=hour(2))
    assert asked(live.document.number)[0] == 1
    clock_at(2)
    assert asked(live.document.number)[0] == 2


def test_withdrawn_is_gone_from_its_instant_and_readable_before(make_live, publisher, clock_at):
    live = make_live()
    take("withdraw", live, by=publisher, note="Until then.", at=hour(3))
    clock_at(2.9999)
    assert asked(live.document.number)[0] == 1
    clock_at(3)
    assert asked(live.document.number)[0] == "gone"
    assert not Article.objects.live().exists()
    assert not Entry.objects.live().exists()
    assert list(Article.objects.live(hour(2))) == [live]
    assert Entry.objects.live(hour(2)).count() == 1
    with clock.moment(hour(2)):
        assert asked(live.document.number)[0] == 1


def test_published_again_answers_again(make_live, publisher, revise, submit, clock_at):
    live = make_live()
    clock_at(1)
    take("withdraw", live, by=publisher, note="A mistake.")
    review = submit(revise(live))
    assert asked(live.document.number)[0] == "gone"
    cast.approve(review, publisher, answers=["republish"], at=hour(3))
    assert asked(live.document.number)[0] == "gone"
    clock_at(3)
    assert asked(live.document.number)[0] == 2


def test_unscheduled_text_was_never_there(make_live, publisher, clock_at):
    scheduled = make_live(at=hour(2))
    number = scheduled.document.number
    take("unschedule", scheduled, by=publisher)
    clock_at(3)
    assert asked(number)[0] == "unknown"


# --- A moment that includes what is not public ---------------------------------------------------


def test_moment_shows_the_included_draft_in_place_of_what_is_live(make_live, revise, noon):
    live = make_live(title="Old")
    beside = make_live(title="Beside it")
    draft = revise(live, title="New")
    with clock.moment(noon, including=[(draft.timeline_id, draft.number)]):
        assert asked(live.document.number) == (2, 1)
        assert set(Article.objects.live()) == {draft, beside}
        assert set(Article.objects.live(noon)) == {live, beside}
    assert asked(live.document.number)[0] == 1


def test_moment_shows_the_included_draft_that_has_no_number(make_article, noon):
    draft, _other = make_article(), make_article()
    with clock.moment(noon, including=[(draft.timeline_id, draft.number)]):
        assert asked(0)[0] == 1
        assert asked(0, "ru")[0] == "unknown"
    assert Document.objects.filter(number=None).count() == 2


def test_included_edition_of_an_ended_timeline_is_shown(make_live, publisher, revise, clock_at):
    live = make_live()
    clock_at(1)
    take("withdraw", live, by=publisher, note="A mistake.")
    draft = revise(live)
    with clock.moment(hour(2), including=[(draft.timeline_id, draft.number)]):
        assert asked(live.document.number)[0] == 2
    with clock.moment(hour(2)):
        assert asked(live.document.number)[0] == "gone"


def test_included_earlier_edition_is_shown_in_place_of_the_live_one(make_live, replace, clock_at):
    clock_at(0)
    first = make_live()
    clock_at(1)
    second = replace(first, title="The library closes at night")
    including = [(first.timeline_id, first.number)]
    with clock.moment(hour(2), including):
        assert answer(Article, second.document.number, "en").edition == first
        assert list(Article.objects.live()) == [first]


def test_moments_lie_in_one_another(noon):
    with clock.moment(hour(5)):
        with clock.moment(hour(7)):
            assert clock.current().at == hour(7)
        assert clock.current().at == hour(5)
    assert clock.current() == clock.Moment(noon)
