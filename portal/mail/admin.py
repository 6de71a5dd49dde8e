"""The outbox for administrators: read it, and send a mail again knowingly."""

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.accounts.admin import ForAdministrators
from portal.mail.models import Message
from portal.mail.sending import send_again, take_as_sent
from portal.publishing.admin.records import Records
from portal.publishing.verbs import VERBS


@admin.register(Message)
class MessageAdmin(Records, ForAdministrators, admin.ModelAdmin):
    list_display = ("subject", "to", "step", "state", "created_at", "sent_at", "attempts")
    list_filter = ("status", "language")
    search_fields = ("to", "subject")
    actions = ("send_again", "take_as_sent")
    readonly_fields = ("state",)
    fields = (
        ("state", "attempts"),
        ("created_at", "tried_at", "next_try_at", "sent_at"),
        "error",
        ("person", "to", "language"),
        "subject",
        "body",
    )

    @admin.display(description=gettext_lazy("step"))
    def step(self, message):
        return VERBS[message.verb].label if message.verb in VERBS else message.verb

    @admin.display(description=gettext_lazy("state"))
    def state(self, message):
        if message.is_uncertain:
            return _("perhaps sent, perhaps not")
        return message.get_status_display()

    @admin.action(description=gettext_lazy("Send the chosen mails again"))
    def send_again(self, request, queryset):
        sent = send_again(queryset)
        for message in sent:
            self.log(request, message, _("To be sent again."))
        self.tell(request, len(sent), queryset.count() - len(sent))

    @admin.action(description=gettext_lazy("The chosen mails have arrived: do not send them again"))
    def take_as_sent(self, request, queryset):
        uncertain = list(queryset.uncertain())
        count = take_as_sent(queryset)
        for message in uncertain:
            self.log(request, message, _("Taken as sent."))
        sentence = ngettext(
            "%(count)s mail is taken as sent.", "%(count)s mails are taken as sent.", count
        )
        messages.info(request, sentence % {"count": count})

    def log(self, request, message, sentence):
        LogEntry.objects.log_actions(
            request.user.pk, [message], CHANGE, change_message=sentence, single_object=True
        )

    def tell(self, request, count, left_out):
        if count:
            sentence = ngettext(
                "%(count)s mail will be sent again within a minute.",
                "%(count)s mails will be sent again within a minute.",
                count,
            )
            messages.success(request, sentence % {"count": count})
        if left_out:
            sentence = ngettext(
                "%(count)s mail was left out: it waits already, is being sent at this moment, or "
                "its person has left or has no address.",
                "%(count)s mails were left out: they wait already, are being sent at this moment, "
                "or their persons have left or have no address.",
                left_out,
            )
            messages.warning(request, sentence % {"count": left_out})
