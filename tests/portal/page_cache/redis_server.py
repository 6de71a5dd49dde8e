"""A Redis for one run of the tests, and what a portal is told of it."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from redis import Redis
from redis.exceptions import RedisError


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def redis_server(port: int | None = None) -> Iterator[str]:
    """The address of a server that keeps nothing on a disk."""
    port = port or free_port()
    program = shutil.which("redis-server")
    said = {"port": str(port), "bind": "127.0.0.1", "save": "", "loglevel": "warning"}
    options = [word for name, value in said.items() for word in (f"--{name}", value)]
    server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    try:
        address = f"redis://127.0.0.1:{port}/0"
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def wait_for(address: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            Redis.from_url(address).ping()
        except RedisError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
