"""Office files: ZIP archives of XML, without macros, and no larger than they say."""

import zipfile
import zlib
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SIGNATURE = b"PK\x03\x04"
CONTENT_TYPES = "[Content_Types].xml"
MIME_TYPE = "mimetype"
# By what the archive says of its main part. Templates and files with macros have other words.
MICROSOFT = {
    b"officedocument.wordprocessingml.document.main+xml": "docx",
    b"officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    b"officedocument.presentationml.presentation.main+xml": "pptx",
}
OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
MACRO_WORDS = ("vbaproject", "vbadata", "macrosheets/", "activex/")
MACRO_FOLDERS = ("basic/", "scripts/")
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
IS_ENCRYPTED = 0x1
MOST_ENTRIES = 10_000
MOST_UNPACKED = 250 * 2**20  # bytes, of all entries together
MOST_RATIO = 150  # unpacked over packed, once there are more bytes than
ALWAYS_ALLOWED = 10 * 2**20
MOST_WORDS = 2**20  # bytes of the part that lists the parts
CHUNK = 2**18


def judge(upload: BinaryIO) -> str:
    try:
        with zipfile.ZipFile(upload) as archive:
            return _judge(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise ValidationError(
            _(
                "The file is damaged or was not transferred whole. Open it in its program, save it "
                "again, and upload that file."
            )
        ) from error


def _judge(archive: zipfile.ZipFile) -> str:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_much()
    if any(e.flag_bits & IS_ENCRYPTED or e.filename == "EncryptedPackage" for e in entries):
        raise ValidationError(
            _("The file asks for a password. Save it without, and upload that file.")
        )
    if any(entry.compress_type not in PACKED for entry in entries):
        raise ValueError("an office program packs in no other way")
    _refuse_macros(entries)
    _unpack_all(archive, entries)
    return _kind_of(archive)


def _refuse_macros(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        name = entry.filename.lower()
        if name.startswith(MACRO_FOLDERS) or any(word in name for word in MACRO_WORDS):
            raise ValidationError(
                _(
                    "The file holds macros. Save it without them (as .docx, .xlsx, .pptx or "
                    "OpenDocument), or as PDF, and upload that file."
                )
            )


def _unpack_all(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """To count, since what an archive says of its sizes may be untrue; and to find damage."""
    size = archive.fp.seek(0, 2)
    left = min(MOST_UNPACKED, max(ALWAYS_ALLOWED, MOST_RATIO * size))
    for entry in entries:
        with archive.open(entry) as file:
            while chunk := file.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise _too_much()


def _kind_of(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if CONTENT_TYPES in names:
        said = archive.open(CONTENT_TYPES).read(MOST_WORDS)
        for words, kind in MICROSOFT.items():
            if words in said:
                return kind
    elif MIME_TYPE in names:
        said = archive.open(MIME_TYPE).read(100).strip()
        if said in OPEN_DOCUMENT:
            return OPEN_DOCUMENT[said]
    raise ValidationError(
        _(
            "This archive is no Word, Excel, PowerPoint or OpenDocument file. Upload the files in "
            "it one by one; templates and files with macros are not accepted."
        )
    )


def _too_much() -> ValidationError:
    return ValidationError(
        _(
            "Unpacked, the file would be far larger than an office file is. Save it again in its "
            "program, or as PDF, and upload that file."
        )
    )
