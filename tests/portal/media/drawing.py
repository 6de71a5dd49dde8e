"""Pictures drawn for the tests, as a browser would upload them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

RED, BLUE = (200, 30, 30), (30, 30, 200)


def draw(width=800, height=600, mode="RGB"):
    """The left half red, the right half blue: one sees which way up it is."""
    image = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(image).rectangle([width // 2, 0, width, height], fill=BLUE)
    return image.convert(mode)


def noise(width, height):
    """Hard to compress, quick to make: one tile of grain laid side by side."""
    grain = Image.merge("RGB", [Image.effect_noise((256, 256), 60) for _band in range(3)])
    image = Image.new("RGB", (width, height))
    for left in range(0, width, 256):
        for top in range(0, height, 256):
            image.paste(grain, (left, top))
    return image


def encoded(image, format="JPEG", **options):
    buffer = BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def upload(image=None, format="JPEG", name="photo.jpg", **options):
    return as_upload(encoded(image or draw(), format, **options), name)


def as_upload(content, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def is_close(pixel, colour, tolerance=12):
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour, strict=True))
