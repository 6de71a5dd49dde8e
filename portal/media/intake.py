"""The one way in for pictures: checked, cleaned, encoded anew, stored under a random name."""

import hashlib
import logging
import ntpath
import secrets

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

from portal.media import renditions
from portal.media.decoding import decode
from portal.media.models import Picture
from portal.media.uploads import MAX_BYTES, LostUpload

logger = logging.getLogger(__name__)


def take_in(upload: File, by) -> Picture:
    """The picture in this upload; the one already kept when the same bytes came before.

    Files are whole on the disk before the row exists. Raises ValidationError with a sentence.
    """
    if isinstance(upload, LostUpload):
        raise _not_stored()
    _refuse_size(upload)
    digest = _sha256(upload)
    picture = Picture.objects.filter(sha256=digest).order_by("pk").first()
    if picture and renditions.folder(picture.token).is_dir():
        return picture
    image = decode(upload)
    if picture:  # its files were lost: this upload brings them back
        _store(image, picture.token)
        return picture
    picture = Picture(
        token=secrets.token_hex(16),
        width=image.width,
        height=image.height,
        sha256=digest,
        original_name=_readable_name(upload.name),
        created_by=by,
    )
    _store(image, picture.token)
    try:
        picture.save(force_insert=True)
    except BaseException:
        renditions.remove(picture.token)
        raise
    return picture


def _refuse_size(upload: File) -> None:
    if not upload.size:
        raise ValidationError(_("The file is empty. Choose the picture again and upload it."))
    if upload.size > MAX_BYTES:
        raise ValidationError(
            _(
                "The file has %(has)d MB, and %(allowed)d MB is the most. Save the picture smaller "
                "or with stronger compression, and upload that file."
            ),
            params={"has": -(-upload.size // 2**20), "allowed": MAX_BYTES // 2**20},
        )


def _sha256(upload: File) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _store(image, token: str) -> None:
    try:
        renditions.store(image, token)
    except OSError as error:
        logger.exception("A picture could not be stored.")
        raise _not_stored() from error


def _not_stored() -> ValidationError:
    return ValidationError(
        _(
            "The picture could not be stored: the server's disk is full or does not answer. "
            "Nothing of it was kept. Tell the administrator, and upload it again later."
        )
    )


def _readable_name(name: str | None) -> str:
    """What the editor called the file, for finding it again; it never becomes a path."""
    base = ntpath.basename(name or "")  # splits at both kinds of slash
    return "".join(char for char in base if char.isprintable())[-200:]
