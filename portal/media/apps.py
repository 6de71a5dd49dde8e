from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changed, state_changing
from portal.schedule.health import drift, register_check
from portal.schedule.tasks import register_task


class MediaConfig(AppConfig):
    name = "portal.media"
    verbose_name = _("Pictures and files")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.media.examinations import files
        from portal.media.public import close_changed, sweep
        from portal.media.uses import make_missing_crops, rebuild_uses, record_uses

        state_changing.connect(record_uses, dispatch_uid="portal.media.record_uses")
        state_changing.connect(close_changed, dispatch_uid="portal.media.close_changed")
        state_changed.connect(make_missing_crops, dispatch_uid="portal.media.make_missing_crops")
        register_check("uses", drift(rebuild_uses, "rebuild_uses"), is_slow=True)
        register_check("pictures", files)
        register_task("public tree", sweep)
