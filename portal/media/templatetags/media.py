"""A picture as markup: WebP by width, JPEG for the rest, its place kept while it loads."""

from django import template
from django.urls import get_script_prefix, reverse

from portal.media.renditions import JPEG, WEBP

register = template.Library()

# What a browser without srcset gets, in pixels.
FALLBACK_WIDTH = 960


@register.inclusion_tag("components/picture.html")
def picture(picture, alt, sizes="100vw", lazy=True):
    """`alt` must be given; empty for a decorative picture. `lazy` is for below the fold."""
    widths = picture.widths
    # One reverse() for all widths: a list page holds twenty pictures.
    folder = picture_url(picture).rpartition("/")[0]
    srcset = {
        extension: ", ".join(f"{folder}/{width}.{extension} {width}w" for width in widths)
        for extension in (WEBP, JPEG)
    }
    return {
        "webp": srcset[WEBP],
        "jpeg": srcset[JPEG],
        "src": f"{folder}/{picture.fitting_width(FALLBACK_WIDTH)}.{JPEG}",
        "sizes": sizes,
        "width": widths[-1],
        "height": max(1, round(picture.height * widths[-1] / picture.width)),
        "alt": alt,
        "lazy": lazy,
    }


@register.simple_tag
def picture_url(picture, width=1280):
    """The public address of the JPEG of at most `width` pixels, inside the world of the page."""
    return _address("media:picture", picture, width)


@register.simple_tag
def file_url(file):
    """The public address of a file, inside the world of the page."""
    return f"{get_script_prefix()}media/{file.token}/{file.kind}"


@register.simple_tag
def desk_picture_url(picture, width=320):
    """The same for editors, who see a picture before the public does."""
    return _address("admin:media_picture_file", picture, width)


def _address(view, picture, width):
    name = f"{picture.fitting_width(width)}.{JPEG}"
    return reverse(view, kwargs={"token": picture.token, "name": name})
