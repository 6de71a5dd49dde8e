"""Pictures and files, their earlier versions, and where editions show them."""

from portal.media.models.kept import File, Kept, Licence, Picture
from portal.media.models.parts import FilePart, PicturePart
from portal.media.models.uses import FileUse, Use
from portal.media.models.versions import FileVersion, PictureVersion

__all__ = [
    "File",
    "FilePart",
    "FileUse",
    "FileVersion",
    "Kept",
    "Licence",
    "Picture",
    "PicturePart",
    "PictureVersion",
    "Use",
]
