from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.publishing.signals import state_changing
from portal.schedule.health import register_check
from portal.schedule.tasks import register_task


class MailConfig(AppConfig):
    name = "portal.mail"
    verbose_name = _("Mail")

    def ready(self):
        # Models cannot be imported before this point.
        from portal.mail.examinations import outbox, people
        from portal.mail.queueing import queue_mails
        from portal.mail.sending import send_due

        state_changing.connect(queue_mails, dispatch_uid="portal.mail.queue_mails")
        register_task("mail", send_due)
        register_check("mail", outbox)
        register_check("people", people)
