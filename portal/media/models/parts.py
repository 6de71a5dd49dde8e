"""Pictures and files in an edition, with what is said of them there."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.media.models.kept import File, Licence, Picture
from portal.publishing.models import Part


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
        return gettext(
            "%(width)s %% of the width and %(height)s %% of the height, "
            "from %(left)s %% (left) and %(top)s %% (top)"
        ) % dict(zip(names, self.crop.split("-"), strict=True))

    @property
    def has_terms(self) -> bool:
        """Whether its terms of use are others than those that all of the site has."""
        return self.licence not in {"", Licence.SITE}


class FilePart(Part):
    """A file that goes with an edition. A concrete part adds `edition`."""

    # Whether it is a video, and in which language, is asked wherever the edition is.
    read_along = ("file",)

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
