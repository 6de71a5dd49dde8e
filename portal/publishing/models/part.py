"""What hangs on one edition and goes with it."""

from uuid import uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


def new_key() -> str:
    return uuid4().hex


class Part(models.Model):
    """A row that belongs to one edition. Its key stays the same from edition to edition.

    A concrete part declares `edition = ForeignKey(TheType, CASCADE, related_name=...)`.
    """

    key = models.CharField(max_length=32, default=new_key, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def save(self, *args, **kwargs):
        with transaction.atomic():
            self.edition.lock_draft()
            super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            self.edition.lock_draft()
            return super().delete(*args, **kwargs)
