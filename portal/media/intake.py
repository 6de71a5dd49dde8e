"""The one way in for pictures and files: checked, stored under a random name, noticed when known.

Files are whole on the disk before their row exists. What is refused raises ValidationError with a
sentence for the editor, and leaves nothing behind.
"""

import logging
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from django.core import files
from django.utils.translation import gettext as _

from portal.media import renditions, storage
from portal.media.decoding import decode
from portal.media.kinds import kind_of
from portal.media.models import File, Kept, Picture
from portal.media.uploads import (
    PICTURE_BYTES,
    not_stored,
    readable_name,
    refuse_lost,
    refuse_size,
    sha256_of,
)
from portal.publishing.slugs import slug_for

logger = logging.getLogger(__name__)


def take_in(upload: files.File, by) -> Picture:
    """The picture in this upload; the one already kept when the same bytes came before.

    `is_new` of the answer tells which.
    """
    refuse_lost(upload)
    refuse_size(upload, PICTURE_BYTES)
    digest = sha256_of(upload)
    known = _known(Picture, digest)
    if known and storage.folder(known.token).is_dir():
        return known
    if known:  # its files were lost: this upload brings them back
        _store_renditions(decode(upload), known.token)
        return known
    values = picture_values(upload, digest)
    with removed_on_failure(values["token"]):
        picture = Picture.objects.create(**values, created_by=by)
    picture.is_new = True
    return picture


def take_in_file(upload: files.File, by, *, title: str = "", language: str = "") -> File:
    """The document, video or captions in this upload, as `take_in` does with pictures.

    The public name is made of the title, or else of the file's own name.
    """
    refuse_lost(upload)
    digest = sha256_of(upload)
    known = _known(File, digest)
    if known and storage.path(known.token, known.public_name).exists():
        return known
    if known:
        _store_copy(upload, known.token, known.public_name)
        return known
    values = file_values(upload, digest, title, language)
    with removed_on_failure(values["token"]):
        file = File.objects.create(**values, language=language, created_by=by)
    file.is_new = True
    return file


def picture_values(upload: files.File, digest: str) -> dict:
    """Store the picture under a new token; the columns that say what it is."""
    image, token = decode(upload), secrets.token_hex(16)
    _store_renditions(image, token)
    return {
        "token": token,
        "sha256": digest,
        "original_name": readable_name(upload.name),
        "width": image.width,
        "height": image.height,
    }


def file_values(upload: files.File, digest: str, title: str = "", language: str = "") -> dict:
    """The same for a file."""
    kind, token = kind_of(upload), secrets.token_hex(16)
    name = readable_name(upload.name)
    public_name = public_name_for(title or name.rpartition(".")[0] or name, kind, language)
    _store_copy(upload, token, public_name)
    return {
        "token": token,
        "sha256": digest,
        "original_name": name,
        "kind": kind,
        "size": upload.size,
        "public_name": public_name,
    }


def public_name_for(words: str, kind: str, language: str) -> str:
    """Latin words for the end of an address: "otchet-za-god.pdf"."""
    slug = slug_for(words, "be" if language == "be" else "ru")
    return f"{slug or 'file'}.{kind}"


@contextmanager
def removed_on_failure(token: str) -> Iterator[None]:
    """What was stored under the token goes if its row cannot be written."""
    try:
        yield
    except BaseException:
        storage.remove(token)
        raise


def known_sentence(kept: Kept) -> str:
    """Said to somebody who uploaded what the library has."""
    return _("This very file is in the library already, as “%(name)s”; it is used.") % {
        "name": kept
    }


def _known(model: type[Kept], digest: str) -> Kept | None:
    return model.objects.filter(sha256=digest).order_by("pk").first()


def _store_renditions(image, token: str) -> None:
    with _full_disk_told():
        renditions.store(image, token)


def _store_copy(upload: files.File, token: str, name: str) -> None:
    """In chunks: a video never stands in memory."""

    def fill(target):
        upload.seek(0)
        shutil.copyfileobj(upload, target, 2**20)

    with _full_disk_told(), storage.new_folder(token) as folder:
        storage.write(folder / name, fill)


@contextmanager
def _full_disk_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        logger.exception("An upload could not be stored.")
        raise not_stored() from error
