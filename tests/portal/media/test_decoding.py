"""What becomes of uploaded bytes before anything is stored."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms

from portal.media import decoding
from portal.media.decoding import decode
from tests.portal.media.drawing import (
    BLUE,
    RED,
    as_upload,
    draw,
    encoded,
    is_close,
    upload,
)

# Pillow warns where it tolerates; a server goes on, and so do these tests.
tolerant = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::RuntimeWarning")

ORIENTATION, GPS, GPS_LATITUDE = 0x0112, 0x8825, 2


def refusal(content, name="photo.jpg"):
    with pytest.raises(ValidationError) as caught:
        decode(as_upload(content, name))
    (sentence,) = caught.value.messages
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_jpeg_png_and_webp_are_read(format):
    image = decode(upload(format=format))
    assert (image.mode, image.size) == ("RGB", (800, 600))
    assert is_close(image.getpixel((100, 300)), RED)
    assert is_close(image.getpixel((700, 300)), BLUE)


@pytest.mark.parametrize("name", ["photo.png", "photo.svg", "photo.html", "photo", "../../photo"])
def test_the_name_of_the_file_decides_nothing(name):
    assert decode(upload(format="JPEG", name=name)).size == (800, 600)


@pytest.mark.parametrize("format", ["GIF", "TIFF", "BMP", "PDF", "ICO", "PPM"])
def test_other_formats_are_refused_whatever_their_name(format):
    assert "not a JPEG, PNG or WebP" in refusal(encoded(draw(), format), "photo.jpg")


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html><script>alert(1)</script>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x00" * 5000,
    ],
)
def test_what_is_no_picture_is_refused(content):
    assert "not a JPEG, PNG or WebP" in refusal(content, "photo.png")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_truncated_picture_is_refused(format, part):
    whole = encoded(draw(), format)
    refusal(whole[: int(len(whole) * part)])


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@tolerant
def test_damaged_bytes_end_in_a_sentence_or_a_picture(format):
    whole = encoded(draw(200, 100), format)
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        broken = whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :]
        with suppress(ValidationError):
            assert decode(as_upload(broken)).mode == "RGB"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_nothing_written_in_the_file_survives(format):
    exif = Image.Exif()
    exif[0x010F] = "CanaryCamera"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (53.0, 54.0, 0.0)
    options = {"exif": exif, "xmp": b"<x:xmpmeta>CanaryPlace</x:xmpmeta>"}
    if format == "JPEG":
        options["comment"] = b"CanaryComment"
    source = upload(format=format, **options)
    assert b"Canary" in source.read()
    assert Image.open(source).getexif().get_ifd(GPS)
    image = decode(source)
    assert image.info == {}
    for written in ("JPEG", "PNG", "WEBP"):
        again = encoded(image, written)
        assert b"Canary" not in again
        assert not Image.open(BytesIO(again)).getexif()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_sideways_stands_upright(format):
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # turn a quarter to the right to see it
    image = decode(upload(format=format, exif=exif))
    assert image.size == (600, 800)
    assert is_close(image.getpixel((300, 100)), RED)
    assert is_close(image.getpixel((300, 700)), BLUE)


@tolerant
def test_an_unreadable_exif_block_turns_nothing():
    image = decode(upload(exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xffgarbage"))
    assert image.size == (800, 600)


def test_html_behind_the_picture_is_gone():
    tail = b"<script>alert('CanaryTail')</script>"
    image = decode(as_upload(encoded(draw(), "PNG") + tail, "photo.html"))
    assert b"CanaryTail" not in encoded(image, "PNG")


def test_html_in_a_text_chunk_is_gone():
    png = encoded(draw(), "PNG")
    text = b"tEXt" + b"Comment\x00<script>CanaryText</script>"
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    png = png[:33] + chunk + png[33:]
    assert b"CanaryText" not in encoded(decode(as_upload(png)), "PNG")


def test_what_is_transparent_becomes_white():
    image = draw(mode="RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 100, 100))
    flat = decode(upload(image, "PNG"))
    assert flat.getpixel((50, 50)) == (255, 255, 255)
    palette = draw().quantize(2)
    palette.info["transparency"] = palette.getpixel((10, 10))
    flat = decode(upload(palette, "PNG"))
    assert flat.getpixel((50, 50)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16"])
def test_every_kind_of_png_is_read(mode):
    stored, seen = {"1": (1, 255), "I;16": (128 * 256, 128), "LA": ((200, 255), 200)}.get(
        mode, (200, 200)
    )
    source = Image.new(mode, (100, 100), stored)
    if mode == "P":
        source.putpalette([level for level in range(256) for _band in "RGB"])
    image = decode(upload(source, "PNG"))
    assert is_close(image.getpixel((50, 50)), (seen, seen, seen))


def test_a_print_picture_is_turned_to_screen_colours():
    image = decode(upload(draw(mode="CMYK")))
    assert image.mode == "RGB"
    assert is_close(image.getpixel((100, 300)), RED, 25)


def test_a_colour_profile_is_applied_and_dropped():
    ordinary = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # Red and blue primaries change places, so what was stored red is to be seen blue.
    swapped = ordinary.replace(b"rXYZ", b"____").replace(b"bXYZ", b"rXYZ").replace(b"____", b"bXYZ")
    assert is_close(decode(upload(icc_profile=ordinary)).getpixel((100, 300)), RED)
    assert is_close(decode(upload(icc_profile=swapped)).getpixel((100, 300)), RED[::-1])


def test_a_colour_profile_that_does_not_fit_is_dropped():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for unfit in (lab, b"no profile at all"):
        assert is_close(decode(upload(icc_profile=unfit)).getpixel((100, 300)), RED)


@pytest.mark.parametrize(
    ("format", "mode", "size"),
    [
        ("JPEG", "RGB", (800, 600)),
        ("JPEG", "CMYK", (800, 600)),
        ("MPO", "RGB", (800, 600)),
        ("PNG", "RGBA", (800, 600)),
        ("PNG", "RGB", (4100, 3100)),
        ("WEBP", "RGBA", (800, 600)),
    ],
)
def test_an_upload_can_be_read_once_more(format, mode, size):
    """A form that is shown again after a refusal takes its files in again."""
    options = {"save_all": True, "append_images": [draw(mode=mode)]} if format == "MPO" else {}
    source = upload(draw(*size, mode), format, **options)
    assert decode(source).tobytes() == decode(source).tobytes()


def test_a_stereo_jpeg_from_a_phone_gives_its_first_frame():
    first, second = draw(), Image.new("RGB", (800, 600), "white")
    content = encoded(first, "MPO", save_all=True, append_images=[second])
    assert Image.open(BytesIO(content)).format == "MPO"
    assert is_close(decode(as_upload(content)).getpixel((100, 300)), RED)


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(format):
    frames = [Image.new("RGB", (100, 100), colour) for colour in ("red", "blue", "green")]
    content = encoded(frames[0], format, save_all=True, append_images=frames[1:], duration=100)
    assert "moves" in refusal(content)


def bomb(width, height):
    """A few hundred bytes of PNG that say they are as large as that."""

    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(b"\x00" * 1000)), chunk(b"IEND", b"")]
    )


@pytest.mark.parametrize("side", [6_000, 9_000, 12_000, 20_000, 60_000, 2**31 - 1])
@tolerant
def test_a_bomb_is_refused_before_it_is_decoded(side, monkeypatch):
    monkeypatch.setattr(decoding, "_plain", lambda image: pytest.fail("it was decoded"))
    assert "pixels" in refusal(bomb(side, side))


def limit(format, **options):
    return decoding.allowed_pixels(Image.open(upload(format=format, **options)))


def test_the_limits_depend_on_what_decoding_costs():
    assert limit("JPEG") >= limit("PNG") >= 24_000_000 > limit("WEBP") >= 8_000_000
    assert limit("JPEG") > limit("JPEG", progressive=True)
    assert limit("JPEG", progressive=True) > limit("JPEG", progressive=True, subsampling=0)


def test_the_size_allowed_is_named():
    sentence = refusal(bomb(6_000, 6_000))
    assert "36 megapixels" in sentence
    assert "may have 25" in sentence


@pytest.mark.parametrize("size", [(63, 500), (500, 63), (1, 1)])
def test_a_tiny_picture_is_refused(size):
    assert "at least 64" in refusal(encoded(draw(*size), "PNG"))


def test_a_strip_is_refused():
    assert "strip" in refusal(encoded(draw(701, 70), "PNG"))
    assert decode(upload(draw(700, 70), "PNG")).size == (700, 70)


@pytest.mark.parametrize(
    ("format", "size", "kept"),
    [
        ("JPEG", (4100, 2000), (3840, 1873)),
        ("PNG", (4100, 2000), (3840, 1873)),
        ("PNG", (4801, 2701), (2401, 1351)),
        ("JPEG", (5001, 3000), (2501, 1500)),
        ("JPEG", (9000, 4000), (3840, 1707)),
    ],
)
def test_what_is_kept_is_never_larger_than_a_screen(format, size, kept):
    image = decode(upload(draw(*size), format))
    assert image.size == kept
    assert is_close(image.getpixel((10, kept[1] - 10)), RED)
    assert is_close(image.getpixel((kept[0] - 10, 10)), BLUE)


def test_halving_in_bands_leaves_no_seam():
    slope = Image.linear_gradient("L").resize((3601, 3601)).convert("RGB")
    halved = decode(upload(slope, "PNG"))
    wanted = slope.reduce(2)
    assert halved.size == wanted.size
    assert halved.tobytes() == wanted.tobytes()
