"""Banners: a theme of the year, an exhibition."""

from collections.abc import Iterable, Iterator

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.media.models import PicturePart
from portal.media.obstacles import picture_obstacles
from portal.navigation.models.menu import within
from portal.navigation.models.placed import Placed
from portal.navigation.models.target import (
    Targeted,
    at_most_one_target,
    numbers_of,
    sentence_of_dead_target,
    target_obstacles,
)
from portal.publishing.declaration import Declaration
from portal.publishing.models import Edition


class Banner(Targeted, Placed, Edition):
    """It starts when it is approved for, and ends when its end is planned for."""

    declaration = Declaration(
        required=("title",), related=("target",), has_page=False, around_pages=True
    )

    class Meta(Edition.Meta):
        verbose_name = gettext_lazy("banner")
        verbose_name_plural = gettext_lazy("banners")
        constraints = [*Edition.Meta.constraints, at_most_one_target()]

    @property
    def section(self) -> str:
        return "navigation/banners"

    @classmethod
    def within(cls, path: str) -> Q:
        return within("navigation/banners", path)

    @property
    def path(self) -> str:
        return ""

    def shown_pictures(self) -> Iterable["BannerPicture"]:
        return self.new_parts if self.pk is None else self.pictures.all()

    def referenced_numbers(self) -> set[int]:
        return numbers_of([self])

    def sentence_of_dead_link(self, number: int) -> str:
        return sentence_of_dead_target([self], number)

    def obstacles(self, verb: str) -> Iterator[str]:
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from target_obstacles([self])
            yield from picture_obstacles(self.shown_pictures())
            if len(self.shown_pictures()) > 1:
                yield _("A banner has one picture. Remove the others.")


class BannerPicture(PicturePart):
    edition = models.ForeignKey(Banner, models.CASCADE, related_name="pictures")
