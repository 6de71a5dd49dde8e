"""The files of one picture: a clean original and copies by width, in WebP and JPEG."""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from PIL import Image

WIDTHS = (320, 640, 960, 1280, 1920)
WEBP, JPEG = "webp", "jpg"
ENCODINGS = {
    WEBP: {"format": "WEBP", "quality": 80, "method": 4},
    JPEG: {"format": "JPEG", "quality": 82},
}
# Kept for renditions of a later day, never served.
ORIGINAL = {"format": "JPEG", "quality": 92, "subsampling": 0}
# Seconds after which a folder in `incoming` was left by an upload that was killed.
ABANDONED_AFTER = 3600


def widths_for(width: int) -> tuple[int, ...]:
    """Never wider than the picture itself, so nothing is blown up."""
    return tuple(step for step in WIDTHS if step <= width) or (width,)


def folder(token: str) -> Path:
    return Path(settings.MEDIA_ROOT) / token[:2] / token


def path(token: str, name: str) -> Path:
    return folder(token) / name


def store(image: Image.Image, token: str) -> None:
    """Write every file of the picture, or none: the folder gets its name when it is complete.

    Raises OSError, for instance on a full disk, and leaves nothing behind.
    """
    incoming = Path(settings.MEDIA_ROOT) / "incoming"
    _remove_abandoned(incoming)
    unfinished = incoming / token
    try:
        unfinished.mkdir(parents=True)
        _save(image, unfinished / "original.jpg", ORIGINAL)
        for width in reversed(widths_for(image.width)):
            height = max(1, round(image.height * width / image.width))
            small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
            for extension, encoding in ENCODINGS.items():
                _save(small, unfinished / f"{width}.{extension}", encoding)
        target = folder(token)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.rename(target)  # refused by the system where a picture lies already
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def remove(token: str) -> None:
    shutil.rmtree(folder(token), ignore_errors=True)


def _save(image: Image.Image, target: Path, encoding: dict) -> None:
    with target.open("xb") as file:
        image.save(file, **encoding)
        file.flush()
        os.fsync(file.fileno())


def _remove_abandoned(incoming: Path) -> None:
    with suppress(FileNotFoundError):
        for left in incoming.iterdir():
            if time.time() - left.stat().st_mtime > ABANDONED_AFTER:
                shutil.rmtree(left, ignore_errors=True)
