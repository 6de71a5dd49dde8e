"""A crowd of visitors in a process of its own, as cheap as they come: each a connection that is
kept, all in one thread. `python -m tests.bench.crowd` prints what they met, as JSON.
"""

import argparse
import asyncio
import json
import random
import time
from collections.abc import Sequence

PAUSE = 0.5  # seconds between two pages of a visitor, on average
ARRIVING = 2.0  # seconds in which all of them come
LONGEST = 30.0  # seconds that one of them waits
TOLD = 20  # errors that are told in full


class Crowd:
    def __init__(self, port: int, paths: Sequence[str], seconds: float):
        self.port, self.paths = port, paths
        self.ends_at = time.monotonic() + seconds
        self.times: list[float] = []
        self.errors: list[str] = []

    async def visit(self, number: int) -> None:
        chance, connection = random.Random(number), None
        await asyncio.sleep(chance.random() * ARRIVING)
        while time.monotonic() < self.ends_at:
            path, started = chance.choice(self.paths), time.perf_counter()
            try:
                connection = connection or await asyncio.open_connection("127.0.0.1", self.port)
                async with asyncio.timeout(LONGEST):
                    fault, is_kept = await read(*connection, path)
            except (OSError, EOFError, TimeoutError) as error:
                fault, is_kept = f"{type(error).__name__}: {error}", False
            self.times.append(time.perf_counter() - started)
            if fault:
                self.errors.append(f"{path}: {fault}")
            if connection and not is_kept:
                connection[1].close()
                connection = None
            await asyncio.sleep(chance.random() * PAUSE * 2)
        if connection:
            connection[1].close()


async def read(reader, writer, path: str) -> tuple[str, bool]:
    """What is wrong with the answer, and whether the connection is kept."""
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    )
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    lines = head.split("\r\n")
    said = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
    if "content-length" not in said:
        return "an answer without a length", False
    await reader.readexactly(int(said["content-length"]))
    status = lines[0].split()[1]
    return "" if status == "200" else status, said.get("connection") != "close"


def percentile(values: Sequence[float], share: float) -> float:
    """0 of no values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


async def meet(crowd: Crowd, visitors: int) -> dict:
    await asyncio.gather(*(crowd.visit(number) for number in range(visitors)))
    return {
        "requests": len(crowd.times),
        "failed": len(crowd.errors),
        "errors": crowd.errors[:TOLD],
        "median": percentile(crowd.times, 0.5),
        "p99": percentile(crowd.times, 0.99),
        "slowest": max(crowd.times, default=0.0),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int)
    parser.add_argument("visitors", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("paths", nargs="+")
    chosen = parser.parse_args()
    crowd = Crowd(chosen.port, chosen.paths, chosen.seconds)
    print(json.dumps(asyncio.run(meet(crowd, chosen.visitors))))


if __name__ == "__main__":
    main()
