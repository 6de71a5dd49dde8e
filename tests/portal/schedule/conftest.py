from datetime import timedelta

import pytest

from portal.schedule import tasks
from portal.schedule.tasks import register_task

MINUTES_5 = timedelta(minutes=5)


@pytest.fixture(autouse=True)
def real_tasks():
    """Each test registers the tasks that it is about; these are the real ones."""
    before = dict(tasks.TASKS)
    tasks.TASKS.clear()
    yield before
    tasks.TASKS.clear()
    tasks.TASKS.update(before)


@pytest.fixture
def task():
    """task("counts", lines=["…"], error=None) → the list of what it was called with."""

    def make(name, lines=(), error=None, patience=MINUTES_5):
        calls = []

        def run(*, write):
            calls.append(write)
            yield from lines
            if error:
                raise error

        register_task(name, run, patience=patience)
        return calls

    return make
