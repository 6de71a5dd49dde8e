"""What a picture or a file was before a new version took its place."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.media.models.kept import File, Picture


class Version(models.Model):
    """An earlier file, kept in the private tree, with the interval in which it was the current one.

    Who replaced it uploaded the one that follows.
    """

    # What a version remembers of its picture or file.
    REMEMBERED = ("token", "sha256", "original_name")

    token = models.CharField(_("token"), max_length=32, unique=True)
    sha256 = models.CharField(max_length=64)
    original_name = models.CharField(_("file name"), max_length=200, blank=True)
    current_from = models.DateTimeField(_("current from"))
    current_until = models.DateTimeField(_("current until"))
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("replaced by"),
    )

    class Meta:
        abstract = True
        ordering = ["-current_until"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(current_until__gt=models.F("current_from")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
        ]

    def __str__(self):
        return f"{self.original_name or self.token}, {self.current_from} – {self.current_until}"


class PictureVersion(Version):
    REMEMBERED = (*Version.REMEMBERED, "width", "height")

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="versions")
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))

    class Meta(Version.Meta):
        verbose_name = _("earlier version of a picture")
        verbose_name_plural = _("earlier versions of pictures")


class FileVersion(Version):
    REMEMBERED = (*Version.REMEMBERED, "kind", "size", "public_name")

    file = models.ForeignKey(File, models.CASCADE, related_name="versions")
    kind = models.CharField(_("type"), max_length=10, choices=File.Kind)
    size = models.PositiveBigIntegerField(_("size"))
    public_name = models.CharField(max_length=100)

    class Meta(Version.Meta):
        verbose_name = _("earlier version of a file")
        verbose_name_plural = _("earlier versions of files")
