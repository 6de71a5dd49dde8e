from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changing


class MediaConfig(AppConfig):
    name = "portal.media"
    verbose_name = _("Pictures")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.media.uses import record_uses

        state_changing.connect(record_uses, dispatch_uid="portal.media.record_uses")
