"""Part of a file, as a player asks for it: one range of bytes (RFC 9110, 14)."""

import re
from io import BufferedIOBase
from typing import BinaryIO

ONE_RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,19})-(?P<last>[0-9]{0,19})")


class Unsatisfiable(Exception):
    """The range begins after the end."""


def range_of(header: str, size: int) -> tuple[int, int] | None:
    """The first and the last byte asked for; None where all of it is the answer."""
    found = ONE_RANGE.fullmatch(header.strip())
    if not found or not (found["first"] or found["last"]):
        return None
    if not found["first"]:  # so many bytes at the end
        first, last = max(0, size - int(found["last"])), size - 1
    else:
        first = int(found["first"])
        last = min(int(found["last"] or size - 1), size - 1)
        if found["last"] and int(found["last"]) < first:
            return None
    if first > last:
        raise Unsatisfiable
    return first, last


class Slice(BufferedIOBase):
    """A file as if it began at `first` and ended with `last`. Closes the file with itself."""

    def __init__(self, file: BinaryIO, first: int, last: int):
        file.seek(first)
        self.file, self.left = file, last - first + 1

    def read(self, size=-1):
        size = self.left if size is None or size < 0 else min(size, self.left)
        data = self.file.read(size)
        self.left -= len(data)
        return data

    def close(self):
        super().close()
        self.file.close()
