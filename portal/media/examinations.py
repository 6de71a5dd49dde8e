"""What doctor wants to know of the library: whether what it holds lies on the disk."""

from collections.abc import Iterator

from portal.media import renditions, storage
from portal.media.models import File, Picture
from portal.schedule.health import Finding, trouble, well

SAMPLE = 200  # the newest of each kind; with --thorough all are looked at
MEND = "bring VAR_DIR/media back from a backup, or upload the same files again"


def files(*, thorough: bool) -> Iterator[Finding]:
    kinds = ((Picture, "Pictures", is_whole_picture), (File, "Documents and videos", is_whole_file))
    for model, name, is_whole in kinds:
        newest = model.objects.order_by("-pk")
        rows = list((newest if thorough else newest[:SAMPLE]).iterator(chunk_size=2_000))
        lost = [row.pk for row in rows if not is_whole(row)]
        if lost:
            yield trouble(
                f"{name} that lack files: {len(lost)} of {len(rows)}, number {lost[0]} the first.",
                mend=MEND,
            )
        else:
            yield well(f"{name}: all files of {len(rows)} are there.")


def is_whole_picture(picture: Picture) -> bool:
    names = renditions.names_for(picture.width, picture.height)
    return not renditions.missing(picture.token, [renditions.ORIGINAL_NAME, *names])


def is_whole_file(file: File) -> bool:
    return storage.path(file.token, file.public_name).is_file()
