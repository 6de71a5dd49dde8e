from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changing
from portal.schedule.health import drift, register_check


class MediaConfig(AppConfig):
    name = "portal.media"
    verbose_name = _("Pictures")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.media.examinations import files
        from portal.media.uses import rebuild_uses, record_uses

        state_changing.connect(record_uses, dispatch_uid="portal.media.record_uses")
        register_check("uses", drift(rebuild_uses, "rebuild_uses"), is_slow=True)
        register_check("pictures", files)
