"""From uploaded bytes to a plain sRGB picture. The bytes are hostile until proved otherwise."""

from contextlib import suppress
from io import BytesIO
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 40_000_000
MIN_SIDE = 64  # pixels
MAX_RATIO = 10  # the longer side over the shorter
MAX_SIDE = 3840  # pixels, of what is kept
# Above this the picture is read at half its size: shrinking a whole one to MAX_SIDE would hold
# three copies of four bytes a pixel at once.
HALVED_ABOVE = 12_500_000
# Bytes for decoding, so that a worker of 60 MB stays below 200 MB (a test measures it).
MEMORY = 125_000_000
BAND = 128  # rows flattened at a time; even, so that halved rows meet without a seam


def decode(upload: BinaryIO) -> Image.Image:
    """The upload as an RGB picture: upright, in sRGB, at most MAX_SIDE, with nothing attached.

    Raises ValidationError with a sentence for the editor.
    """
    image = _open(upload)
    _refuse_unfit(image)
    try:
        return _plain(image)
    except Exception as error:  # Pillow's decoders raise nearly anything on broken bytes
        raise ValidationError(
            _(
                "The picture is damaged or was not transferred whole. Open it on your computer, "
                "save it again as JPEG, PNG or WebP, and upload that file."
            )
        ) from error


def _open(upload: BinaryIO) -> Image.Image:
    """Reads the header only. Pillow decides by content; the file's name is never asked."""
    try:
        upload.seek(0)
        return Image.open(upload, formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise ValidationError(
            _("The picture has far too many pixels. Scale it down and upload it again.")
        ) from error
    except Exception as error:  # as above; UnidentifiedImageError is only the usual one
        raise ValidationError(
            _(
                "This file is not a JPEG, PNG or WebP picture. Save the picture in one of these "
                "formats and upload that file; drawings (SVG) and documents are not accepted."
            )
        ) from error


def _refuse_unfit(image: Image.Image) -> None:
    pixels, allowed = image.width * image.height, allowed_pixels(image)
    if pixels > allowed:
        raise ValidationError(
            _(
                "The picture has %(has)d megapixels, and a file of its kind may have %(allowed)d. "
                "Scale it down and upload it again."
            ),
            params={"has": -(-pixels // 10**6), "allowed": allowed // 10**6},
        )
    if min(image.size) < MIN_SIDE:
        raise ValidationError(
            _(
                "The picture is %(width)d × %(height)d pixels; each side needs at least "
                "%(least)d. Upload a larger one."
            ),
            params={"width": image.width, "height": image.height, "least": MIN_SIDE},
        )
    if max(image.size) > MAX_RATIO * min(image.size):
        raise ValidationError(
            _(
                "The picture is a strip: one side is more than %(ratio)d times the other. "
                "Crop it and upload it again."
            ),
            params={"ratio": MAX_RATIO},
        )
    # A JPEG with a second frame (MPO) is a still from a phone: its first frame is the picture.
    if image.format not in ("JPEG", "MPO") and getattr(image, "is_animated", False):
        raise ValidationError(
            _("The picture moves, and only still ones are accepted. Upload one frame of it.")
        )


def allowed_pixels(image: Image.Image) -> int:
    """How many pixels a file of this kind may have, by what its decoder holds per pixel."""
    if image.format == "PNG":
        cost = 4 + 1  # the picture and its half
    elif image.format == "WEBP":
        cost = 15  # Pillow decodes through an animation: two canvases and two copies
    else:
        cost = 1 if image.width * image.height > HALVED_ABOVE else 4
        if image.info.get("progressive"):
            cost += 2 * _samples_per_pixel(image)  # libjpeg keeps all coefficients
    return min(MAX_PIXELS, int(MEMORY / cost))


def _samples_per_pixel(image: Image.Image) -> float:
    """1.5 for 4:2:0, 3 for 4:4:4. `layer` is (component, horizontal, vertical, table)."""
    areas = [horizontal * vertical for _id, horizontal, vertical, _table in image.layer]
    return sum(areas) / max(1, max(areas, default=1))


def _plain(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    small = _shrink(image)
    small = _srgb(small, profile)
    with suppress(Exception):  # an unreadable EXIF block turns nothing
        small.info = {key: image.info[key] for key in ("exif",) if key in image.info}
        ImageOps.exif_transpose(small, in_place=True)
    # What is saved from here on carries no EXIF, GPS, XMP, colour profile or comment.
    small.info = {}
    small._exif = None
    return small


def _shrink(image: Image.Image) -> Image.Image:
    """Flat (white behind what is transparent), at most MAX_SIDE, in L, RGB or CMYK."""
    if image.width * image.height > HALVED_ABOVE:
        if image.format in ("JPEG", "MPO"):
            image.draft(None, (image.width // 2, image.height // 2))
            image.load()
        else:
            image = _halve_in_bands(image)
    flat = _flatten(image)
    if flat is not image:
        _free(image)
    flat.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return flat


def _halve_in_bands(image: Image.Image) -> Image.Image:
    half = None
    for top in range(0, image.height, BAND):
        bottom = min(top + BAND, image.height)
        band = _flatten(image.crop((0, top, image.width, bottom))).reduce(2)
        if half is None:
            half = Image.new(band.mode, ((image.width + 1) // 2, (image.height + 1) // 2))
        half.paste(band, (0, top // 2))
    _free(image)
    return half


def _free(image: Image.Image) -> None:
    """Give its memory back now. Its own close() would close the upload too, which a form that is
    shown once more reads again.
    """
    Image.Image.close(image)


def _flatten(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        image = image if image.mode == "RGBA" else image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image, mask=image.getchannel("A"))
        return flat
    if image.mode.startswith("I"):  # 16 bits of grey, which convert("L") would clip to white
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as a browser shows them; a profile that cannot be applied is dropped."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    return image.convert("RGB")
