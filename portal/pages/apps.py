from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changing
from portal.schedule.health import register_check


class PagesConfig(AppConfig):
    name = "portal.pages"
    verbose_name = _("Pages")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.pages.examinations import facts
        from portal.pages.placing import take_places

        state_changing.connect(take_places, dispatch_uid="portal.pages.take_places")
        register_check("facts", facts)
