"""The command: its exit code, its silence, its JSON, and its end when it is asked to."""

import json
import os
import pty
import signal
import subprocess
import sys
import time

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command

from portal.mail.models import Message
from portal.schedule.models import Heartbeat
from portal.schedule.tasks import TASKS
from tests.browser.serving import environment

PATIENCE = 60  # seconds


@pytest.fixture
def run(db, capsys):
    """run("--json") → what it printed and its exit code."""

    def run_schedule(*arguments, **options):
        code = 0
        try:
            call_command("run_schedule", *arguments, **options)
        except CommandError as error:
            code = error.returncode
        return capsys.readouterr().out, code

    return run_schedule


def test_one_failing_task_leaves_the_others_and_is_counted(run, task):
    first, second = task("first"), task("broken", error=ValueError("no such row"))
    last = task("last")
    assert run() == ("", 1)
    assert (first, second, last) == ([True], [True], [True])
    beats = {beat.task: beat.is_ok for beat in Heartbeat.objects.all()}
    assert beats == {"first": True, "broken": False, "last": True}


@pytest.mark.parametrize("failing", [0, 1, 3, 120])
def test_exit_code_is_the_number_of_failed_tasks(failing, run, task):
    task("well")
    for i in range(failing):
        task(f"broken {i}", error=ValueError())
    assert run()[1] == min(failing, 100)


def test_nothing_is_said_when_all_is_well_and_nobody_looks_on(run, task):
    task("counts", ["Two are settled."])
    assert run() == ("", 0)
    out, _code = run(verbosity=2)
    assert out.splitlines()[0] == "  Two are settled."
    assert out.splitlines()[1].startswith("counts: done (0.")


def test_json_tells_what_each_task_came_to(run, task):
    task("counts", ["Two are settled."])
    task("broken", error=ValueError("no such row"))
    out, code = run("--json")
    answer = json.loads(out)
    assert (answer["failed"], answer["dry_run"], code) == (1, False, 1)
    assert [each.pop("seconds") >= 0 for each in answer["tasks"]] == [True, True]
    assert answer["tasks"] == [
        {"task": "counts", "outcome": "done", "lines": ["Two are settled."], "error": ""},
        {"task": "broken", "outcome": "failed", "lines": [], "error": "ValueError: no such row"},
    ]


def all_rows():
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
    }


def test_dry_run_says_what_would_be_done_and_changes_no_row(
    run, real_tasks, make_in_review, reviewer, settings
):
    """With the real task of the mails, and a mail that waits."""
    settings.SENDS_MAIL = True
    TASKS["mail"] = real_tasks["mail"]
    reviewer.email = "reviewer@example.org"
    reviewer.save()
    make_in_review(title="Storks return")
    before = all_rows()
    out, code = run("--dry-run")
    assert "to reviewer@example.org is due: For review: Storks return" in out
    assert "mail: 1 to do" in out
    assert code == 0
    assert all_rows() == before
    assert Message.objects.count() == 1


def test_only_the_named_tasks_are_run(run, task):
    first, second = task("first"), task("second")
    run("second")
    assert (first, second) == ([], [True])


def test_unknown_task_is_a_sentence_that_names_those_there_are(task):
    task("counts")
    task("mail")
    with pytest.raises(CommandError, match="no task “counst”. The tasks are: counts, mail."):
        call_command("run_schedule", "counst")


@pytest.mark.parametrize("pause", ["0", "-1", "soon"])
def test_loop_needs_a_number_of_seconds(pause):
    with pytest.raises(CommandError, match="is no number of seconds; write 30"):
        call_command("run_schedule", "--loop", pause)


@pytest.mark.parametrize("command", ["run_schedule", "doctor", "resend_mail"])
def test_help_has_examples(command, capsys):
    with pytest.raises(SystemExit):
        call_command(command, "--help")
    examples = capsys.readouterr().out.partition("\nexamples:\n")[2]
    assert examples.count(f"python manage.py {command} ") >= 2


# --- As a process ---------------------------------------------------------------------------------


def start(*arguments, **options):
    command = [sys.executable, "manage.py", "run_schedule", *arguments]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment(), **options)


def wait_for_another_beat(after=None):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        beat = Heartbeat.objects.filter(task="mail").first()
        if beat and beat.finished_at and beat.finished_at != after:
            return beat.finished_at
        time.sleep(0.1)
    raise TimeoutError("No heartbeat.")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_loop_goes_on_until_it_is_asked_to_end_and_then_ends_cleanly(number):
    process = start("--loop", "1", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        first = wait_for_another_beat()
        wait_for_another_beat(after=first)
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, out, err) == (0, b"", b"")
    assert Heartbeat.objects.get(task="mail").is_ok


@pytest.mark.django_db(transaction=True)
def test_at_a_terminal_it_tells_what_it_does():
    ours, theirs = pty.openpty()
    process = start(stdout=theirs, stderr=theirs)
    os.close(theirs)
    assert process.wait(PATIENCE) == 0
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert said.startswith("mail: done")
