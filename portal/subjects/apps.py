from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changing


class SubjectsConfig(AppConfig):
    name = "portal.subjects"
    verbose_name = _("Topics, people, regions")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.subjects.recording import record_subjects

        state_changing.connect(record_subjects, dispatch_uid="portal.subjects.record_subjects")
