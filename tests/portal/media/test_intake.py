"""The one way in, from an upload to a row with all its files."""

import errno
import hashlib
import os
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DatabaseError
from django.urls import reverse

from portal.media import intake, storage
from portal.media.intake import take_in, take_in_file
from portal.media.models import File, Picture
from tests.portal.media import samples
from tests.portal.media.drawing import as_upload, draw, encoded, upload

pytestmark = pytest.mark.django_db


def files(media_root):
    return [path for path in media_root.rglob("*") if path.is_file()]


def test_a_picture_is_taken_in_with_its_files(author):
    source = upload(name="На площади.JPG")
    content = source.read()
    picture = take_in(source, author)
    picture.refresh_from_db()
    assert re.fullmatch("[0-9a-f]{32}", picture.token)
    assert (picture.width, picture.height) == (800, 600)
    assert picture.sha256 == hashlib.sha256(content).hexdigest()
    assert picture.original_name == "На площади.JPG"
    assert picture.created_by == author
    for width in picture.widths:
        assert storage.path(picture.token, f"{width}.webp").is_file()


def test_the_stored_size_is_the_one_seen_upright(author):
    exif = draw().getexif()
    exif[0x0112] = 8
    picture = take_in(upload(exif=exif), author)
    assert (picture.width, picture.height) == (600, 800)


def test_neither_name_nor_number_of_the_upload_stands_in_an_address(author):
    first = take_in(upload(name="canary.jpg"), author)
    second = take_in(upload(draw(500, 400), name="canary.jpg"), author)
    assert first.token != second.token
    assert not list(storage.folder(first.token).rglob("*canary*"))


def test_a_token_cannot_be_told_from_the_bytes(author):
    first = take_in(upload(), author)
    first.delete()
    assert take_in(upload(), author).token != first.token


def test_the_same_bytes_give_the_same_picture(author, media_root):
    first = take_in(upload(name="one.jpg"), author)
    before = {path: path.stat().st_mtime_ns for path in files(media_root)}
    again = take_in(upload(name="two.jpg"), author)
    assert again == first
    assert Picture.objects.count() == 1
    assert {path: path.stat().st_mtime_ns for path in files(media_root)} == before


def test_an_upload_brings_lost_files_back(author):
    picture = take_in(upload(), author)
    storage.remove(picture.token)
    assert take_in(upload(), author) == picture
    assert storage.path(picture.token, "320.webp").is_file()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\photos\\me.jpg", "me.jpg"),
        ("a\x00b\nc.jpg", "abc.jpg"),
        ("x" * 300 + ".jpg", "x" * 196 + ".jpg"),
        (None, ""),
    ],
)
def test_an_odd_name_is_made_readable(author, name, kept):
    picture = take_in(ContentFile(encoded(draw()), name=name), author)
    picture.refresh_from_db()
    assert picture.original_name == kept


def test_an_empty_file_is_refused(author):
    with pytest.raises(ValidationError, match="empty"):
        take_in(as_upload(b""), author)


def test_a_file_of_too_many_megabytes_is_refused_unread(author, monkeypatch):
    monkeypatch.setattr(intake, "sha256_of", lambda upload: pytest.fail("it was read"))
    with pytest.raises(ValidationError, match="21 MB, and 20 MB"):
        take_in(as_upload(b"x" * (20 * 2**20 + 1)), author)


def test_a_refused_file_leaves_neither_row_nor_files(author, media_root):
    with pytest.raises(ValidationError):
        take_in(as_upload(encoded(draw())[:2000]), author)
    assert not Picture.objects.exists()
    assert not media_root.exists()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_full_disk_is_told_and_leaves_nothing(author, media_root, monkeypatch, code):
    def full(descriptor):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ValidationError, match="disk is full.*upload it again later"):
        take_in(upload(), author)
    assert not Picture.objects.exists()
    assert not files(media_root)


def test_a_row_that_cannot_be_stored_takes_its_files_along(author, media_root, monkeypatch):
    def fail(self, **kwargs):
        assert files(media_root), "the files stand before the row"
        raise DatabaseError("database or disk is full")

    monkeypatch.setattr(Picture, "save", fail)
    with pytest.raises(DatabaseError):
        take_in(upload(), author)
    assert not files(media_root)


# --- Documents, videos, captions ------------------------------------------------------------------


def test_a_file_is_taken_in_as_it_is(author, media_root):
    content = samples.office("xlsx")
    file = take_in_file(as_upload(content, "Статистика за год.xls"), author, language="ru")
    file.refresh_from_db()
    assert (file.kind, file.size, file.language) == ("xlsx", len(content), "ru")
    assert file.original_name == "Статистика за год.xls"
    assert storage.path(file.token, file.public_name).read_bytes() == content
    assert files(media_root) == [storage.path(file.token, file.public_name)]


@pytest.mark.parametrize(
    ("title", "name", "language", "kept"),
    [
        ("", "Report 2026.pdf", "en", "report-2026.pdf"),
        ("Отчёт за год", "scan0001.pdf", "ru", "otchiot-za-god.pdf"),
        ("Гадавая справаздача", "x.pdf", "be", "hadavaia-spravazdacha.pdf"),
        ("年度报告", "x.pdf", "zh-hans", "file.pdf"),
        ("", "../../etc/passwd", "", "passwd.pdf"),
        ("", "<script>.html", "", "script.pdf"),
        ("", "2026.pdf", "", "file.pdf"),
        ("", "", "", "file.pdf"),
        ("x" * 300, "a.pdf", "", f"{'x' * 80}.pdf"),
    ],
)
def test_readers_get_a_readable_name(author, title, name, language, kept):
    upload = ContentFile(samples.pdf(), name=name)
    file = take_in_file(upload, author, title=title, language=language)
    assert file.public_name == kept
    address = reverse("media:file", kwargs={"token": file.token, "name": file.public_name})
    assert address == f"/media/{file.token}/{kept}"


def test_the_same_file_gives_the_same_row_and_lost_ones_come_back(author):
    first = take_in_file(as_upload(samples.vtt()), author)
    again = take_in_file(as_upload(samples.vtt()), author)
    assert (first.is_new, again.is_new, again) == (True, False, first)
    storage.remove(first.token)
    assert take_in_file(as_upload(samples.vtt()), author) == first
    assert storage.path(first.token, first.public_name).exists()


def test_a_refused_file_of_any_kind_leaves_nothing(author, media_root):
    for content in (samples.pdf(b"/JavaScript"), samples.mp4()[:99], b"<svg/>", b""):
        with pytest.raises(ValidationError):
            take_in_file(as_upload(content), author)
    assert not File.objects.exists()
    assert not media_root.exists()


def test_a_file_on_a_full_disk_is_told_and_leaves_nothing(author, media_root, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ValidationError, match="disk is full.*upload it again later"):
        take_in_file(as_upload(samples.mp4()), author)
    assert not File.objects.exists()
    assert not files(media_root)
