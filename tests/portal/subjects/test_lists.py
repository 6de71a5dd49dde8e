"""Rows of lists by subject, and what shares a subject."""

from datetime import timedelta

import pytest

from portal.listing import cards
from portal.publishing import clock
from portal.subjects.lists import rows_about, sharing
from tests import cast
from tests.reading import minsk

pytestmark = pytest.mark.django_db
KIND = "news.article"


def titles(rows):
    return [entry.title for entry in cards(rows.newest_first(), 50)]


def test_a_list_holds_what_is_about_all_of_its_subjects(make_adopted, topic, region):
    make_adopted(minsk(2019, 6, 1), title="Both", subjects=[topic, region])
    make_adopted(minsk(2019, 6, 2), title="Topic", subjects=[topic])
    make_adopted(minsk(2019, 6, 3), title="Region", subjects=[region])
    make_adopted(minsk(2019, 6, 4), title="По-русски", language="ru", subjects=[topic])
    assert titles(rows_about([topic], KIND, "en")) == ["Topic", "Both"]
    assert titles(rows_about([topic, region], KIND, "en")) == ["Both"]
    assert titles(rows_about([region, topic], KIND, "en")) == ["Both"]
    assert titles(rows_about([topic], KIND, "ru")) == ["По-русски"]
    assert titles(rows_about([topic], "tourism.place", "en")) == []


def test_what_shares_a_subject_is_live_and_the_newest_first_without_the_text_itself(
    make_adopted, make_scheduled, make_withdrawn, topic, region, django_assert_num_queries
):
    own = make_adopted(minsk(2019, 6, 5), title="Own", subjects=[topic, region])[0]
    make_adopted(minsk(2019, 6, 1), title="By topic", subjects=[topic])
    make_adopted(minsk(2019, 6, 9), title="By region", subjects=[region])
    make_adopted(minsk(2019, 6, 3), title="By both", subjects=[topic, region])
    make_adopted(minsk(2019, 6, 4), title="По-русски", language="ru", subjects=[topic])
    make_scheduled(title="To come", subjects=[topic])
    make_withdrawn(title="Withdrawn", subjects=[topic])
    rows = sharing(topic, "en", without=own.document.number)
    with django_assert_num_queries(1):
        assert titles(rows) == ["By both", "By topic"]
    assert titles(sharing(region, "en", without=own.document.number)) == ["By region", "By both"]


def test_what_is_not_due_shares_nothing_before_its_minute(
    make_live, make_scheduled, topic, time_machine
):
    own = make_live(subjects=[topic])
    scheduled = make_scheduled(title="To come", subjects=[topic])
    for at, wanted in ((-1, []), (0, ["To come"])):
        time_machine.move_to(scheduled.live_from + timedelta(microseconds=at), tick=False)
        assert titles(sharing(topic, "en", without=own.document.number)) == wanted


def test_a_subject_is_public_where_something_public_is_about_it(
    make_live, make_scheduled, make_withdrawn, make_in_review, time_machine
):
    topics = {name: cast.a_topic(name) for name in ("live", "due", "gone", "review", "unused")}
    make_live(subjects=[topics["live"]])
    scheduled = make_scheduled(subjects=[topics["due"]])
    make_withdrawn(subjects=[topics["gone"]])
    make_in_review(subjects=[topics["review"]])

    def public(language="en"):
        found = type(topics["live"]).objects.public(KIND, language)
        return sorted(topic.slug for topic in found)

    assert public() == ["live"]
    assert public("ru") == []
    time_machine.move_to(scheduled.live_from - timedelta(microseconds=1), tick=False)
    assert public() == ["live"]
    time_machine.move_to(scheduled.live_from, tick=False)
    assert public() == ["due", "live"]
    with clock.moment(scheduled.live_from - timedelta(microseconds=1)):
        assert public() == ["live"]
