"""The rows of pictures and files under the form of an illustrated text."""

from portal.media.admin import FilePartInline, PicturePartInline
from portal.publishing.admin import PartInline
from portal.richtext.rows import PlacedInText


class IllustrationInline(PlacedInText, PicturePartInline, PartInline):
    fields = (
        *("picture", "upload", "library", "crop"),
        *("alt", "is_decorative", "caption", "credit", "licence", "is_archive"),
        *("position", "in_text"),
    )


class AttachmentInline(FilePartInline, PartInline):
    fields = ("file", "file_upload", "library", "title", "language", "position")
