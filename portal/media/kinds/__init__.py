"""What an uploaded file is, by what it holds: its name and what the browser says are never asked.

Each kind has a module with a `judge(upload)` that answers with the kind, or raises ValidationError
with a sentence for the editor. The bytes are hostile until proved otherwise.
"""

from collections.abc import Callable
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.media.kinds import captions, office, pdf, video
from portal.media.uploads import CAPTIONS_BYTES, DOCUMENT_BYTES, VIDEO_BYTES, refuse_size

HEAD = 1024  # bytes
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")


def kind_of(upload: BinaryIO) -> str:
    """The kind of this file, a value of `File.Kind`, once all of it has been looked at.

    Raises ValidationError with a sentence.
    """
    judge, most = _judge_for(_head(upload))
    refuse_size(upload, most)
    upload.seek(0)
    return judge(upload)


def _head(upload: BinaryIO) -> bytes:
    upload.seek(0)
    return upload.read(HEAD)


def _judge_for(head: bytes) -> tuple[Callable[[BinaryIO], str], int]:
    if head.startswith(pdf.SIGNATURE):
        return pdf.judge, DOCUMENT_BYTES
    if head.startswith(office.SIGNATURE):
        return office.judge, DOCUMENT_BYTES
    if head[4:8] == video.MP4_SIGNATURE:
        return video.judge_mp4, VIDEO_BYTES
    if head.startswith(video.WEBM_SIGNATURE):
        return video.judge_webm, VIDEO_BYTES
    if head.removeprefix(captions.BYTE_ORDER_MARK).startswith(captions.SIGNATURE):
        return captions.judge, CAPTIONS_BYTES
    raise ValidationError(_why_not(head))


def _why_not(head: bytes) -> str:
    if head.startswith(OLD_OFFICE):
        return _(
            "This is an old Word, Excel or PowerPoint file, or one with a password. Save it as "
            ".docx, .xlsx or .pptx without a password, or as PDF, and upload that file."
        )
    if head.startswith(PICTURES) or head[8:12] == b"WEBP":
        return _("This is a picture. Upload it among the pictures of the text instead.")
    return _(
        "This is no file that the site offers. Upload a PDF, a Word, Excel, PowerPoint or "
        "OpenDocument file, a video as MP4 or WebM, or its captions as WebVTT (.vtt)."
    )
