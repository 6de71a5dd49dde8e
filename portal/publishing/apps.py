from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "portal.publishing"
    verbose_name = _("Publishing")

    def ready(self):
        # Registers the checks; importing the module earlier would need the models.
        from portal.publishing import checks  # noqa: F401
