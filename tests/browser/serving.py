"""The site as it runs in production: gunicorn with two workers, on the test's own database."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def database_url() -> str:
    """The address of the database that this test uses, as DATABASE_URL takes it."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    user, password = quote(values["USER"]), quote(values["PASSWORD"])
    host = quote(values["HOST"], safe="")
    return f"postgres://{user}:{password}@{host}:{values['PORT']}/{values['NAME']}"


def environment() -> dict[str, str]:
    """The tests' settings differ from the shipped ones in nothing but speed of log-in."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": database_url(),
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "off",
        "STATIC_FROM_PACKAGES": "on",
        "VAR_DIR": str(settings.VAR_DIR),
    }


@contextmanager
def gunicorn(workers: int = 2) -> Iterator[str]:
    """Serve the test's database until the block ends; gives the site's address."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", f"--workers={workers}"]
    command += [f"--bind=127.0.0.1:{port}", "--threads=2", "--log-level=warning"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment())
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(address: str, server: subprocess.Popen, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"gunicorn ended with code {server.returncode}")
        try:
            urllib.request.urlopen(f"{address}/health/", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{address} did not answer within {seconds} s")
