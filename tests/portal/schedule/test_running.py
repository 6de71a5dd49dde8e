"""Each task runs alone, guarded from the others, and leaves its heartbeat."""

import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from portal.publishing import clock
from portal.schedule.models import Heartbeat
from portal.schedule.running import Outcome, alone, run
from portal.schedule.tasks import TASKS, register_task

pytestmark = pytest.mark.django_db


def test_task_that_goes_well_leaves_its_heartbeat(task):
    before = clock.now()
    task("counts", ["Two are settled."])
    found = run(TASKS["counts"])
    assert (found.outcome, found.lines, found.error) == (Outcome.DONE, ["Two are settled."], "")
    beat = Heartbeat.objects.get()
    assert before <= beat.started_at <= beat.finished_at == beat.succeeded_at <= clock.now()
    assert beat.is_ok


def test_task_that_fails_is_written_down_and_its_last_success_stays(task, time_machine, caplog):
    task("counts")
    run(TASKS["counts"])
    succeeded_at = Heartbeat.objects.get().succeeded_at
    TASKS.clear()
    time_machine.move_to(clock.now() + timedelta(minutes=1))
    task("counts", error=ValueError("no such row"))
    found = run(TASKS["counts"])
    assert (found.outcome, found.error) == (Outcome.FAILED, "ValueError: no such row")
    beat = Heartbeat.objects.get()
    assert (beat.is_ok, beat.error) == (False, "ValueError: no such row")
    assert beat.succeeded_at == succeeded_at < beat.started_at <= beat.finished_at
    assert "The task “counts” failed." in caplog.text
    TASKS.clear()
    task("counts")
    run(TASKS["counts"])
    assert Heartbeat.objects.get().is_ok


def test_dry_run_changes_no_row(task):
    calls = task("counts", ["Two would be settled."])
    found = run(TASKS["counts"], write=False)
    assert (found.outcome, found.lines, calls) == (
        Outcome.DONE, ["Two would be settled."], [False],
    )  # fmt: skip
    assert not Heartbeat.objects.exists()
    TASKS.clear()
    task("counts", error=ValueError())
    assert run(TASKS["counts"], write=False).outcome is Outcome.FAILED
    assert not Heartbeat.objects.exists()


def test_who_looks_on_hears_each_line_as_it_comes(task):
    heard = []
    task("counts", ["One.", "Two."], error=ValueError())
    run(TASKS["counts"], tell=heard.append)
    assert heard == ["One.", "Two."]


def test_asked_to_stop_it_stops_between_two_things(task):
    done = []

    def work(*, write):
        for i in range(5):
            done.append(i)
            yield str(i)

    register_task("counts", work)
    found = run(TASKS["counts"], is_stopping=lambda: len(done) == 2)
    assert (found.outcome, found.lines) == (Outcome.STOPPED, ["0", "1"])
    beat = Heartbeat.objects.get()
    assert (beat.finished_at, beat.succeeded_at, beat.error) == (None, None, "")


def test_database_that_fails_with_the_task_fails_nothing_else(task, monkeypatch, caplog):
    def gone(*args, **kwargs):
        raise DatabaseError("gone")

    task("counts")
    monkeypatch.setattr(Heartbeat, "of", gone)
    monkeypatch.setattr(Heartbeat.objects, "filter", gone)
    found = run(TASKS["counts"])
    assert (found.outcome, found.error) == (Outcome.FAILED, "DatabaseError: gone")
    assert "could not be written down" in caplog.text


@contextmanager
def somebody_else_at(name):
    """Another connection, as another process would have it, does `name` meanwhile."""
    ready, done = threading.Event(), threading.Event()

    def work():
        try:
            with alone(name) as is_alone:
                assert is_alone
                ready.set()
                done.wait(30)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    assert ready.wait(30)
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_two_runs_of_one_task_never_overlap(task):
    calls = task("counts")
    task("mail")
    with somebody_else_at("counts"):
        assert run(TASKS["counts"]).outcome is Outcome.BUSY
        assert run(TASKS["mail"]).outcome is Outcome.DONE
        assert calls == []
        assert not Heartbeat.objects.filter(task="counts").exists()
    assert run(TASKS["counts"]).outcome is Outcome.DONE


def test_task_that_failed_has_let_go(task):
    task("counts", error=ValueError())
    run(TASKS["counts"])
    with somebody_else_at("counts"):
        pass


def test_two_tasks_of_one_name_are_refused(task):
    task("counts")
    with pytest.raises(ValueError, match="two tasks called 'counts'"):
        task("counts")
