"""What hangs on one edition and goes with it."""

from typing import ClassVar
from uuid import uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    return uuid4().hex


class Part(models.Model):
    """A row that belongs to one edition. Its key stays the same from edition to edition.

    A concrete part declares `edition = ForeignKey(TheType, CASCADE, related_name=...)`.
    """

    # Foreign keys whose rows are read with the part, wherever an edition is read as a whole.
    read_along: ClassVar[tuple[str, ...]] = ()

    key = models.CharField(max_length=32, default=new_key, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def save(self, *args, **kwargs):
        with transaction.atomic():
            self.edition.lock_draft()
            self.stay_with_edition()
            super().save(*args, **kwargs)

    def stay_with_edition(self) -> None:
        """A part never moves: it would be missing from an edition that is approved, perhaps."""
        stored = type(self).objects.filter(pk=self.pk).values_list("edition", flat=True).first()
        if stored not in {None, self.edition_id}:
            raise TypeError("A part belongs to its edition for good; copy it instead.")

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            self.edition.lock_draft()
            return super().delete(*args, **kwargs)
