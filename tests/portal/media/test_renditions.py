"""The files of a picture: complete and never overwritten, or not there at all."""

import errno
import json
import os
import subprocess
import sys

import pytest
from PIL import Image

from portal.media import renditions, storage
from tests.portal.media.drawing import draw, encoded, noise

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


# In a process of its own, as a worker would be: Django loaded, then one picture taken in.
WORKER = r"""
import json, re, sys, time
from pathlib import Path
import django
django.setup()
from django.core.files import File
from portal.media import decoding, renditions
begun = time.process_time()
renditions.store(decoding.decode(File(open(sys.argv[1], "rb"))), "f" * 32)
seconds = time.process_time() - begun
peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps({"seconds": seconds, "megabytes": int(peak[1]) / 1024}))
"""

LARGEST = {
    "jpeg": lambda: encoded(noise(7300, 5470), quality=70),
    "jpeg whole": lambda: encoded(noise(4080, 3060), quality=60, subsampling=0, progressive=True),
    "jpeg progressive": lambda: encoded(
        noise(4700, 3600), quality=60, subsampling=0, progressive=True
    ),
    "jpeg for print": lambda: encoded(noise(7300, 5470).convert("CMYK"), quality=50),
    "png": lambda: encoded(draw(6120, 4080, "RGBA"), "PNG", compress_level=1),
    "png whole": lambda: encoded(draw(4080, 3060, "RGBA"), "PNG", compress_level=1),
    "webp": lambda: encoded(noise(3264, 2448), "WEBP", quality=70, method=0),
}


@pytest.mark.parametrize("kind", LARGEST)
def test_the_largest_pictures_cost_little_memory_and_time(kind, tmp_path, media_root):
    source = tmp_path / "largest"
    source.write_bytes(LARGEST[kind]())
    environment = os.environ | {"VAR_DIR": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-c", WORKER, source],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    cost = json.loads(answer.stdout)
    assert cost["megabytes"] <= 200, cost
    assert cost["seconds"] <= 5, cost
