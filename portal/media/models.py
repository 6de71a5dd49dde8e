"""Pictures and files, and where the public may see them."""

from django.conf import settings
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.media import renditions
from portal.publishing import clock
from portal.publishing.folding import FoldedField
from portal.publishing.models import Entry, Part


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

    class Meta:
        abstract = True
        ordering = ["-pk"]

    def __str__(self):
        return self.original_name or self.token


class Picture(Kept):
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
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, blank=True)

    class Meta(Kept.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths in which it lies ready, the smallest first."""
        return renditions.widths_for(self.width)

    def fitting_width(self, most: int) -> int:
        """The widest one of at most `most` pixels, or the smallest there is."""
        return max([w for w in self.widths if w <= most], default=self.widths[0])


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
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, blank=True
    )

    class Meta(Kept.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    @property
    def is_video(self) -> bool:
        return self.kind in self.VIDEO

    @property
    def is_captions(self) -> bool:
        return self.kind == self.Kind.VTT


class PicturePart(Part):
    """A picture in an edition, with what is said of it there. A concrete part adds `edition`."""

    picture = models.ForeignKey(
        Picture, models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    alt = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("What the picture tells, for those who cannot see it."),
    )
    is_decorative = models.BooleanField(_("decorative: tells nothing"), default=False)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, blank=True)
    is_archive = models.BooleanField(_("archive photo"), default=False)
    # The part of the picture that is shown here: left, top, width and height in percent of the
    # whole; empty is the whole.
    crop = models.CharField(
        _("crop"),
        max_length=15,
        blank=True,
        validators=[RegexValidator(r"\A\d{1,3}(-\d{1,3}){3}\Z")],
    )

    class Meta(Part.Meta):
        abstract = True
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        return self.caption or self.alt or str(self.picture_id)

    def get_crop_display(self) -> str:
        if not self.crop:
            return ""
        names = ("left", "top", "width", "height")
        sides = dict(zip(names, self.crop.split("-"), strict=True))
        return (
            _(
                "%(width)s %% of the width and %(height)s %% of the height, "
                "from %(left)s %% (left) and %(top)s %% (top)"
            )
            % sides
        )


class FilePart(Part):
    """A file that goes with an edition. A concrete part adds `edition`."""

    file = models.ForeignKey(File, models.PROTECT, related_name="+", verbose_name=_("file"))
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("The words of the link to it.")
    )

    class Meta(Part.Meta):
        abstract = True
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self):
        return self.title or str(self.file_id)


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
