"""Files on their way in, before any form has looked at them."""

import errno
from pathlib import Path

import pytest
from django.core.files import uploadedfile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile

from portal.media import uploads
from portal.media.models import Picture
from tests.portal.media.drawing import encoded, noise

pytestmark = pytest.mark.django_db
ADD = "/admin/media/picture/add/"


@pytest.fixture
def send(client, author, settings, tmp_path):
    """Posts a file to the library; answers with the page and what lies in the waiting room."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "waiting"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    client.force_login(author)

    def post(content):
        answer = client.post(ADD, {"upload": SimpleUploadedFile("photo.png", content)})
        return answer, list(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir())

    return post


def sentence(answer):
    assert answer.status_code == 200
    (text,) = answer.context["adminform"].form.errors["upload"]
    return text


def fail(*args, **kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_large_picture_waits_on_the_disk_and_goes_through(send):
    content = encoded(noise(1400, 1200), "PNG", compress_level=0)
    assert len(content) > 2_621_440  # what Django would keep in memory
    answer, waiting = send(content)
    assert (answer.status_code, waiting) == (302, [])
    assert Picture.objects.get().width == 1400


def test_no_more_is_written_than_a_form_would_accept(send, monkeypatch):
    written = []
    complete = uploads.BoundedUploadHandler.file_complete

    def weigh(self, file_size):
        written.append(Path(self.file.temporary_file_path()).stat().st_size)
        return complete(self, file_size)

    monkeypatch.setattr(uploads.BoundedUploadHandler, "file_complete", weigh)
    answer, waiting = send(b"x" * (30 * 2**20))
    assert "30 MB, and 20 MB" in sentence(answer)
    assert written[0] <= 21 * 2**20
    assert not waiting


def test_a_video_may_be_larger_where_one_is_asked_for(send, client, monkeypatch):
    limits = []
    complete = uploads.BoundedUploadHandler.file_complete

    def note(self, file_size):
        limits.append((self.field_name, self.most))
        return complete(self, file_size)

    monkeypatch.setattr(uploads.BoundedUploadHandler, "file_complete", note)
    content = SimpleUploadedFile("a.bin", b"x" * 3 * 2**20)
    for name in ("upload", "file_upload", "files-0-file_upload", "my_file_upload"):
        content.seek(0)
        client.post("/admin/media/file/add/", {name: content})
    client.logout()
    content.seek(0)
    client.post("/admin/login/", {"file_upload": content})
    assert [most // 2**20 for _name, most in limits] == [20, 200, 200, 20, 20]


@pytest.mark.parametrize("step", ["write", "flush"])
def test_a_full_disk_is_told_in_a_sentence(send, monkeypatch, step):
    monkeypatch.setattr(TemporaryUploadedFile, step, fail)
    answer, waiting = send(encoded(noise(1400, 1200), "PNG", compress_level=0))
    assert "disk is full" in sentence(answer)
    assert not waiting
    assert not Picture.objects.exists()


def test_a_disk_without_room_for_an_empty_file_is_told_too(send, monkeypatch):
    monkeypatch.setattr(uploadedfile.tempfile, "NamedTemporaryFile", fail)
    answer, _waiting = send(encoded(noise(1400, 1200), "PNG", compress_level=0))
    assert "disk is full" in sentence(answer)
