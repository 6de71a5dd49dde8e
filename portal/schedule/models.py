"""The heartbeat: when each task last ran, and how it ended."""

from datetime import datetime

from django.db import models

from portal.publishing import clock
from portal.schedule.tasks import TASKS


class Heartbeat(models.Model):
    """One row for each task that ever ran."""

    task = models.CharField(max_length=50, unique=True)
    started_at = models.DateTimeField()
    # Null while it runs, and where it was killed or stopped.
    finished_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    # Of the last run; empty when it went well.
    error = models.TextField(blank=True)

    def __str__(self):
        return self.task

    @property
    def is_ok(self) -> bool:
        return not self.error

    @classmethod
    def of(cls, task: str, **columns) -> None:
        """Set these columns of the task's row."""
        cls.objects.update_or_create(task=task, defaults=columns, create_defaults=columns)


def overdue(at: datetime | None = None) -> dict[str, Heartbeat | None]:
    """The tasks that have not succeeded for longer than they may take, with their last run; None
    where there was none. One query.
    """
    at = at or clock.now()
    beats = {beat.task: beat for beat in Heartbeat.objects.filter(task__in=TASKS)}
    return {
        name: beats.get(name)
        for name, task in TASKS.items()
        if not is_recent(beats.get(name), at - task.patience)
    }


def is_recent(beat: Heartbeat | None, since: datetime) -> bool:
    return bool(beat and beat.succeeded_at and beat.succeeded_at >= since)
