"""The files of a picture: complete and never overwritten, or not there at all."""

import errno
import os

import pytest
from PIL import Image

from portal.media import renditions, storage
from tests.portal.media.drawing import BLUE, draw, is_close, noise

TOKEN = "0123456789abcdef" * 2


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_each_width_lies_ready_as_webp_and_jpeg():
    renditions.store(draw(1000, 750), TOKEN)
    folder = storage.folder(TOKEN)
    assert files_below(folder) == [
        "320.jpg", "320.webp", "640.jpg", "640.webp", "960.jpg", "960.webp", "original.jpg"
    ]  # fmt: skip
    for width, height in [(320, 240), (640, 480), (960, 720)]:
        for extension, format in [("jpg", "JPEG"), ("webp", "WEBP")]:
            with Image.open(storage.path(TOKEN, f"{width}.{extension}")) as image:
                assert (image.format, image.size) == (format, (width, height))
    with Image.open(folder / "original.jpg") as image:
        assert image.size == (1000, 750)


def test_nothing_is_blown_up():
    assert renditions.widths_for(200) == (200,)
    assert renditions.widths_for(320) == (320,)
    assert renditions.widths_for(5000) == (320, 640, 960, 1280, 1920)


def test_the_folder_is_named_only_when_it_is_complete(media_root, monkeypatch):
    seen = []
    write = storage.write
    monkeypatch.setattr(
        storage,
        "write",
        lambda *args: (write(*args), seen.append(storage.folder(TOKEN).exists())),
    )
    renditions.store(draw(), TOKEN)
    assert len(seen) == 5
    assert not any(seen)
    assert not list((media_root / "incoming").iterdir())


@pytest.mark.parametrize("written_before", range(5))
def test_a_full_disk_leaves_no_half_files(media_root, monkeypatch, written_before):
    calls = []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > written_before:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        renditions.store(draw(), TOKEN)
    assert files_below(media_root) == []


def test_a_picture_is_never_written_over(media_root):
    renditions.store(draw(), TOKEN)
    before = storage.path(TOKEN, "640.jpg").read_bytes()
    with pytest.raises(OSError, match="not empty|exists"):
        renditions.store(noise(700, 500), TOKEN)
    assert storage.path(TOKEN, "640.jpg").read_bytes() == before
    assert len(files_below(media_root)) == 5


def test_what_a_killed_upload_left_is_swept_by_a_later_one(media_root):
    left, running = media_root / "incoming" / "left", media_root / "incoming" / "running"
    for folder in (left, running):
        folder.mkdir(parents=True)
        (folder / "original.jpg").write_bytes(b"half")
    os.utime(left, (0, 0))
    renditions.store(draw(), TOKEN)
    assert not left.exists()
    assert running.exists()


def test_a_crop_lies_beside_the_whole_by_its_own_widths():
    renditions.store(draw(1000, 750), TOKEN)
    names = renditions.names_for(1000, 750, "50-0-40-100")
    renditions.make(TOKEN, names)
    assert names == ["50-0-40-100_320.webp", "50-0-40-100_320.jpg"]
    with Image.open(storage.path(TOKEN, names[1])) as image:
        assert image.size == (320, 600)
        assert is_close(image.getpixel((10, 300)), BLUE)  # the left half is red


def test_what_is_there_is_not_made_again(media_root):
    renditions.store(draw(), TOKEN)
    names = renditions.names_for(800, 600, extensions=renditions.ENCODINGS)
    lacking = renditions.missing(TOKEN, names)
    assert lacking == ["640.avif", "320.avif"]
    before = storage.path(TOKEN, "640.jpg").stat().st_ino
    renditions.make(TOKEN, names)
    assert renditions.missing(TOKEN, names) == []
    assert storage.path(TOKEN, "640.jpg").stat().st_ino == before
    assert not list((media_root / "incoming").iterdir())


def test_a_rendition_on_a_full_disk_is_there_as_a_whole_or_not_at_all(monkeypatch, media_root):
    renditions.store(draw(), TOKEN)

    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        renditions.make(TOKEN, ["640.avif"])
    assert renditions.missing(TOKEN, ["640.avif"]) == ["640.avif"]
    assert not list((media_root / "incoming").iterdir())
