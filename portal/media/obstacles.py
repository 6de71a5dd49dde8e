"""What pictures and files need before a text with them can be public, as sentences."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from portal.media.models import FilePart, PicturePart


def picture_obstacles(parts: Iterable[PicturePart]) -> Iterator[str]:
    for part in parts:
        if not part.alt and not part.is_decorative:
            yield _("Describe the picture for those who cannot see it, or mark it decorative.")


def file_obstacles(parts: Iterable[FilePart]) -> Iterator[str]:
    parts = list(parts)
    for part in parts:
        if not part.title:
            yield _("Give the file “%(file)s” a title: the words of the link to it.") % {
                "file": part.file
            }
        if not part.file.language:
            yield _("Say in which language the file “%(file)s” is.") % {"file": part.file}
    has_video = any(part.file.is_video for part in parts)
    if has_video and not any(part.file.is_captions for part in parts):
        yield _(
            "Add captions (a WebVTT file) to the video, for those who cannot hear it or understand "
            "its language."
        )
