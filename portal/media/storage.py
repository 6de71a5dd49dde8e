"""The private tree: a folder for each token, named when it is complete and never written over."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from django.conf import settings

# Seconds after which a folder in `incoming` was left by an upload that was killed.
ABANDONED_AFTER = 3600


def folder(token: str) -> Path:
    return Path(settings.MEDIA_ROOT) / token[:2] / token


def path(token: str, name: str) -> Path:
    return folder(token) / name


def remove(token: str) -> None:
    shutil.rmtree(folder(token), ignore_errors=True)


@contextmanager
def new_folder(token: str) -> Iterator[Path]:
    """A folder to fill. It gets its name when the block ends, and is gone when the block fails.

    Raises OSError, for instance on a full disk.
    """
    unfinished = _incoming() / token
    try:
        unfinished.mkdir(parents=True)
        yield unfinished
        target = folder(token)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.rename(target)  # refused by the system where something lies already
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def write(target: Path, fill: Callable[[BinaryIO], object]) -> None:
    """A new file, on the disk for good when this returns."""
    with target.open("xb") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())


def add(token: str, name: str, fill: Callable[[BinaryIO], object]) -> None:
    """One more file for a folder that stands: there as a whole, or not at all."""
    incoming = _incoming()
    incoming.mkdir(parents=True, exist_ok=True)
    unfinished = incoming / f"{token}-{uuid4().hex}"
    try:
        write(unfinished, fill)
        with suppress(FileExistsError):  # somebody else has just made the same
            os.link(unfinished, path(token, name))
    finally:
        unfinished.unlink(missing_ok=True)


def _incoming() -> Path:
    """Where what is being written lies, cleared of what was left there long ago."""
    incoming = Path(settings.MEDIA_ROOT) / "incoming"
    with suppress(FileNotFoundError):
        for left in incoming.iterdir():
            if time.time() - left.stat().st_mtime > ABANDONED_AFTER:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
    return incoming
