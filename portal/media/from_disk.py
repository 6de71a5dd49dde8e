"""Pictures and files that lie on the disk, as imports and the demo bring them."""

from pathlib import Path

from django.core import files

from portal import languages
from portal.media import intake
from portal.media.models import File, Picture


def picture_from(path: Path, by) -> Picture:
    """Taken in once; later runs find it by its bytes, and bring back files that were lost."""
    with path.open("rb") as file:
        return intake.take_in(files.File(file, name=path.name), by)


def file_from(path: Path, by) -> File:
    """A document, a video or its captions, just so: "kupalle.ru.vtt" is in Russian."""
    title, *rest = path.name.split(".")
    [language] = [part for part in rest if part in languages.CODES]
    with path.open("rb") as file:
        upload = files.File(file, name=path.name)
        return intake.take_in_file(upload, by, title=title, language=language)
