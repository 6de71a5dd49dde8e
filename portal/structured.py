"""What a page tells machines of itself (schema.org), as plain dictionaries.

It says what the page says and no more. `absolute` makes a whole address of a path; where the
page holds nothing for a key, the key is left out.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localtime

from portal.media.models import Licence
from portal.media.templatetags.media import file_url, picture_url

CONTEXT = "https://schema.org"
# Where the terms can be read; the others are agreements without an address.
TERMS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
}
IMAGE_WIDTH = 1280

Absolute = Callable[[str], str]


def thing(kind: str, **values) -> dict:
    """A node of schema.org without what is empty."""
    kept = {name: value for name, value in values.items() if value not in ("", None, [], {})}
    return {"@type": kind} | kept


def moment(at: datetime) -> str:
    """As the page's own <time> has it, in the site's zone. HTML knows no microseconds."""
    return localtime(at).isoformat(timespec="seconds")


def publisher(home: str) -> dict:
    return thing("GovernmentOrganization", name=str(settings.SITE_NAME), url=home)


def breadcrumb_list(crumbs: Iterable[tuple[str, str]]) -> dict:
    """`crumbs` are titles with whole addresses; the last may be the page itself, with none."""
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing("ListItem", position=place, name=title, item=address)
            for place, (title, address) in enumerate(crumbs, start=1)
        ],
    )


def image_object(item, absolute: Absolute, **values) -> dict:
    """Of a picture in its place on a page (`PicturePart`)."""
    picture = item.picture
    width = picture.fitting_width(IMAGE_WIDTH, item.crop)
    whole_width, whole_height = picture.size_of(item.crop)
    return thing(
        "ImageObject",
        contentUrl=absolute(picture_url(picture, IMAGE_WIDTH, item.crop)),
        width=width,
        height=max(1, round(whole_height * width / whole_width)),
        caption=item.caption,
        creditText=item.credit,
        license=TERMS.get(item.licence, ""),
        **values,
    )


def video_object(video, poster, absolute: Absolute, **values) -> dict:
    """Of a video of this site, or of one elsewhere, which the page only links to."""
    file = video.part and video.part.file
    return thing(
        "VideoObject",
        thumbnailUrl=poster and absolute(picture_url(poster.picture, IMAGE_WIDTH, poster.crop)),
        contentUrl=file and absolute(file_url(file)),
        encodingFormat=file and f"video/{file.kind}",
        url="" if file else video.url,
        **values,
    )
