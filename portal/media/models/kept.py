"""What the library keeps: pictures and files, each as it is now."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.languages import LanguageField
from portal.media.measured import Measured
from portal.publishing import clock, scopes
from portal.publishing.folding import FoldedField
from portal.publishing.world import World, current


class Licence(models.TextChoices):
    """Under which terms others may use a picture."""

    SITE = "site", _("the terms of this site")
    AGENCY = "agency", _("by agreement with the agency; not for others")
    CC_BY = "cc-by-4.0", "Creative Commons BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "Creative Commons BY-SA 4.0"
    CC0 = "cc0-1.0", "Creative Commons CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", _("public domain")


class Kept(models.Model):
    """What is kept in a file of its own, as it is now; its earlier files are `versions`."""

    token = models.CharField(_("token"), max_length=32, unique=True, editable=False)
    # Of the bytes as they were uploaded.
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

    # What no version remembers and the current file alone has.
    NOT_REMEMBERED: ClassVar[dict[str, object]] = {}
    # Whether this object has just been taken in, and not found in the library.
    is_new = False

    class Meta:
        abstract = True
        ordering = ["-pk"]

    def __str__(self):
        return self.original_name or self.token

    @classmethod
    def from_db(cls, db, field_names, values):
        """In the time machine with the file that was current at its moment."""
        kept = super().from_db(db, field_names, values)
        scopes.reads_media(kept)
        world = current()
        if world is not None and world.past is not None:
            kept.return_to(world)
        return kept

    def return_to(self, world: World) -> None:
        """Take the values of the version that was current then: of those that ended later the
        first, so that a text that was adopted with an earlier date has what it began with.
        """
        if type(self) not in world.memory:  # one query a request, whatever the page shows
            version, key = type(self).versions.rel.related_model, f"{self._meta.model_name}_id"
            ended_later = version.objects.filter(current_until__gt=world.past.at)
            rows = ended_later.order_by("-current_until").values(key, *version.REMEMBERED)
            world.memory[type(self)] = {row.pop(key): row | self.NOT_REMEMBERED for row in rows}
        for name, value in world.memory[type(self)].get(self.pk, {}).items():
            setattr(self, name, value)


class Picture(Measured, Kept):
    """A picture as it was taken in. Its files lie under the token and are never overwritten."""

    # Of the upright original, in pixels.
    width = models.PositiveIntegerField(_("width"))
    height = models.PositiveIntegerField(_("height"))
    # What must stay in sight when a place shows less than the whole picture; percent from the
    # left and from the top.
    focus_x = models.PositiveSmallIntegerField(
        _("focal point, from the left"), default=50, validators=[MaxValueValidator(100)]
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focal point, from the top"), default=50, validators=[MaxValueValidator(100)]
    )
    # Taken over by each use that says nothing of its own.
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    folded_credit = FoldedField(source="credit")
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, blank=True)
    # Of which crops AVIF lies ready ("" is the whole picture), so that no page asks the disk.
    avif_crops = models.JSONField(default=list, editable=False)

    NOT_REMEMBERED: ClassVar[dict[str, object]] = {"avif_crops": []}

    class Meta(Kept.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class File(Kept):
    """A document, a video or its captions, as it was taken in."""

    class Kind(models.TextChoices):
        """By content, never by name; the value is the extension as well."""

        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"
        XLSX = "xlsx", "Excel"
        PPTX = "pptx", "PowerPoint"
        ODT = "odt", "OpenDocument Text"
        ODS = "ods", "OpenDocument Spreadsheet"
        ODP = "odp", "OpenDocument Presentation"
        MP4 = "mp4", "MP4"
        WEBM = "webm", "WebM"
        VTT = "vtt", "WebVTT"

    VIDEO = (Kind.MP4, Kind.WEBM)

    kind = models.CharField(_("type"), max_length=10, choices=Kind, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False)  # bytes
    # The last part of its address: readers keep a download by this name.
    public_name = models.CharField(max_length=100, editable=False)
    language = LanguageField(_("language"), max_length=10, blank=True)

    class Meta(Kept.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    @property
    def extension(self) -> str:
        return self.kind

    @property
    def is_video(self) -> bool:
        return self.kind in self.VIDEO

    @property
    def is_captions(self) -> bool:
        return self.kind == self.Kind.VTT
