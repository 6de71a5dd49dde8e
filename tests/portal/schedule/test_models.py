"""What is late: whatever has not succeeded for longer than it may take."""

from datetime import timedelta

import pytest

from portal.publishing import clock
from portal.schedule.models import Heartbeat, overdue
from portal.schedule.running import run
from portal.schedule.tasks import TASKS

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def test_task_that_never_ran_is_late(task):
    task("counts")
    assert overdue() == {"counts": None}


def test_task_is_late_from_the_second_that_its_patience_ends(task):
    task("counts")
    task("renditions", patience=timedelta(hours=1))
    for each in TASKS.values():
        run(each)
    at = Heartbeat.objects.get(task="counts").succeeded_at
    assert overdue(at + timedelta(minutes=5)) == {}
    assert list(overdue(at + timedelta(minutes=5) + SECOND)) == ["counts"]
    assert list(overdue(at + timedelta(hours=2))) == ["counts", "renditions"]


@pytest.mark.parametrize("columns", [{"error": "ValueError"}, {"finished_at": None}])
def test_task_that_only_fails_or_hangs_becomes_late_as_well(columns, task):
    task("counts")
    now = clock.now()
    beat = {"started_at": now, "finished_at": now, "succeeded_at": now - timedelta(minutes=6)}
    Heartbeat.of("counts", **beat | columns)
    assert list(overdue()) == ["counts"]


def test_row_of_a_task_that_is_no_more_says_nothing(task):
    task("counts")
    run(TASKS["counts"])
    Heartbeat.of("old", started_at=clock.now() - timedelta(days=99))
    assert overdue() == {}


def test_it_is_one_query(task, django_assert_num_queries):
    for i in range(5):
        task(f"task {i}")
    with django_assert_num_queries(1):
        overdue()
