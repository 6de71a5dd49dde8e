"""PDF: whole, open to all, and without anything that runs.

It is searched and not parsed. Names may be spelled with #xx in place of letters; dictionaries may
lie compressed in object streams. Both are undone here; what cannot be is refused.
"""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SIGNATURE = b"%PDF-"
TAIL = 2048  # bytes; what ends a file stands within them
MOST_STREAMS = 200_000
MOST_UNPACKED = 100 * 2**20  # bytes, of all object streams together
CHUNK = 2**16
LONGEST_NAME = 64  # bytes, as it may be spelled


def _spelled(name: str) -> bytes:
    """A pattern for this name in any spelling, and for no longer one."""
    letters = (rb"(?:%s|#(?i:%02x))" % (char.encode(), ord(char)) for char in name)
    return b"/" + b"".join(letters) + rb"(?=[\s\x00()<>\[\]{}/%]|\Z)"


RUNS = re.compile(b"|".join(map(_spelled, ("JavaScript", "Launch", "XFA"))))
ENCRYPTED = re.compile(_spelled("Encrypt"))
OBJECT_STREAM = re.compile(_spelled("ObjStm"))
STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
FILTER = re.compile(rb"/(?!FlateDecode)(?:\w+Decode|AHx|A85|LZW|RL|Crypt|Predictor)(?!\w)")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
NUMBER = re.compile(rb"[\x00\s]*(?:%|\d)")  # how what an object stream holds begins


def judge(upload: BinaryIO) -> str:
    data = upload.read()
    tail = data[-TAIL:]
    if b"startxref" not in tail or b"%%EOF" not in tail:
        raise ValidationError(
            _(
                "The PDF is damaged or was not transferred whole. Open it on your computer, save "
                "it again, and upload that file."
            )
        )
    if ENCRYPTED.search(data):
        raise ValidationError(
            _("The PDF is encrypted or asks for a password. Save it without, and upload that file.")
        )
    _refuse_what_runs(data)
    for text in _object_streams(data):
        _refuse_what_runs(text)
    return "pdf"


def _refuse_what_runs(text: bytes) -> None:
    if RUNS.search(text):
        raise ValidationError(
            _(
                "The PDF holds a program (JavaScript, a form with scripts, or a command to start). "
                "Print it to a new PDF and upload that file."
            )
        )


def _object_streams(data: bytes) -> Iterator[bytes]:
    """What the object streams hold, unpacked, in pieces that overlap by the longest name."""
    left = MOST_UNPACKED
    for count, found in enumerate(STREAM.finditer(data)):
        if count > MOST_STREAMS:
            raise _unreadable()
        dictionary = data[max(0, found.start() - 1000) : found.start()].rpartition(b"obj")[2]
        is_declared = bool(OBJECT_STREAM.search(dictionary))
        if is_declared and FILTER.search(_plain(dictionary)):
            raise _unreadable()
        end = b""
        for text in _unpack(data, found.end(), is_declared):
            left -= len(text)
            if left < 0:
                raise _unreadable()
            yield end + text
            end = (end + text)[-LONGEST_NAME:]


def _plain(dictionary: bytes) -> bytes:
    return ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), dictionary)


def _unpack(data: bytes, start: int, is_declared: bool) -> Iterator[bytes]:
    """The text of an object stream that begins at `start`; nothing of any other stream.

    Looked at is what is inside, too, because what a dictionary says can be made to look different.
    """
    inflater, is_first = zlib.decompressobj(), True
    try:
        for text in _inflated(inflater, data, start):
            if is_first and not NUMBER.match(text):
                return
            is_first = False
            yield text
    except zlib.error as error:
        if is_declared and b"FlateDecode" in _plain(data[max(0, start - 1000) : start]):
            raise _unreadable() from error


def _inflated(inflater, data: bytes, start: int) -> Iterator[bytes]:
    yield inflater.decompress(data[start : start + CHUNK], 1024)
    while not inflater.eof:
        waiting = inflater.unconsumed_tail
        if not waiting:
            start += CHUNK
            waiting = data[start : start + CHUNK]
            if not waiting:
                return
        yield inflater.decompress(waiting, 2**20)


def _unreadable() -> ValidationError:
    return ValidationError(
        _(
            "The PDF is built in a way that cannot be searched for programs. Print it to a new PDF "
            "and upload that file."
        )
    )
