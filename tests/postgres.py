"""A PostgreSQL for one run of the tests: started under an unprivileged user, removed afterwards."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2

# Debian's folders, one per major version.
INSTALLED = "/usr/lib/postgresql"
ROLE = "portal"
TRIES = 3  # a free port can be taken by someone else before the server has it
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # The data lives as long as the run; no power cut has to be survived.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class NoServer(Exception):
    """PostgreSQL did not start; holds the end of what it said."""


@contextmanager
def server() -> Iterator[str]:
    """The DATABASE_URL of a new server; its role is a superuser, so it may CREATE EXTENSION."""
    # PostgreSQL refuses to run as root, and TMPDIR may be closed to the user it runs as.
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-", dir="/tmp"))
    try:
        password = secrets.token_hex(16)
        create(folder, password)
        for attempt in range(1, TRIES + 1):
            port = free_port()
            process = start(folder, port)
            url = f"postgres://{ROLE}:{password}@127.0.0.1:{port}/postgres"
            if wait_for(url, process):
                break
            stop(process)
            if attempt == TRIES:
                raise NoServer((folder / "log").read_text()[-2000:])
        try:
            yield url
        finally:
            stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create(folder: Path, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password)
    for path in (folder, secret):
        if user := unprivileged():
            os.chown(path, user.pw_uid, user.pw_gid)
    options = [f"--pgdata={folder / 'data'}", f"--username={ROLE}", f"--pwfile={secret}"]
    options += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run(
        [*privileges(), program("initdb"), *options], cwd=folder, capture_output=True, text=True
    )
    if made.returncode:
        raise NoServer(made.stderr[-2000:])


def start(folder: Path, port: int) -> subprocess.Popen:
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    command = [*privileges("--pdeathsig=INT"), program("postgres"), "-D", str(folder / "data")]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [*command, f"--port={port}", *settings],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for the tests; the server is stopped after them
        )


def stop(process: subprocess.Popen) -> None:
    """The fast way: clients are cut off, nothing is waited for."""
    process.send_signal(2)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(url: str, process: subprocess.Popen, seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            psycopg2.connect(url, connect_timeout=5).close()
        except psycopg2.OperationalError:
            time.sleep(0.1)
        else:
            return True
    return False


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def program(name: str) -> str:
    """The newest version's program."""
    found = Path(INSTALLED).glob(f"*/bin/{name}")
    return str(max(found, key=lambda path: float(path.parts[-3])))


def unprivileged() -> pwd.struct_passwd | None:
    """Whom root lends the server to; None when we are not root ourselves."""
    if os.geteuid():
        return None
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def privileges(*options: str) -> list[str]:
    """The command in front that gives up root's, and ends the server if the tests are killed."""
    user = unprivileged()
    if user:
        options = (
            f"--reuid={user.pw_uid}",
            f"--regid={user.pw_gid}",
            "--clear-groups",
            *options,
        )
    return ["setpriv", *options]
