"""How an upload waits on the disk until a form looks at it."""

import logging
from contextlib import suppress
from io import BytesIO

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MAX_BYTES = 20 * 2**20

logger = logging.getLogger(__name__)


class LostUpload(InMemoryUploadedFile):
    """Stands for a file that the server had no room to keep; `take_in` says so in a sentence."""


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps no more bytes than a form would accept, and survives a full disk.

    Django's own handler would fill the disk with whatever is sent, and end in an error page.
    """

    def new_file(self, *args, **kwargs):
        self.is_lost = False
        self.attempt(super().new_file, *args, **kwargs)

    def receive_data_chunk(self, raw_data, start):
        if start <= MAX_BYTES:
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
