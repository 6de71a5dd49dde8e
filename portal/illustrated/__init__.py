"""Texts with pictures placed in them and files to take along: what articles and pages share."""

from django.db.models import BigIntegerField
from django.utils.translation import gettext as _

from portal.media.models import FilePart, PicturePart
from portal.media.obstacles import file_obstacles, picture_obstacles
from portal.prepared import prepared
from portal.richtext import document_numbers, picture_keys


class Illustrated:
    """Mix into an edition with a rich text `body`, and parts `pictures` and `files`."""

    def obstacles(self, verb):
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from picture_obstacles(self.shown_pictures())
            yield from self.obstacles_of_places()
            yield from file_obstacles(self.offered_files())

    def obstacles_of_places(self):
        if picture_keys(self.body) - {picture.key for picture in self.shown_pictures()}:
            yield _(
                "The text places a picture that is not in its list any more. Take it out of "
                "the text, or place another one there."
            )

    def referenced_numbers(self) -> set[int]:
        return document_numbers(self.body)

    def shown_pictures(self):
        return self.new_of(PicturePart) if self.pk is None else self.pictures.all()

    def offered_files(self):
        return self.new_of(FilePart) if self.pk is None else self.files.all()

    def pictures_to_show(self) -> list:
        """Each with its picture. One query."""
        return parts_with(self.pictures.model, "picture", edition=self.pk)

    def files_to_offer(self) -> list:
        """Each with its file. One query."""
        return parts_with(self.files.model, "file", edition=self.pk)

    def new_of(self, kind: type) -> list:
        return [part for part in self.new_parts if isinstance(part, kind)]


@prepared(edition=BigIntegerField())
def parts_with(model, kept: str, *, edition):
    return model.objects.filter(edition=edition).select_related(kept)
