"""Banners: a theme of the year, an exhibition."""

from collections.abc import Iterable, Iterator

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.media.models import PicturePart
from portal.media.obstacles import picture_obstacles
from portal.navigation.models.around import Around
from portal.navigation.models.placed import Placed
from portal.navigation.models.target import Targeted, at_most_one_target
from portal.publishing.declaration import Declaration


class Banner(Targeted, Placed, Around):
    """It starts when it is approved for, and ends when its end is planned for."""

    SECTION = "navigation/banners"

    declaration = Declaration(
        required=("title",), related=("target",), has_page=False, around_pages=True
    )

    class Meta(Around.Meta):
        verbose_name = gettext_lazy("banner")
        verbose_name_plural = gettext_lazy("banners")
        constraints = [*Around.Meta.constraints, at_most_one_target()]

    def shown_pictures(self) -> Iterable["BannerPicture"]:
        return self.new_parts if self.pk is None else self.pictures.all()

    def obstacles(self, verb: str) -> Iterator[str]:
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from picture_obstacles(self.shown_pictures())
            if len(self.shown_pictures()) > 1:
                yield _("A banner has one picture. Remove the others.")


class BannerPicture(PicturePart):
    edition = models.ForeignKey(Banner, models.CASCADE, related_name="pictures")
