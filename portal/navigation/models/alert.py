"""Alerts: what everybody has to know now."""

from collections.abc import Iterator

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import ALERTS
from portal.navigation.models.menu import within
from portal.navigation.models.placed import Placed
from portal.navigation.models.target import (
    Targeted,
    at_most_one_target,
    numbers_of,
    sentence_of_dead_target,
    target_obstacles,
)
from portal.publishing.declaration import Declaration
from portal.publishing.models import Edition


class Level(models.TextChoices):
    NOTICE = "notice", _("notice")
    WARNING = "warning", _("warning")
    DANGER = "danger", _("danger")


class Alert(Targeted, Placed, Edition):
    """Its text is the lead."""

    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.NOTICE)

    declaration = Declaration(related=("target",), has_page=False, around_pages=True, right=ALERTS)

    class Meta(Edition.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [*Edition.Meta.constraints, at_most_one_target()]

    @property
    def section(self) -> str:
        return "navigation/alerts"

    @classmethod
    def within(cls, path: str) -> Q:
        return within("navigation/alerts", path)

    @property
    def path(self) -> str:
        return ""

    def referenced_numbers(self) -> set[int]:
        return numbers_of([self])

    def sentence_of_dead_link(self, number: int) -> str:
        return sentence_of_dead_target([self], number)

    def obstacles(self, verb: str) -> Iterator[str]:
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from target_obstacles([self])
