from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScheduleConfig(AppConfig):
    name = "portal.schedule"
    verbose_name = _("Schedule")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.publishing.auditing import broken_links
        from portal.publishing.index import rebuild
        from portal.schedule import examinations
        from portal.schedule.health import drift, register_check

        register_check("database", examinations.database)
        register_check("schedule", examinations.schedule)
        register_check("storage", examinations.storage)
        register_check("urgent", examinations.urgent)
        register_check("languages", examinations.lost_languages, is_slow=True)
        register_check("time lines", examinations.time_lines, is_slow=True)
        register_check("entries", drift(rebuild, "rebuild_entries"), is_slow=True)
        register_check("audit", examinations.audit(broken_links), is_slow=True)
