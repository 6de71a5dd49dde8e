"""What an uploaded file is, and why it is refused."""

import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError

from portal.media import kinds
from portal.media.kinds import kind_of, office, pdf
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, encoded

HERE = samples.__file__.rpartition("/")[0]
JS = b"/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"


def refusal(content, name="file.pdf"):
    with pytest.raises(ValidationError) as caught:
        kind_of(as_upload(content, name))
    (sentence,) = caught.value.messages
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize("kind", samples.EVERY_KIND)
@pytest.mark.parametrize("name", ["report", "report.exe", "report.html", "../report.svg"])
def test_content_decides_and_no_name(kind, name):
    assert kind_of(as_upload(samples.EVERY_KIND[kind], name)) == kind


@pytest.mark.parametrize("name", ["tone.mp4", "tone.webm"])
def test_videos_of_a_real_encoder_are_read(name):
    with open(f"{HERE}/videos/{name}", "rb") as file:
        assert kind_of(as_upload(file.read(), "video")) == name.rpartition(".")[2]


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"MZ\x90\x00\x03\x00\x00\x00\x04\x00",
        b"\x7fELF\x02\x01\x01",
        b"#!/bin/sh\nrm -rf /\n",
        b"{\\rtf1\\ansi",
        b"Rar!\x1a\x07\x00",
        b"\x1f\x8b\x08\x00",
        b"junk before %PDF-1.7",
        b"\x00" * 5000,
        b"x",
    ],
)
def test_what_is_no_file_of_ours_is_refused(content):
    assert "no file that the site offers" in refusal(content, "report.pdf")


def test_old_office_files_are_told_what_to_save_as():
    assert "Save it as .docx" in refusal(kinds.OLD_OFFICE + b"\0" * 600, "report.docx")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_belongs_among_the_pictures(format):
    assert "among the pictures" in refusal(encoded(draw(), format), "report.pdf")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7\n" + b"x" * (25 * 2**20), "26 MB, and 25 MB"),
        (samples.office("docx") + b"x" * (25 * 2**20), "26 MB, and 25 MB"),
        (samples.vtt() + b"\n" * 2**20, "2 MB, and 1 MB"),
        (samples.mp4(media=b"\0" * (200 * 2**20)), "201 MB, and 200 MB"),
    ],
)
def test_each_kind_has_its_own_limit(content, sentence):
    assert sentence in refusal(content)


# --- Truncated and damaged ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(samples.EVERY_KIND.keys() - {"vtt"}))
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_what_was_not_transferred_whole_is_refused(kind, part):
    whole = samples.EVERY_KIND[kind]
    assert "not transferred whole" in refusal(whole[: max(30, int(len(whole) * part))])


@pytest.mark.parametrize("name", ["tone.mp4", "tone.webm"])
def test_a_real_video_cut_short_is_refused(name):
    with open(f"{HERE}/videos/{name}", "rb") as file:
        whole = file.read()
    for part in (0.1, 0.5, 0.95):
        assert "not transferred whole" in refusal(whole[: int(len(whole) * part)])


@pytest.mark.parametrize("kind", samples.EVERY_KIND)
def test_damaged_bytes_end_in_a_sentence_or_a_kind(kind):
    whole = samples.EVERY_KIND[kind]
    for at in range(0, len(whole), max(1, len(whole) // 80)):
        broken = whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :]
        with suppress(ValidationError):
            assert kind_of(as_upload(broken)) in samples.EVERY_KIND


# --- PDF ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        JS,
        JS.replace(b"JavaScript", b"J#61va#53cript"),
        b"/OpenAction << /S /Launch /F (calc.exe) >>",
        b"/OpenAction<</S/#4Caunch/F(calc.exe)>>",
        b"/Names << /JavaScript 5 0 R >>",
        b"/AcroForm << /XFA 7 0 R >>",
    ],
)
def test_a_pdf_with_a_program_is_refused(inside):
    assert "holds a program" in refusal(samples.pdf(inside))


@pytest.mark.parametrize(
    "dictionary",
    [
        b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        b"/Type/ObjStm/N 1/First 4/Filter[/FlateDecode]",
        b"/Type /#4FbjStm /N 1 /First 4 /Filter /Fl#61teDecode",
        b"/N 1 /First 4 /Filter /FlateDecode",
        b"/Type /ObjStm % 3 0 obj\n /N 1 /First 4 /Filter /FlateDecode",
    ],
)
def test_a_program_is_found_in_what_is_packed(dictionary):
    hidden = samples.packed(b"5 0 << /S /JavaScript /JS (1) >>", dictionary)
    assert "holds a program" in refusal(samples.pdf(before_the_end=hidden))


@pytest.mark.parametrize(
    "filters",
    [b"/LZWDecode", b"[/ASCIIHexDecode /FlateDecode]", b"/#4c#5aWDecode", b"/Crypt"],
)
def test_a_pdf_that_cannot_be_searched_is_refused(filters):
    hidden = samples.packed(b"5 0 <<>>", b"/Type /ObjStm /N 1 /First 4 /Filter " + filters)
    assert "cannot be searched" in refusal(samples.pdf(before_the_end=hidden))


def test_a_pdf_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_UNPACKED", 10 * 2**20)
    hidden = samples.packed(b"5 0 " + b" " * (11 * 2**20))
    assert len(hidden) < 20_000
    assert "cannot be searched" in refusal(samples.pdf(before_the_end=hidden))


def test_a_name_is_found_across_the_pieces_that_are_unpacked():
    for shift in range(1004, 1030):
        hidden = samples.packed(b"5 0 " + b" " * (shift - 20) + b"/J#61va#53cript ")
        assert "holds a program" in refusal(samples.pdf(before_the_end=hidden))


def test_an_encrypted_pdf_is_refused():
    assert "encrypted" in refusal(samples.pdf(b"/Encrypt 5 0 R"))
    assert kind_of(as_upload(samples.pdf(b"/EncryptMetadata false"))) == "pdf"


def test_an_honest_pdf_goes_through():
    text = b"(He says: JavaScript is a language, /JavaScripting too.)"
    packed = samples.packed(b"5 0 << /Type /Page >>") + samples.packed(
        b"BT (words) Tj ET", b"/Filter /FlateDecode"
    )
    image = samples.packed(zlib.compress(b"\x00" * 99), b"/Subtype /Image /Filter /DCTDecode")
    links = b"/A << /S /URI /URI (https://example.org/) >> /JavaScriptX 1"
    assert kind_of(as_upload(samples.pdf(links, packed + image + text))) == "pdf"


# --- Office ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("docx", "word/vbaProject.bin"),
        ("xlsx", "xl/VBAPROJECT.BIN"),
        ("xlsx", "xl/macrosheets/sheet1.xml"),
        ("pptx", "ppt/activeX/activeX1.bin"),
        ("odt", "Basic/Standard/Module1.xml"),
        ("ods", "Scripts/python/run.py"),
    ],
)
def test_macros_are_refused(kind, entry):
    assert "macros" in refusal(samples.office(kind, **{entry: b"Sub AutoOpen()"}))


@pytest.mark.parametrize("word", ["macroEnabled.main+xml", "template.main+xml"])
def test_an_archive_of_another_type_is_refused(word):
    content = samples.archive(
        {"[Content_Types].xml": f"<Types>application/vnd.ms-word.document.{word}</Types>"}
    )
    assert "no Word, Excel" in refusal(content)
    assert "no Word, Excel" in refusal(samples.archive({"a.txt": "a"}))
    assert "no Word, Excel" in refusal(samples.archive({"mimetype": "application/epub+zip"}))


def test_a_bomb_is_refused_while_it_is_counted():
    content = samples.office("docx", **{"word/media/zeros.xml": b"\0" * (12 * 2**20)})
    assert len(content) < 20_000
    assert "far larger" in refusal(content)


def test_many_small_entries_count_together(monkeypatch):
    monkeypatch.setattr(office, "MOST_UNPACKED", 2**20)
    noise = {f"xl/{i}.bin": zlib.compress(bytes([i])) * 20_000 for i in range(9)}
    assert "far larger" in refusal(samples.office("xlsx", **noise))
    monkeypatch.setattr(office, "MOST_ENTRIES", 5)
    assert "far larger" in refusal(samples.office("xlsx", **noise))


def test_what_an_archive_says_of_its_sizes_is_not_believed():
    zeros = b"\0" * (12 * 2**20)
    honest = samples.office("docx", **{"word/zeros.xml": zeros})
    lied = honest.replace(struct.pack("<I", len(zeros)), struct.pack("<I", 1000))
    assert lied != honest
    assert refusal(lied)


def test_a_password_and_odd_packing_are_refused():
    content = bytearray(samples.office("docx"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        content[at + offset] |= 1
    assert "password" in refusal(bytes(content))
    bz2 = samples.archive({"[Content_Types].xml": "x"}, zipfile.ZIP_BZIP2)
    assert "damaged" in refusal(bz2)


# --- Video and captions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        samples.mp4(codec=b"hvc1"),
        samples.mp4(codec=b"mp4v"),
        samples.mp4(brand=b"qt  "),
        samples.webm(kind=b"matroska"),
    ],
)
def test_a_video_that_some_browsers_cannot_play_is_refused(content):
    assert "Not every browser" in refusal(content)


def test_a_video_without_its_table_is_not_whole():
    without = samples.box(b"ftyp", b"isom\0\0\2\0") + samples.box(b"mdat", b"\0" * 99)
    assert "not transferred whole" in refusal(without)


@pytest.mark.parametrize(
    "content",
    [
        samples.vtt(header="WEBVTT - Speech\nKind: captions\n\n"),
        b"\xef\xbb\xbf" + samples.vtt(),
        samples.vtt().replace(b"\n", b"\r\n"),
        samples.vtt("1\n00:00.000 --> 00:01.000 line:80%\n<b>One</b>\n\nNOTE\nwords\n\n"),
        samples.vtt("00:01.000 --> 00:02.000\nПа-беларуску, 中文\n"),
    ],
)
def test_captions_are_read_as_browsers_do(content):
    assert kind_of(as_upload(content)) == "vtt"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (samples.vtt("00:01,000 --> 00:02,000\nOne\n"), "Line 3 of the captions: times are"),
        (samples.vtt("00:05.000 --> 00:02.000\nOne\n"), "Line 3 of the captions: the times"),
        (
            samples.vtt("00:05.000 --> 00:06.000\nOne\n\n00:01.000 --> 00:02.000\nTwo\n"),
            "Line 6 of the captions: the times are not in order",
        ),
        (samples.vtt("00:61.000 --> 00:62.000\nOne\n"), "times are written"),
        (samples.vtt("STYLE\n::cue { background: url(http://a.b/) }\n\n"), "styles"),
        (samples.vtt(""), "no line with times"),
        (samples.vtt("Words alone\n"), "no line with times"),
        (samples.vtt(header="WEBVTTX\n\n"), "begin with the line WEBVTT"),
        ("WEBVTT\n\nПривет".encode("cp1251"), "UTF-8"),
    ],
)
def test_captions_that_cannot_be_are_told_where(content, sentence):
    assert sentence in refusal(content)
