"""Every upload is answered as promised within 200 MB and 5 seconds.

Measured in a process of its own, as a worker would be: Django loaded, then one upload judged and
stored.
"""

import json
import os
import subprocess
import sys

import pytest
from PIL import Image

from tests.portal.media import samples
from tests.portal.media.drawing import draw, encoded, noise
from tests.portal.media.test_decoding import bomb

MOST_MEGABYTES, MOST_SECONDS = 200, 5
WORKER = r"""
import json, re, sys, time
from pathlib import Path
import django
django.setup()
from django.core.exceptions import ValidationError
from django.core.files import File
from PIL import Image
from portal.media import intake, storage
told, begun = {}, time.process_time()
upload = File(open(sys.argv[2], "rb"), name=sys.argv[3])
try:
    digest = intake.sha256_of(upload)
    stored = getattr(intake, sys.argv[1])(upload, digest)
    told = {name: stored[name] for name in ("width", "height", "kind") if name in stored}
    if "width" in stored:
        with Image.open(storage.path(stored["token"], "original.jpg")) as image:
            told |= {"mode": image.mode, "exif": len(image.getexif())}
except ValidationError as error:
    told["sentence"] = error.messages[0]
told["seconds"] = time.process_time() - begun
peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps(told | {"megabytes": int(peak[1]) / 1024}))
"""


@pytest.fixture
def judged(tmp_path):
    """judged(content, name, taker) → what became of it, within the promised cost."""

    def judge(content, name="photo.jpg", taker="picture_values"):
        source = tmp_path / "upload"
        source.write_bytes(content)
        environment = os.environ | {"VAR_DIR": str(tmp_path)}
        command = [sys.executable, "-c", WORKER, taker, source, name]
        answer = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        )
        told = json.loads(answer.stdout)
        assert told["megabytes"] <= MOST_MEGABYTES, told
        assert told["seconds"] <= MOST_SECONDS, told
        return told

    return judge


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
def test_the_largest_pictures_cost_little_memory_and_time(kind, judged):
    assert judged(LARGEST[kind]())["width"] > 1920


def sideways():
    """Taken with the phone turned, at a place that is nobody's business."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (53.0, 54.0, 0.0)
    return encoded(draw(), exif=exif)


def animation():
    frames = [Image.new("RGB", (100, 100), colour) for colour in ("red", "blue")]
    return encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PROMISED = {
    "orientation and GPS": (sideways, "a.jpg", {"width": 600, "height": 800, "exif": 0}),
    "print colours": (
        lambda: encoded(draw(mode="CMYK")), "a.jpg", {"mode": "RGB", "width": 800}
    ),
    "wrong extension": (lambda: encoded(draw(), "PNG"), "a.svg", {"width": 800}),
    "truncated": (lambda: encoded(draw())[:4000], "a.jpg", "not transferred whole"),
    "animated": (animation, "a.webp", "moves"),
    "SVG": (lambda: SVG, "a.jpg", "not a JPEG, PNG or WebP"),
    "bomb of 100 megapixels": (lambda: bomb(10_000, 10_000), "a.png", "megapixels"),
    "bomb of 3600 megapixels": (lambda: bomb(60_000, 60_000), "a.png", "too many pixels"),
}  # fmt: skip


@pytest.mark.parametrize("case", PROMISED)
def test_every_picture_is_answered_as_promised(case, judged):
    make, name, promised = PROMISED[case]
    content = make()
    if "bomb" in case:
        assert len(content) < 12_000
    told = judged(content, name)
    if isinstance(promised, str):
        assert promised in told["sentence"]
    else:
        assert {key: told[key] for key in promised} == promised


def largest_pdf():
    """25 MB with as much packed in it as is looked at."""
    packed = samples.packed(b"5 0 " + b"(words) " * (12 * 2**20))
    picture = (
        b"8 0 obj\n<< /Subtype /Image >>\nstream\n" + os.urandom(23 * 2**20) + b"\nendstream\n"
    )
    return samples.pdf(before_the_end=packed + picture)


def largest_office():
    """Some 20 MB that unpack to nearly as much as is allowed."""
    words = b"<row>" + b"".join(b"<c>%d</c>" % (i * 7919) for i in range(2 * 10**6))
    return samples.office(
        "xlsx", **{"xl/sheet.xml": words, "xl/media/a.png": os.urandom(12 * 2**20)}
    )


FILES = {
    "the largest PDF": (largest_pdf, {"kind": "pdf"}),
    "a PDF of streams": (lambda: samples.pdf(before_the_end=b"stream\n" * (3 * 2**20)), "searched"),
    "the largest sheet": (largest_office, {"kind": "xlsx"}),
    "a bomb in small entries": (
        lambda: samples.office("docx", **{f"{i}.xml": b"\0" * 2**20 for i in range(99)}),
        "far larger",
    ),
    "the largest video": (lambda: samples.mp4(media=b"\1" * (200 * 2**20 - 999)), {"kind": "mp4"}),
    "a video of boxes": (
        lambda: samples.mp4() + samples.box(b"free") * (20 * 2**17), "not transferred whole"
    ),
    "the largest captions": (
        lambda: samples.vtt("00:01.000 --> 00:02.000\nA\n\n" * 37_000), {"kind": "vtt"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_every_file_is_answered_as_promised(case, judged):
    make, promised = FILES[case]
    told = judged(make(), "file.pdf", "file_values")
    if isinstance(promised, str):
        assert promised in told["sentence"]
    else:
        assert told["kind"] == promised["kind"]
