from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changing
from portal.schedule.health import drift, register_check
from portal.schedule.tasks import register_task


class SubjectsConfig(AppConfig):
    name = "portal.subjects"
    verbose_name = _("Topics, people, regions")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.subjects.counting import bring_forward
        from portal.subjects.recording import rebuild_subjects, record_subjects

        state_changing.connect(record_subjects, dispatch_uid="portal.subjects.record_subjects")
        register_task("kept counts", bring_forward)
        register_check("subjects", drift(rebuild_subjects, "rebuild_subjects"), is_slow=True)
