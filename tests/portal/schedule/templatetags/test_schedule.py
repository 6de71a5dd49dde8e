"""A late schedule is told on every page of the desk, and nowhere else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.publishing import clock
from portal.schedule.models import Heartbeat
from portal.schedule.running import run
from portal.schedule.tasks import TASKS
from tests.desk import page

pytestmark = pytest.mark.django_db


def banner(answer):
    found = page(answer).select_one(".overdue")
    return " ".join(found.get_text(" ").split()) if found else ""


@pytest.fixture
def desk_page(client, author):
    """desk_page(address) → a page as the author sees it."""
    client.force_login(author)
    return lambda address="/admin/": client.get(address)


def test_it_is_told_when_a_task_never_ran(desk_page, task):
    task("counts")
    assert banner(desk_page()).startswith("Not every task of the schedule has run yet.")


def test_it_is_told_from_the_second_that_it_is_late_and_gone_once_it_runs(
    desk_page, task, time_machine
):
    task("counts")
    run(TASKS["counts"])
    assert banner(desk_page()) == ""
    succeeded_at = Heartbeat.objects.get().succeeded_at
    time_machine.move_to(succeeded_at + timedelta(minutes=5), tick=False)
    assert banner(desk_page()) == ""
    time_machine.move_to(succeeded_at + timedelta(minutes=5, seconds=1), tick=False)
    assert banner(desk_page()).startswith("The schedule is late: a task has not succeeded since")
    run(TASKS["counts"])
    assert banner(desk_page()) == ""


def test_it_stands_on_every_page_of_the_desk(desk_page, task, make_article, stream):
    task("counts")
    article = make_article()
    for address in (
        "/admin/",
        "/admin/news/article/",
        "/admin/news/article/add/",
        f"/admin/news/article/{article.pk}/change/",
        f"/admin/news/article/{article.pk}/history/",
        f"/admin/news/article/{article.pk}/take/discard/",
        "/admin/media/picture/",
        "/admin/password_change/",
    ):
        answer = desk_page(address)
        assert answer.status_code == 200
        assert banner(answer), address


def test_who_is_not_logged_in_reads_nothing_of_it(visitor, task):
    task("counts")
    assert "overdue" not in visitor.get("/admin/login/").content.decode()
    assert "overdue" not in visitor.get("/en/").content.decode()


def test_it_costs_one_query(desk_page, task):
    for i in range(5):
        task(f"task {i}")
    with CaptureQueriesContext(connection) as asked:
        desk_page()
    about = [each for each in asked if "schedule_heartbeat" in each["sql"]]
    assert len(about) == 1


def test_of_several_late_tasks_the_longest_wait_is_told(desk_page, task):
    ago = clock.now() - timedelta(days=400)
    for name, moment in (("counts", clock.now() - timedelta(hours=1)), ("mail", ago)):
        task(name)
        Heartbeat.of(name, started_at=moment, finished_at=moment, succeeded_at=moment)
    assert str(ago.year) in banner(desk_page())
