"""Servers of the benchmark: gunicorn with two workers of two threads, as production has them."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import postgres

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"  # of what a run leaves behind for the next
LOG = FOLDER / "servers.log"
WORKERS, THREADS = 2, 2


@dataclass(frozen=True)
class Server:
    pid: int
    port: int


def environment(database: str, folder: Path, **more: str) -> dict[str, str]:
    """The portal's settings as the tests have them, which differ from the shipped ones in nothing
    that costs a page anything.
    """
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": database,
        "VAR_DIR": str(folder),
        **more,
    }


@contextmanager
def gunicorn(
    application: str, env: dict[str, str], python: str = sys.executable, cwd: Path = ROOT
) -> Iterator[Server]:
    """What it says of itself goes into a file, so that the tables can be read."""
    port = postgres.free_port()
    LOG.parent.mkdir(parents=True, exist_ok=True)
    command = [python, "-m", "gunicorn", application, f"--workers={WORKERS}"]
    command += [f"--threads={THREADS}", "--keep-alive=30", f"--bind=127.0.0.1:{port}"]
    with LOG.open("ab") as log:
        process = subprocess.Popen([*command, "--log-level=warning"], cwd=cwd, env=env, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(address: str, process: subprocess.Popen, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended with code {process.returncode}; see {LOG}.")
        try:
            urllib.request.urlopen(address, timeout=20).close()
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"{address} did not answer within {seconds} s")


def inside(module: str, *arguments: str, env: dict[str, str]) -> str:
    """What a module of the benchmark prints that runs with the portal's settings."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with code {done.returncode}.")
    return done.stdout
