"""Alerts: what everybody has to know now."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import ALERTS
from portal.navigation.models.around import Around
from portal.navigation.models.placed import Placed
from portal.navigation.models.target import Targeted, at_most_one_target
from portal.publishing.declaration import Declaration


class Level(models.TextChoices):
    NOTICE = "notice", _("notice")
    WARNING = "warning", _("warning")
    DANGER = "danger", _("danger")


class Alert(Targeted, Placed, Around):
    """Its text is the lead."""

    SECTION = "navigation/alerts"

    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.NOTICE)

    declaration = Declaration(related=("target",), has_page=False, around_pages=True, right=ALERTS)

    class Meta(Around.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [*Around.Meta.constraints, at_most_one_target()]
