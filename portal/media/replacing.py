"""A new version of a picture or a file: the same row, and so the same uses, with another file.

The earlier one is kept with the interval in which it was current. Its addresses end at once.
"""

from django.core import files
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.media import crops, public, renditions
from portal.media.intake import file_values, picture_values, removed_on_failure
from portal.media.models import File, Kept, Picture
from portal.media.uploads import PICTURE_BYTES, not_stored, refuse_lost, refuse_size, sha256_of
from portal.media.where import crops_of, editions_with, entries_with
from portal.publishing import clock
from portal.publishing.models import State
from portal.publishing.rights import can


def obstacles_to_replacing(kept: Kept, user) -> list[str]:
    """Why this person may not change at once what the public sees, or will."""
    found, now = [], clock.now()
    entries = entries_with(kept).exclude(live_until__lte=now).order_by("live_from")
    places = {(entry.section, entry.language): entry for entry in entries}
    for entry in places.values():
        if not can(user, "approve", entry):
            is_live = entry.live_from <= now
            found.append(_no_right_there(entry) if is_live else _no_right_somewhere())
    if any(editions.filter(state=State.IN_REVIEW).exists() for editions in editions_with(kept)):
        found.append(
            _(
                "A text that shows it is in review, and nobody changes what is read. Wait until "
                "that text is approved or sent back."
            )
        )
    return list(dict.fromkeys(found))


def _no_right_there(entry) -> str:
    return _(
        "“%(title)s” shows it publicly, and your role there does not include publishing. Ask a "
        "colleague whose role does."
    ) % {"title": entry}


def _no_right_somewhere() -> str:
    return _(
        "A text that becomes public later shows it, and your role there does not include "
        "publishing. Ask a chief editor."
    )


def replace(kept: Kept, upload: files.File, by) -> Kept:
    """Make this upload the current file of the picture or file. Returns the row as it now is.

    Raises ValidationError with sentences; then everything is as it was.
    """
    refuse_lost(upload)
    digest = sha256_of(upload)
    _refuse(kept, digest, by)  # before the work; asked once more under the lock
    values = VALUES[type(kept)](kept, upload, digest)
    del values["original_name"]  # the library goes on calling it what it did
    with removed_on_failure(values["token"]):
        _make_crops(kept, values)
        with transaction.atomic():
            # FOR UPDATE: an edition that begins to show it waits, or has been seen below.
            current = type(kept).objects.select_for_update().get(pk=kept.pk)
            _refuse(current, digest, by)
            _make_crops(current, values)  # of editions that came meanwhile
            _keep_version(current, by)
            public.remove_on_commit([current.token])
            for name, value in values.items():
                setattr(current, name, value)
            current.save(update_fields=values)
    return current


def current_since(kept: Kept):
    latest = kept.versions.first()
    return latest.current_until if latest else kept.created_at


def _refuse(kept: Kept, digest: str, by) -> None:
    if sentences := obstacles_to_replacing(kept, by):
        raise ValidationError(sentences)
    if kept.sha256 == digest:
        raise ValidationError(_("This is the very file that is current. Choose the new one."))


def _values_of_picture(picture: Picture, upload, digest: str) -> dict:
    refuse_size(upload, PICTURE_BYTES)
    return picture_values(upload, digest) | {"avif_crops": []}


def _values_of_file(file: File, upload, digest: str) -> dict:
    words = file.public_name.rpartition(".")[0]
    values = file_values(upload, digest, words, file.language)
    new = File(kind=values["kind"])
    if (new.is_video, new.is_captions) != (file.is_video, file.is_captions):
        with removed_on_failure(values["token"]):
            raise ValidationError(
                _(
                    "The texts show a file of type %(kind)s, and this one is of another sort. "
                    "Upload a new version of the same sort."
                ),
                params={"kind": file.get_kind_display()},
            )
    return values


VALUES = {Picture: _values_of_picture, File: _values_of_file}


def _make_crops(kept: Kept, values: dict) -> None:
    """Before the switch, so that no page misses a file."""
    if not isinstance(kept, Picture):
        return
    size = values["width"], values["height"]
    for crop in crops_of(kept):
        if not crops.Crop.parse(crop).is_large_enough(*size):
            raise ValidationError(
                _(
                    "A text shows a part of this picture, and of the new one too few pixels would "
                    "be left there. Upload a larger one."
                )
            )
        names = renditions.missing(values["token"], renditions.names_for(*size, crop))
        try:
            renditions.make(values["token"], names)
        except OSError as error:
            raise not_stored() from error


def _keep_version(kept: Kept, by) -> None:
    version = kept.versions.model
    remembered = {name: getattr(kept, name) for name in version.REMEMBERED}
    kept.versions.create(
        **remembered, current_from=current_since(kept), current_until=clock.now(), replaced_by=by
    )
