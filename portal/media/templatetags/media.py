"""A picture as markup: AVIF where it was made, WebP, JPEG for the rest, its place kept while it
loads. And the addresses of pictures and files, inside the world of the page.
"""

from django import template
from django.urls import reverse

from portal.media.renditions import AVIF, JPEG, WEBP, name_of
from portal.publishing.world import shows_pictures

register = template.Library()

# What a browser without srcset gets, in pixels.
FALLBACK_WIDTH = 960


@register.inclusion_tag("components/picture.html")
def picture(picture, alt, sizes="100vw", lazy=True, crop=""):
    """`alt` must be given; empty for a decorative picture. `lazy` is for below the fold; `crop`
    is the use's own. Where a place shows less than that, the focal point stays in sight.

    Where pictures are off (the low-vision version) `alt` is all that is left.
    """
    if not shows_pictures():
        return {"alt": alt, "is_off": True}
    widths = picture.widths_of(crop)
    # One reverse() for all widths: a list page holds twenty pictures.
    folder = picture_url(picture, crop=crop).rpartition("/")[0]
    extensions = (AVIF, WEBP, JPEG) if crop in picture.avif_crops else (WEBP, JPEG)
    srcset = {
        extension: ", ".join(
            f"{folder}/{name_of(width, extension, crop)} {width}w" for width in widths
        )
        for extension in extensions
    }
    whole_width, whole_height = picture.size_of(crop)
    return {
        "avif": srcset.get(AVIF),
        "webp": srcset[WEBP],
        "jpeg": srcset[JPEG],
        "src": f"{folder}/{name_of(picture.fitting_width(FALLBACK_WIDTH, crop), JPEG, crop)}",
        "sizes": sizes,
        "width": widths[-1],
        "height": max(1, round(whole_height * widths[-1] / whole_width)),
        "alt": alt,
        "lazy": lazy,
        "focus": "" if crop else focus_classes(picture),
    }


def focus_classes(picture) -> str:
    """In steps of ten, since no page may hold a style of its own; nothing for the middle."""
    x, y = (10 * ((each + 5) // 10) for each in (picture.focus_x, picture.focus_y))
    return "" if (x, y) == (50, 50) else f"focus-x-{x} focus-y-{y}"


@register.simple_tag
def picture_url(picture, width=1280, crop=""):
    """The public address of the JPEG of at most `width` pixels, of the use's own `crop`."""
    return _picture_address("media:picture", picture, width, crop)


@register.simple_tag
def poster_url(part):
    """Of a video's poster, a picture part or None; "" where there is none, or pictures are off."""
    return picture_url(part.picture, crop=part.crop) if part and shows_pictures() else ""


@register.simple_tag
def desk_picture_url(picture, width=320, crop=""):
    """The same for editors, who see a picture before the public does."""
    return _picture_address("admin:media_picture_file", picture, width, crop)


@register.simple_tag
def file_url(file):
    """The public address of a document, a video or its captions."""
    return _file_address("media:file", file)


@register.simple_tag
def desk_file_url(file):
    return _file_address("admin:media_file_file", file)


def _picture_address(view, picture, width, crop):
    name = name_of(picture.fitting_width(width, crop), JPEG, crop)
    return reverse(view, kwargs={"token": picture.token, "name": name})


def _file_address(view, file):
    return reverse(view, kwargs={"token": file.token, "name": file.public_name})
