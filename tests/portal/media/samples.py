"""Documents, videos and captions made for the tests, as bytes."""

import struct
import zipfile
import zlib
from io import BytesIO

OOXML = "application/vnd.openxmlformats-officedocument."
MAIN_PARTS = {
    "docx": (f"{OOXML}wordprocessingml.document.main+xml", "word/document.xml"),
    "xlsx": (f"{OOXML}spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "pptx": (f"{OOXML}presentationml.presentation.main+xml", "ppt/presentation.xml"),
}
MIME_TYPES = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
CUES = "00:01.000 --> 00:04.000\nThe doors open.\n\n00:05.000 --> 01:00:00.000\nAt nine.\n"


def pdf(inside=b"", before_the_end=b"") -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + inside + b" >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + before_the_end
        + b"trailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n9\n%%EOF\n"
    )  # fmt: skip


def packed(text: bytes, dictionary=b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode") -> bytes:
    """An object of a PDF that holds other objects, compressed."""
    body = zlib.compress(text)
    return b"9 0 obj\n<< %s /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        dictionary,
        len(body),
        body,
    )


def archive(entries: dict[str, bytes | str], compression=zipfile.ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


def office(kind: str, **entries: bytes | str) -> bytes:
    """A Word, Excel, PowerPoint or OpenDocument file; `entries` go in besides."""
    if kind in MAIN_PARTS:
        said, part = MAIN_PARTS[kind]
        types = f'<Types><Override PartName="/{part}" ContentType="{said}"/></Types>'
        return archive({"[Content_Types].xml": types, part: "<document/>"} | entries)
    return archive({"mimetype": MIME_TYPES[kind], "content.xml": "<document/>"} | entries)


def vtt(cues: str = CUES, header: str = "WEBVTT\n\n") -> bytes:
    return (header + cues).encode()


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def mp4(codec=b"avc1", brand=b"isom", media=b"\0" * 200) -> bytes:
    """The boxes of a video that hold what is looked at. It plays nothing."""
    entry = box(codec, b"\0" * 70)
    described = box(b"stsd", struct.pack(">II", 0, 1), entry)
    track = box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", described))))
    return box(b"ftyp", brand, b"\0\0\2\0") + box(b"moov", track) + box(b"mdat", media)


def webm(kind=b"webm", media=b"\0" * 200) -> bytes:
    header = b"\x42\x82" + bytes([0x80 | len(kind)]) + kind
    size = struct.pack(">Q", 1 << 56 | len(media))
    return (
        b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(header)]) + header
        + b"\x18\x53\x80\x67" + size + media
    )  # fmt: skip


EVERY_KIND = {
    "pdf": pdf(),
    **{kind: office(kind) for kind in (*MAIN_PARTS, *MIME_TYPES)},
    "mp4": mp4(),
    "webm": webm(),
    "vtt": vtt(),
}
