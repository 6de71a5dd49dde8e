"""The files of one picture: a clean original, and copies by width of the whole and of crops."""

import re
from collections.abc import Iterable

from PIL import Image

from portal.media import crops, storage

WIDTHS = (320, 640, 960, 1280, 1920)
AVIF, WEBP, JPEG = "avif", "webp", "jpg"
ENCODINGS = {
    AVIF: {"format": "AVIF", "quality": 60, "speed": 7},
    WEBP: {"format": "WEBP", "quality": 80, "method": 4},
    JPEG: {"format": "JPEG", "quality": 82},
}
# AVIF takes too long for somebody to wait for it; `make_renditions` brings it.
AT_UPLOAD = (WEBP, JPEG)
# Kept for renditions of a later day, never served.
ORIGINAL_NAME = "original.jpg"
ORIGINAL = {"format": "JPEG", "quality": 92, "subsampling": 0}
# What the gate and the desk hand out.
NAME = rf"(?:{crops.PATTERN}_)?[1-9][0-9]{{1,3}}\.(?:{AVIF}|{WEBP}|{JPEG})"
PARTS = re.compile(rf"(?:(?P<crop>{crops.PATTERN})_)?(?P<width>[0-9]+)\.(?P<extension>[a-z]+)")


def widths_for(width: int) -> tuple[int, ...]:
    """Never wider than the picture itself, so nothing is blown up."""
    return tuple(step for step in WIDTHS if step <= width) or (width,)


def name_of(width: int, extension: str, crop: str = crops.WHOLE) -> str:
    return f"{crop}_{width}.{extension}" if crop else f"{width}.{extension}"


def crop_of(name: str) -> str:
    """The crop that a rendition of this name shows; "" for the whole picture."""
    return PARTS.fullmatch(name)["crop"] or crops.WHOLE


def names_for(
    width: int, height: int, crop: str = crops.WHOLE, extensions: Iterable[str] = AT_UPLOAD
) -> list[str]:
    """What should lie there of a picture of this size, or of a part of it; the widest first."""
    own_width, _own_height = crops.size_of(crop, width, height)
    return [
        name_of(step, extension, crop)
        for step in reversed(widths_for(own_width))
        for extension in extensions
    ]


def store(image: Image.Image, token: str) -> None:
    """Write every file of the picture, or none.

    Raises OSError, for instance on a full disk, and leaves nothing behind.
    """
    with storage.new_folder(token) as folder:
        storage.write(folder / ORIGINAL_NAME, lambda file: image.save(file, **ORIGINAL))
        for name in names_for(*image.size):
            storage.write(folder / name, lambda file, name=name: _render(image, name, file))


def missing(token: str, names: Iterable[str]) -> list[str]:
    """Those of these files that do not lie there. Reads the folder once."""
    try:
        there = {file.name for file in storage.folder(token).iterdir()}
    except FileNotFoundError:
        there = set()
    return [name for name in names if name not in there]


def make(token: str, names: Iterable[str]) -> None:
    """Make these files from the kept original. Those that are there already stay as they are.

    Raises FileNotFoundError when the original is lost, OSError on a full disk.
    """
    names = list(names)
    if not names:
        return
    with Image.open(storage.path(token, ORIGINAL_NAME)) as image:
        image.load()
        for name in names:
            storage.add(token, name, lambda file, name=name: _render(image, name, file))


def _render(image: Image.Image, name: str, file) -> None:
    parts = PARTS.fullmatch(name)
    box = crops.Crop.parse(parts["crop"]).box(*image.size) if parts["crop"] else None
    left, top, right, bottom = box or (0, 0, *image.size)
    width = int(parts["width"])
    height = max(1, round((bottom - top) * width / (right - left)))
    small = image.resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=3)
    small.save(file, **ENCODINGS[parts["extension"]])
