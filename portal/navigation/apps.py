from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changed, state_changing


class NavigationConfig(AppConfig):
    name = "portal.navigation"
    verbose_name = _("Navigation")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.navigation.memory import memory

        # Before the commit, for whoever reads in the same transaction; after it, for all others.
        state_changing.connect(memory.outdate, dispatch_uid="portal.navigation.outdate_before")
        state_changed.connect(memory.outdate, dispatch_uid="portal.navigation.outdate_after")
