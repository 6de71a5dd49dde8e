"""Counts for readers: exact at every instant, whether or not anybody ever settles them."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from portal.publishing import clock
from portal.publishing.models import Entry
from portal.publishing.workflow import take
from portal.subjects import counting, facets
from portal.subjects.counting import BEHIND, drift, settle
from portal.subjects.facets import count_combined, count_within
from portal.subjects.lists import rows_about
from portal.subjects.models import EntrySubject, Settlement, Tally
from tests import cast
from tests.portal.publishing.walking import Walk
from tests.portal.subjects.counted import (
    KIND,
    assert_counts_are_right,
    assert_lists_are_as_long_as_counted,
)
from tests.reading import minsk

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)
FIXED = settings(
    max_examples=6,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
MINUTES = st.sampled_from([0, 1, 7, 45, 61, 700])
# What leads nowhere that is counted; a walk starts where it can do nothing else.
ASIDE = {"start", "translate", "recall", "send_back", "discard"}
AHEAD = st.sampled_from([None, None, 1, 30, 90, 1_000])


class Desk:
    """Takes random steps of a walk, adoptions of the past among them."""

    def __init__(self, new_article, make_adopted, people, subjects, time_machine):
        self.make_article, self.make_adopted = new_article, make_adopted
        self.author, self.publisher = people
        self.subjects = subjects
        self.streams = [cast.a_stream("first"), cast.a_stream("second")]
        self.walk_of = lambda new: Walk(new, time_machine)
        self.taken = self.settled = 0

    def chosen(self, data) -> dict:
        subjects = st.lists(st.sampled_from(self.subjects), max_size=3, unique=True)
        return {"stream": data.draw(st.sampled_from(self.streams)), "subjects": data.draw(subjects)}

    def any_article(self, data):
        language = data.draw(st.sampled_from(["en", "en", "ru"]))
        return self.make_article(language=language, **self.chosen(data))

    def wander(self, data, is_settled: bool) -> None:
        walk = self.walk_of(lambda **fields: self.any_article(data))
        walk.wait(0)
        moments = [walk.now]
        for _i in range(data.draw(st.integers(8, 14))):
            walk.wait(data.draw(MINUTES))
            moments.append(walk.now)
            self.step(walk, data)
            if is_settled and data.draw(st.booleans()):
                self.settled += settle()
            assert_counts_are_right()
        for at in (*moments[::3], walk.now + timedelta(minutes=45), walk.now + timedelta(days=9)):
            assert_counts_are_right(at)
            assert_lists_are_as_long_as_counted(at)
        assert list(drift()) == []
        self.taken += len(walk.taken)

    def step(self, walk, data) -> None:
        if data.draw(st.integers(0, 4)) == 0:
            past = walk.now - timedelta(minutes=data.draw(st.sampled_from([5, 500, 50_000])))
            self.make_adopted(past, **self.chosen(data))
            return
        fitting = {verb: editions for verb, editions in walk.fitting().items() if editions}
        verb = data.draw(st.sampled_from(sorted(fitting.keys() - ASIDE or {"start"})))
        edition = data.draw(st.sampled_from(fitting[verb]))
        by = self.author if verb in {"start", "revise", "submit"} else self.publisher
        done = walk.step(verb, edition, by, data.draw(AHEAD), ("republish", "unschedule"))
        if done and verb == "revise":
            [draft] = type(edition).objects.filter(timeline=edition.timeline, state="draft")
            draft.subjects.set(self.chosen(data)["subjects"])


@pytest.fixture
def at_the_desk(new_article, make_adopted, author, publisher, topic, region, person, time_machine):
    subjects = [topic, region, person, cast.a_topic("science")]
    return Desk(new_article, make_adopted, (author, publisher), subjects, time_machine)


@pytest.mark.parametrize("is_settled", [False, True], ids=["never settled", "settled at random"])
def test_facet_counts_equal_the_results_at_the_instant(at_the_desk, is_settled):
    """Random verbs at random moments. Never settled, everything is counted; settled now and then,
    the kept numbers and what came since make the same, also of moments before the settlement.
    """

    @FIXED
    @given(data=st.data())
    def walk(data):
        with transaction.atomic():
            at_the_desk.wander(data, is_settled)
            transaction.set_rollback(True)

    walk()
    # Walks that never get anywhere prove nothing.
    assert at_the_desk.taken > 25
    assert (at_the_desk.settled > 5) is is_settled


def test_an_adoption_of_long_ago_counts_at_once_and_in_the_past_it_brings(
    make_adopted, make_live, topic, time_machine
):
    make_live(subjects=[topic])
    time_machine.move_to(clock.now() + timedelta(hours=2))
    settle()
    kept = list(Tally.objects.order_by("pk").values_list("base", "facet", "count"))
    assert kept
    make_adopted(minsk(2012, 7, 1), subjects=[topic])
    assert Tally.objects.get(base="", facet=topic.pk).count == 2
    assert_counts_are_right()
    assert_counts_are_right(minsk(2012, 7, 1))
    assert_counts_are_right(minsk(2012, 7, 1) - TICK)
    assert list(drift()) == []


def test_publishing_neither_reads_nor_locks_the_kept_numbers(
    make_live, replace, topic, django_assert_max_num_queries
):
    article = make_live(subjects=[topic])
    settle()
    with django_assert_max_num_queries(80) as asked:
        replace(article)
    assert not [q for q in asked if "settlement" in q["sql"] or "tally" in q["sql"]]


@pytest.mark.parametrize("verb", ["unschedule", "withdraw"])
def test_a_boundary_that_the_settlement_has_overtaken_is_corrected(
    make_live, make_scheduled, publisher, topic, monkeypatch, time_machine, verb
):
    """A step that took longer than anyone would: it began before, and is written after."""
    make = make_scheduled if verb == "unschedule" else make_live
    edition = make(subjects=[topic])
    start = clock.now()
    late = start + BEHIND + timedelta(hours=2)
    time_machine.move_to(late)
    settle()
    kept = Tally.objects.get(base="", facet=topic.pk)
    assert kept.count == 1
    monkeypatch.setattr(clock, "now", lambda: start)
    monkeypatch.setattr(counting, "RECENT", start - late)
    take(verb, edition, by=publisher, note="At last.")
    monkeypatch.undo()
    kept.refresh_from_db()
    assert kept.count == 0
    assert list(drift()) == []
    assert_counts_are_right()


def test_settling_stays_an_hour_behind_and_goes_by_slices(
    make_adopted, topic, region, monkeypatch, time_machine
):
    monkeypatch.setattr(counting, "SLICE", 2)
    Settlement.objects.create(pk=1, settled_at=minsk(2018, 1, 1))
    make_adopted(*(minsk(2019, 6, day) for day in range(1, 8)), subjects=[topic, region])
    make_adopted(*[minsk(2019, 6, 20)] * 5, subjects=[topic])  # one moment is never divided
    time_machine.move_to(minsk(2027, 1, 1), tick=False)
    assert settle() == 5
    assert Settlement.objects.get().settled_at == minsk(2027, 1, 1) - BEHIND
    assert Tally.objects.get(base="", facet=topic.pk).count == 12
    assert Tally.objects.get(base=topic.pk, facet=region.pk).count == 7
    assert_counts_are_right()
    assert settle() == 1


def test_the_first_settlement_of_an_archive_writes_each_number_once(
    make_adopted, topic, region, monkeypatch, time_machine
):
    monkeypatch.setattr(counting, "SLICE", 2)
    make_adopted(*(minsk(2019, 6, day) for day in range(1, 8)), subjects=[topic, region])
    time_machine.move_to(minsk(2027, 1, 1), tick=False)
    with CaptureQueriesContext(connection) as asked:
        assert settle() == 1
    written = [q for q in asked if q["sql"].startswith("INSERT") and "subjects_tally" in q["sql"]]
    assert len(written) == 1
    assert Settlement.objects.get().settled_at == minsk(2027, 1, 1) - BEHIND
    assert Tally.objects.get(base=topic.pk, facet=region.pk).count == 7
    assert_counts_are_right()


def test_counts_cost_one_query_settled_or_not(
    make_adopted, topic, region, django_assert_num_queries
):
    make_adopted(*(minsk(2019, 6, day) for day in range(1, 8)), subjects=[topic, region])
    for _i in range(2):
        for base in ("", "news/opinions", str(topic.pk)):
            with django_assert_num_queries(1):
                assert count_within(base, KIND, "en").total == 7
        settle()
    with django_assert_num_queries(1):
        assert count_combined(rows_about([topic, region], KIND, "en")).total == 7


def test_combined_facets_are_counted_so_far_and_then_only_named(
    make_adopted, topic, region, monkeypatch
):
    monkeypatch.setattr(facets, "MOST", 3)
    made = make_adopted(*(minsk(2019, 6, day) for day in range(1, 4)), subjects=[topic, region])
    rows = rows_about([topic, region], KIND, "en")
    exact = count_combined(rows)
    assert (exact.total, exact.of("news/opinions"), exact.is_capped) == (3, 3, False)
    make_adopted(minsk(2019, 6, 5), subjects=[topic, region])
    more = count_combined(rows)
    assert (more.total, more.is_capped) == (3, True)
    assert more.of("news/opinions")
    assert len(made) == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda: Tally.objects.filter(base="").update(count=7),
        lambda: Tally.objects.all().delete(),
        lambda: Tally.objects.create(
            kind=KIND, language="en", base="news/none", facet="news/none", count=1
        ),
        lambda: EntrySubject.objects.all().delete(),
    ],
)
def test_wrong_kept_counts_are_told_by_a_sentence_and_mended(
    make_adopted, topic, damage, time_machine
):
    make_adopted(minsk(2019, 6, 5), subjects=[topic])
    settle()
    assert list(drift()) == []
    damage()
    [sentence] = drift()
    assert sentence.startswith("news.article, en: ")
    assert sentence.endswith("Run manage.py rebuild_subjects.")
    with pytest.raises(CommandError):
        call_command("rebuild_subjects", check=True, verbosity=0)
    call_command("rebuild_subjects", verbosity=0)
    assert list(drift()) == []
    assert_counts_are_right()


def test_nothing_kept_and_nothing_there_is_no_error():
    assert count_within("", KIND, "en").total == 0
    assert settle() == 1
    assert list(drift()) == []
    assert not Entry.objects.exists()
