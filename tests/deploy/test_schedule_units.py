"""The systemd units that call the schedule, and what serves the demo."""

import configparser
import json
import os
import signal
import subprocess
import time
import urllib.request
from contextlib import suppress

import pytest
from django.conf import settings
from django.core.management import get_commands

from tests.browser.serving import environment, free_port

DEPLOY = settings.BASE_DIR / "deploy"
PATIENCE = 60  # seconds


def unit(name):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string((DEPLOY / name).read_text())
    return parser


def test_timer_starts_the_command_each_minute():
    assert unit("portal-schedule.timer")["Timer"]["OnCalendar"] == "minutely"
    service = unit("portal-schedule.service")["Service"]
    python, manage, command = service["ExecStart"].split()
    assert python == f"{service['WorkingDirectory']}/.venv/bin/python"
    assert manage == "manage.py"
    assert command in get_commands()


def test_service_may_write_where_the_settings_write():
    service = unit("portal-schedule.service")["Service"]
    assert service["ReadWritePaths"] == f"{service['WorkingDirectory']}/var"


# --- The demo, with the schedule beside it --------------------------------------------------------


def schedule_of(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=2) as answer:
            return json.load(answer)["schedule"]
    except OSError:
        return "not there yet"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_demo_is_served_with_its_schedule_and_both_end_together(number):
    port = free_port()
    serving = subprocess.Popen(
        ["sh", "deploy/serve.sh", str(port)],
        cwd=settings.BASE_DIR,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # As from a terminal: a run of the tests in the background would hand on that it ignores it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while schedule_of(port) != "on time" and time.monotonic() < deadline:
            time.sleep(0.2)
        assert schedule_of(port) == "on time"
        # A terminal sends Ctrl-C to all of them; whoever ends `make` ends the script alone.
        send = os.killpg if number == signal.SIGINT else os.kill
        send(serving.pid, number)
        serving.wait(PATIENCE)
        with pytest.raises(ProcessLookupError):
            os.killpg(serving.pid, 0)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(serving.pid, signal.SIGKILL)
        serving.wait()
