"""A visitor who asks over one connection that is kept, and takes gzip, as browsers do. What it
costs itself is not counted.
"""

import http.client
import time
from dataclasses import dataclass

HEADERS = {"Accept": "text/html", "Accept-Encoding": "gzip"}
MET = 6  # connections after which each worker has most likely met a page
SLOW = 1.0  # seconds


@dataclass(frozen=True)
class Answers:
    """`seconds` is what all of them took together."""

    count: int
    failed: int
    seconds: float

    @property
    def per_second(self) -> float:
        return self.count / self.seconds


class Visitor:
    def __init__(self, port: int, timeout: float = 120):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_exception) -> None:
        self.connection.close()

    def ask(self, path: str) -> http.client.HTTPResponse:
        """The answer, read to its end. A connection that was closed is opened anew."""
        try:
            return self.ask_once(path)
        except (http.client.HTTPException, ConnectionError):
            self.connection.close()
            return self.ask_once(path)

    def ask_once(self, path: str) -> http.client.HTTPResponse:
        self.connection.request("GET", path, headers=HEADERS)
        answer = self.connection.getresponse()
        answer.read()
        return answer


def ask(port: int, path: str, count: int) -> Answers:
    """`count` requests, one after the other."""
    with Visitor(port) as visitor:
        started = time.perf_counter()
        failed = sum(visitor.ask(path).status != 200 for _i in range(count))
        return Answers(count, failed, time.perf_counter() - started)


def meet(port: int, path: str) -> None:
    """Let each worker read what it remembers of a page; of a slow one it matters little."""
    for _i in range(MET):
        if ask(port, path, 1).seconds > SLOW:
            break
