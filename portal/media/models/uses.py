"""Where approved editions show pictures and offer files: what the gate asks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.media.models.kept import File, Picture
from portal.publishing.models import Entry


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
    licence = models.TextField(_("licence"), blank=True)
    is_archive = models.BooleanField(_("archive photo"), default=False)
    crop = models.CharField(_("crop"), max_length=15, blank=True)

    class Meta:
        verbose_name = _("use of a picture")
        verbose_name_plural = _("uses of pictures")
        ordering = ["entry", "position"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "position"], name="media_use_position_once"),
        ]

    def __str__(self):
        return f"{self.picture_id} → {self.entry_id}"


class FileUse(models.Model):
    """An approved edition offers this file. Derived, like a picture's use."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="file_uses")
    file = models.ForeignKey(File, models.PROTECT, related_name="uses")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "file"], name="media_file_use_once"),
        ]

    def __str__(self):
        return f"{self.file_id} → {self.entry_id}"
