"""No mail is sent twice: two processes at once, and kill -9 at every stage of the conversation."""

import subprocess
import sys
from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings

from portal.mail.models import UNCERTAIN_AFTER, Message, Status
from portal.publishing import clock
from tests.browser.serving import environment

pytestmark = pytest.mark.django_db(transaction=True)

COMMAND = ["manage.py", "run_schedule", "mail"]
# The same without the lock that keeps two runs of one task apart.
BARE = [
    "-c",
    "import django; django.setup()\n"
    "from portal.mail.sending import send_due\n"
    "list(send_due(write=True))",
]


@pytest.fixture
def start(server):
    """start(arguments) → a Python of its own at the test's database, with the server to send by."""
    running = []

    def go(arguments):
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=settings.BASE_DIR,
            env=environment() | {"EMAIL_URL": server.url},
        )
        running.append(process)
        return process

    yield go
    for process in running:
        process.kill()
        process.wait()


@pytest.mark.parametrize("arguments", [COMMAND, BARE], ids=["command", "without its lock"])
def test_two_runs_at_once_send_each_mail_once(arguments, start, server, waiting):
    waiting(20)
    Message.objects.update(to="author@example.org")
    with server.held_at("GREETING") as hold:
        runs = [start(arguments) for _i in range(2)]
        hold.wait()
        if arguments is BARE:
            hold.wait()  # now both have read the same list and are about to claim its first mail
        hold.let_go.set()
        assert [run.wait(60) for run in runs] == [0, 0]
    sent = Counter(message["Subject"] for _recipient, message in server.delivered)
    assert sent == Counter(f"Mail {i}" for i in range(20))
    assert set(Message.objects.values_list("status", "attempts")) == {(Status.SENT, 1)}


# What has arrived when a run was killed at this stage and another one followed. Before the claim
# the next run sends; after it, only the server's word counts, and the killed run never heard it.
ARRIVED = {"GREETING": 1, "EHLO": 0, "MAIL": 0, "RCPT": 0, "DATA": 0, "END": 1}


@pytest.mark.parametrize("stage", ARRIVED)
def test_killed_at_any_stage_nothing_is_sent_twice(stage, start, server, waiting, time_machine):
    (message,) = waiting()
    with server.held_at(stage) as hold:
        run = start(COMMAND)
        hold.wait()
        claimed = Message.objects.get().status
        run.kill()
        run.wait()
    assert claimed == (Status.WAITING if stage == "GREETING" else Status.SENDING)
    assert start(COMMAND).wait(60) == 0
    assert len(server.delivered) == ARRIVED[stage]
    time_machine.move_to(clock.now() + UNCERTAIN_AFTER + timedelta(seconds=1))
    uncertain = [] if stage == "GREETING" else [message]
    assert list(Message.objects.uncertain()) == uncertain
