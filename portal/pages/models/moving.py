"""The record of what was moved in the tree, from which one click puts it back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.pages.models.place import Place


class Moving(models.Model):
    """One move of a place with all below it. `undoes` names the move that it took back."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="movings")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_parent = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    from_path = models.CharField(max_length=190)
    from_position = models.PositiveSmallIntegerField()
    to_parent = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    to_path = models.CharField(max_length=190)
    to_position = models.PositiveSmallIntegerField()
    # How many addresses it changed.
    addresses = models.PositiveIntegerField(default=0)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.from_path} → {self.to_path}"

    @property
    def from_word(self) -> str:
        return self.from_path.rpartition("/")[2]

    @property
    def to_word(self) -> str:
        return self.to_path.rpartition("/")[2]
