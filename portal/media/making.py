"""Which renditions pictures lack, and making them: `manage.py make_renditions`."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from portal.media import crops, renditions, storage
from portal.media.models import Picture
from portal.media.where import crops_of

CHUNK = 100  # pictures


@dataclass
class Work:
    """The files that one picture lacks; its crops are those of all editions that show it."""

    picture: Picture
    crops: list[str]
    names: list[str]

    @property
    def is_done(self) -> bool:
        return not self.names and set(self.crops) <= set(self.picture.avif_crops)

    @property
    def is_lost(self) -> bool:
        return not storage.path(self.picture.token, renditions.ORIGINAL_NAME).exists()

    def do(self) -> None:
        renditions.make(self.picture.token, self.names)
        self.say_that_avif_lies_ready()

    def say_that_avif_lies_ready(self) -> None:
        """Only once it does, and only if the picture still is the one whose files were made."""
        with transaction.atomic():
            same = Picture.objects.select_for_update().filter(token=self.picture.token)
            if picture := same.filter(pk=self.picture.pk).first():
                picture.avif_crops = self.crops
                picture.save(update_fields=["avif_crops"])  # and who keeps pages hears of it


def work_left() -> Iterator[Work]:
    """What is to be done, picture by picture in the order of their keys. Reads in chunks."""
    last = 0
    while chunk := list(Picture.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield from (work for work in map(work_for, chunk) if not work.is_done)
        last = chunk[-1].pk


def work_for(picture: Picture) -> Work:
    wanted = [crops.WHOLE, *crops_of(picture)]
    names = [
        name
        for crop in wanted
        for name in renditions.names_for(picture.width, picture.height, crop, renditions.ENCODINGS)
    ]
    return Work(picture, wanted, renditions.missing(picture.token, names))
