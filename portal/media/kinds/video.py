"""Video: MP4 or WebM, whole, and such as every browser plays. Only headers are read."""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MP4_SIGNATURE = b"ftyp"
WEBM_SIGNATURE = b"\x1a\x45\xdf\xa3"
QUICKTIME = b"qt  "
PLAYED = {b"avc1", b"avc3", b"av01", b"vp09"}
CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
MOST_BOXES = 10_000
DOCUMENT_TYPE, SEGMENT = b"\x42\x82", b"\x18\x53\x80\x67"
UNKNOWN_SIZE = -1


def judge_mp4(upload: BinaryIO) -> str:
    seen, codecs = set(), set()
    try:
        for kind, start, end in _boxes(upload, 0, upload.seek(0, 2)):
            seen.add(kind)
            if kind == b"stsd" and end - start >= 16:  # version, count, then the first entry
                upload.seek(start + 12)
                codecs.add(upload.read(4))
            if kind == b"ftyp":
                upload.seek(start)
                if upload.read(4) == QUICKTIME:
                    raise _not_played()
    except struct.error as error:
        raise _not_whole() from error
    if not {b"moov", b"mdat"} <= seen:
        raise _not_whole()
    if not codecs & PLAYED:
        raise _not_played()
    return "mp4"


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """All boxes from `start` to `end`, those inside containers too: (type, start, end of content).

    Raises struct.error where one does not fit.
    """
    waiting, count = [(start, end)], 0
    while waiting:
        at, last = waiting.pop()
        while at < last:
            count += 1
            file.seek(at)
            size, kind = struct.unpack(">I4s", file.read(8))
            header = 8
            if size == 1:
                (size,) = struct.unpack(">Q", file.read(8))
                header = 16
            elif size == 0:  # to the end
                size = last - at
            if size < header or at + size > last or count > MOST_BOXES:
                raise struct.error
            yield kind, at + header, at + size
            if kind in CONTAINERS:
                waiting.append((at + header, at + size))
            at += size


def judge_webm(upload: BinaryIO) -> str:
    total = upload.seek(0, 2)
    upload.seek(0)
    try:
        _id, size = _element(upload)
        header = upload.read(min(max(size, 0), 4096))
        identity, size = _element(upload)
    except (struct.error, IndexError) as error:
        raise _not_whole() from error
    if DOCUMENT_TYPE + b"\x84webm" not in header:
        raise _not_played()
    # Without a length it was recorded in a browser, and nobody can move about in it.
    if identity != SEGMENT or size == UNKNOWN_SIZE or upload.tell() + size > total or size < 100:
        raise _not_whole()
    return "webm"


def _element(file: BinaryIO) -> tuple[bytes, int]:
    """The identity of an EBML element and the size of its content; the file stands before it."""
    first = file.read(1)
    identity = first + file.read(_length(first[0]) - 1)
    first = file.read(1)
    length = _length(first[0])
    size = int.from_bytes(first + file.read(length - 1)) & (1 << 7 * length) - 1
    return identity, UNKNOWN_SIZE if size == (1 << 7 * length) - 1 else size


def _length(first: int) -> int:
    """How many bytes a number has that begins with this one."""
    if not first:
        raise struct.error
    return 9 - first.bit_length()


def _not_whole() -> ValidationError:
    return ValidationError(
        _(
            "The video is damaged or was not transferred whole. Play it to its end on your "
            "computer, export it again, and upload that file."
        )
    )


def _not_played() -> ValidationError:
    return ValidationError(
        _(
            "Not every browser plays this video. Export it as MP4 with H.264 (or AV1, VP9), or as "
            "WebM, and upload that file."
        )
    )
