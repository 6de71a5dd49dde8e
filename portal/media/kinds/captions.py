"""Captions: WebVTT as browsers read it, in UTF-8, its cues in order."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SIGNATURE = b"WEBVTT"
HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
MOMENT = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"[ \t]*{MOMENT}[ \t]+-->[ \t]+{MOMENT}(?:[ \t].*)?", re.ASCII)


def judge(upload: BinaryIO) -> str:
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("The captions are not in UTF-8. Save them in that encoding, and upload that file.")
        ) from error
    lines = re.split(r"\r\n|\n|\r", text)
    if "\0" in text or not HEADER.fullmatch(lines[0]):
        raise ValidationError(
            _("Captions begin with the line WEBVTT. Save them as WebVTT and upload that file.")
        )
    if not _count_cues(lines):
        raise ValidationError(
            _("The captions hold no line with times, such as 00:01.000 --> 00:04.000. Add one.")
        )
    return "vtt"


def _count_cues(lines: list[str]) -> int:
    count, latest = 0, 0
    for number, block in _blocks(lines):
        if block[0].startswith("STYLE"):
            raise _wrong(number, _("styles are not accepted"))
        timed = [i for i, line in enumerate(block[:2]) if "-->" in line]
        if not timed:
            continue  # a note, a region, or words that browsers skip
        start, end = _times(block[timed[0]], number + timed[0])
        if start < latest or end <= start:
            raise _wrong(number + timed[0], _("the times are not in order"))
        count, latest = count + 1, start
    return count


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines between empty ones, each block with the number of its first line; not the header."""
    block: list[str] = []
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line:
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _times(line: str, number: int) -> tuple[int, int]:
    """In milliseconds."""
    if not (found := TIMING.fullmatch(line)):
        raise _wrong(number, _("times are written as 00:01.000 --> 00:04.000"))
    parts = [int(part or 0) for part in found.groups()]
    return _milliseconds(*parts[:4]), _milliseconds(*parts[4:])


def _milliseconds(hours: int, minutes: int, seconds: int, rest: int) -> int:
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _wrong(number: int, why: str) -> ValidationError:
    return ValidationError(
        _("Line %(number)s of the captions: %(why)s. Mend it and upload the file again."),
        params={"number": number, "why": why},
    )
