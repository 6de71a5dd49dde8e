"""Random sequences of verbs: whatever editors do, the past stays what it was."""

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.portal.publishing.walking import VERBS, Walk

# The same walks on every run: a failure here is the failure that everybody sees.
FIXED = settings(
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    # A failure tells the steps that were taken; to shrink them would take minutes.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
MINUTES = st.sampled_from([0, 0, 1, 7, 60])
AHEAD = st.sampled_from([None, None, 1, 5, 30, 90, 600, 601, -5])
CONSENTS = ("republish", "unschedule", "return", "corrected")
ANSWERS = st.sampled_from(
    [(), *((consent,) for consent in CONSENTS), ("republish", "unschedule", "return")]
)


# Left to chance, so that walks come to what is scheduled and what has ended.
ASIDE = {"start", "translate", "recall", "send_back", "discard", "restore"}
# Seldom possible, so taken more often where they are.
SELDOM = ("reschedule", "unschedule", "keep", "keep", "approve")
DELIBERATE = st.sampled_from([True, True, True, False])


def fitting_person(verb, author, publisher, chief):
    """Somebody whom the table lets take it; who published urgently never confirms."""
    if verb in {"revise", "restore", "translate", "submit"}:
        return author
    return chief if verb == "urgent" else publisher


@pytest.fixture
def people(author, publisher, chief, administrator):
    return [author, publisher, chief, administrator]


def test_no_walk_through_the_verbs_rewrites_the_past(
    new_article, author, publisher, chief, people, time_machine
):
    accepted = Counter()

    def choose(walk, data):
        """A verb, an edition and a person: mostly a sensible choice, now and then any."""
        if not data.draw(DELIBERATE):
            verb = data.draw(st.sampled_from(VERBS))
            edition = data.draw(st.sampled_from(walk.any_edition(verb)))
            return verb, edition, data.draw(st.sampled_from(people))
        fitting = {verb: editions for verb, editions in walk.fitting().items() if editions}
        sensible = [v for v in fitting if v not in ASIDE] + [v for v in SELDOM if v in fitting] * 2
        verb = data.draw(st.sampled_from(sensible or ["start"]))
        by = fitting_person(verb, author, publisher, chief)
        return verb, data.draw(st.sampled_from(fitting[verb])), by

    @FIXED
    @given(data=st.data())
    def walk(data):
        with transaction.atomic():
            wander(Walk(new_article, time_machine), data)
            transaction.set_rollback(True)

    def wander(walk, data):
        walk.wait(0)
        walk.step("start", new_article(), author, None, ())
        for _i in range(data.draw(st.integers(8, 22))):
            walk.wait(data.draw(MINUTES))
            verb, edition, by = choose(walk, data)
            accepted[verb] += walk.step(verb, edition, by, data.draw(AHEAD), data.draw(ANSWERS))
            walk.check()
        walk.wait(100_000)
        walk.check_all_past()

    walk()
    # Walks that never get anywhere prove nothing.
    assert [v for v in VERBS if v not in ASIDE and accepted[v] < 5] == [], accepted


def test_a_long_day_at_the_desk(new_article, author, publisher, chief, time_machine):
    """One walk that nearly always succeeds, so that lines get long."""
    walk = Walk(new_article, time_machine)
    walk.wait(0)
    walk.step("start", new_article(), author, None, ())
    day = (
        *("submit", "approve", "revise", "submit", "approve", "reschedule", "unschedule"),
        *("approve", "withdraw", "keep", "revise", "urgent", "confirm", "restore", "discard"),
        "revise",
    )
    for hour in range(6):
        for i, verb in enumerate(day):
            walk.wait(3)
            by = fitting_person(verb, author, publisher, chief)
            ahead = 10 + 7 * hour + 3 * i if verb in {"reschedule", "withdraw"} or i == 4 else None
            for edition in walk.fitting()[verb][-1:]:
                walk.step(verb, edition, by, ahead, ("republish", "unschedule"))
                walk.check()
    assert len(walk.taken) > 40
    walk.check_all_past()
