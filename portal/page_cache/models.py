"""What other servers have to hear of: scopes that were raised, and will be at moments ahead."""

from django.db import models

from portal.publishing import clock


class Raising(models.Model):
    """Scopes that one step changed, by their slots on the board. Written in its transaction, read
    by every server within a second, and forgotten after a day.
    """

    at = models.DateTimeField(default=clock.now)
    slots = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="page_cache_raising_at")]

    def __str__(self):
        return f"{self.at}: {len(self.slots)}"


class Coming(models.Model):
    """A scope changes at a moment ahead, by what is decided now about a timeline."""

    at = models.DateTimeField()
    slot = models.PositiveIntegerField()
    timeline = models.PositiveBigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="page_cache_coming_at"),
            models.Index(fields=["timeline"], name="page_cache_coming_timeline"),
        ]

    def __str__(self):
        return f"{self.at}: {self.slot}"
