"""Pictures, and where the public may see them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.media import renditions
from portal.publishing import clock
from portal.publishing.folding import FoldedField
from portal.publishing.models import Entry


class Picture(models.Model):
    """A picture as it was taken in. Its files lie under the token and are never overwritten."""

    token = models.CharField(_("token"), max_length=32, unique=True, editable=False)
    # Of the upright original, in pixels.
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    # Of the bytes as they were uploaded, which are not kept.
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    original_name = models.CharField(_("file name"), max_length=200, blank=True)
    folded_name = FoldedField(source="original_name")
    created_at = models.DateTimeField(_("uploaded at"), default=clock.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("uploaded by"),
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]

    def __str__(self):
        return self.original_name or self.token

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths in which it lies ready, the smallest first."""
        return renditions.widths_for(self.width)

    def fitting_width(self, most: int) -> int:
        """The widest one of at most `most` pixels, or the smallest there is."""
        return max([w for w in self.widths if w <= most], default=self.widths[0])


class Use(models.Model):
    """An approved edition shows this picture. Derived: `rebuild_uses` writes it all anew.

    The interval is the Entry's own, so a use needs no dates and nobody has to end it.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="uses", verbose_name=_("entry"))
    picture = models.ForeignKey(
        Picture, models.PROTECT, related_name="uses", verbose_name=_("picture")
    )
    position = models.PositiveIntegerField(_("position"))
    alt = models.TextField(_("alternative text"), blank=True)
    is_decorative = models.BooleanField(_("decorative"), default=False)
    caption = models.TextField(_("caption"), blank=True)
    credit = models.TextField(_("credit"), blank=True)

    class Meta:
        verbose_name = _("use of a picture")
        verbose_name_plural = _("uses of pictures")
        ordering = ["entry", "position"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "position"], name="media_use_position_once"),
        ]

    def __str__(self):
        return f"{self.picture_id} → {self.entry_id}"
