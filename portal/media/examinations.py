"""What doctor wants to know of the pictures: whether their files are there."""

from collections.abc import Iterator

from portal.media import renditions
from portal.media.models import Picture
from portal.schedule.health import Finding, trouble, well

SAMPLE = 200  # the newest pictures; with --thorough all are looked at


def files(*, thorough: bool) -> Iterator[Finding]:
    pictures = Picture.objects.order_by("-pk")
    looked_at = 0
    lost = []
    for picture in (pictures if thorough else pictures[:SAMPLE]).iterator(chunk_size=2_000):
        looked_at += 1
        if not all(path.is_file() for path in files_of(picture)):
            lost.append(picture.pk)
    if lost:
        yield trouble(
            f"Pictures that lack files: {len(lost)} of {looked_at}, number {lost[0]} the first.",
            mend="bring VAR_DIR/media back from a backup, or upload the same pictures again",
        )
    else:
        yield well(f"All files of {looked_at} pictures are there.")


def files_of(picture: Picture):
    yield renditions.path(picture.token, "original.jpg")
    for width in picture.widths:
        for extension in renditions.ENCODINGS:
            yield renditions.path(picture.token, f"{width}.{extension}")
