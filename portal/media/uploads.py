"""Uploads as they come: how they wait on the disk until a form looks at them, and how large."""

import hashlib
import logging
import ntpath
from contextlib import suppress
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.translation import gettext as _

PICTURE_BYTES = 20 * 2**20
DOCUMENT_BYTES = 25 * 2**20
VIDEO_BYTES = 200 * 2**20
CAPTIONS_BYTES = 2**20
# The name of the form fields that take a document or a video.
FILE_FIELD = "file_upload"

logger = logging.getLogger(__name__)


class LostUpload(InMemoryUploadedFile):
    """Stands for a file that the server had no room to keep; `refuse_lost` says so."""


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps no more bytes than a form would accept, and survives a full disk.

    Django's own handler would fill the disk with whatever is sent, and end in an error page.
    """

    def new_file(self, *args, **kwargs):
        self.is_lost = False
        self.attempt(super().new_file, *args, **kwargs)
        self.most = self.most_bytes()

    def most_bytes(self) -> int:
        """As many as a video has, only for a field that takes one and for somebody logged in."""
        user = getattr(self.request, "user", None)
        takes_files = self.field_name.rpartition("-")[2] == FILE_FIELD
        return VIDEO_BYTES if takes_files and user and user.is_active else PICTURE_BYTES

    def receive_data_chunk(self, raw_data, start):
        if start <= self.most:
            self.attempt(lambda: self.file.write(raw_data))

    def file_complete(self, file_size):
        self.attempt(lambda: self.file.flush())
        if not self.is_lost:
            return super().file_complete(file_size)
        return LostUpload(
            BytesIO(), self.field_name, self.file_name, self.content_type, file_size, self.charset
        )

    def attempt(self, step, *args, **kwargs):
        if self.is_lost:
            return
        try:
            step(*args, **kwargs)
        except OSError:
            logger.exception("An upload could not be kept.")
            self.is_lost = True
            with suppress(OSError, AttributeError):  # no file yet, or still no room for its end
                self.file.close()


def refuse_lost(upload: File) -> None:
    if isinstance(upload, LostUpload):
        raise not_stored()


def refuse_size(upload: File, most: int) -> None:
    if not upload.size:
        raise ValidationError(_("The file is empty. Choose it again and upload it."))
    if upload.size > most:
        raise ValidationError(
            _(
                "The file has %(has)d MB, and %(allowed)d MB is the most for its kind. Save it "
                "smaller or with stronger compression, and upload that file."
            ),
            params={"has": -(-upload.size // 2**20), "allowed": most // 2**20},
        )


def sha256_of(upload: File) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def not_stored() -> ValidationError:
    return ValidationError(
        _(
            "The file could not be stored: the server's disk is full or does not answer. "
            "Nothing of it was kept. Tell the administrator, and upload it again later."
        )
    )


def readable_name(name: str | None) -> str:
    """What the editor called the file, for finding it again; it never becomes a path."""
    base = ntpath.basename(name or "")  # splits at both kinds of slash
    return "".join(char for char in base if char.isprintable())[-200:]
