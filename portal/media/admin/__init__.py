"""The library on the editors' desk, and what other admins need to hold something of it in a row."""

from portal.media.admin.files import FileAdmin
from portal.media.admin.inlines import FilePartInline, PicturePartInline
from portal.media.admin.pictures import PictureAdmin

__all__ = ["FileAdmin", "FilePartInline", "PictureAdmin", "PicturePartInline"]
