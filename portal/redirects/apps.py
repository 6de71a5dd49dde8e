from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.schedule.tasks import register_task


class RedirectsConfig(AppConfig):
    name = "portal.redirects"
    verbose_name = _("Redirects")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.redirects.counting import add_up

        register_task("old addresses", add_up)
