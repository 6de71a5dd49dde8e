"""Where on the site something is shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.navigation.rooms import HOME


class Placed(models.Model):
    """Everywhere, or only in the sections whose words are chosen: the first of an address after
    the language ("news"), or "home".
    """

    shown_in = models.JSONField(
        _("shown in"),
        default=list,
        blank=True,
        help_text=_("Where it is shown. With none chosen: on every page."),
    )

    class Meta:
        abstract = True

    @property
    def seen_on(self) -> str:
        """The front page of the first section where it is shown."""
        word = next(iter(self.shown_in), HOME)
        return "" if word == HOME else f"{word}/"

    def get_shown_in_display(self) -> str:
        return ", ".join(self.shown_in) if self.shown_in else str(_("every page"))
