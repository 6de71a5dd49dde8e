"""The outbox: a mail is a row, written with the step that it tells of and sent afterwards."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.languages import LanguageField
from portal.publishing import clock
from portal.publishing.models import Document

# After so long in "sending" nobody is at it any more: the sender was killed, or lost the server.
# Far more than a server may keep silent (EMAIL_TIMEOUT) at all stages together.
UNCERTAIN_AFTER = timedelta(minutes=10)


class Status(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("refused for now")  # and tried again
    GIVEN_UP = "given_up", _("given up")


class MessageQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(status__in=[Status.WAITING, Status.FAILED])

    def due(self):
        return self.pending().filter(next_try_at__lte=clock.now())

    def uncertain(self):
        """Perhaps sent and perhaps not; only a person can tell, so nothing sends these again."""
        return self.filter(status=Status.SENDING, tried_at__lte=clock.now() - UNCERTAIN_AFTER)

    def repeatable(self):
        """Those that may be sent once more, if somebody asks for it: nobody is at them now."""
        return self.exclude(status=Status.WAITING).exclude(
            Q(status=Status.SENDING, tried_at__gt=clock.now() - UNCERTAIN_AFTER)
        )


class Message(models.Model):
    """One mail to one person about one step."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person")
    )
    to = models.EmailField(_("to"))
    language = LanguageField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=250)
    body = models.TextField(_("text"))
    # Names the step and the person, so that nobody is told twice.
    key = models.CharField(max_length=100, unique=True, editable=False)

    # The step, and of several texts that it took at once the first.
    verb = models.CharField(_("step"), max_length=20)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    timeline_id = models.BigIntegerField()
    edition_number = models.PositiveIntegerField()

    status = models.CharField(
        _("state"), max_length=10, choices=Status, default=Status.WAITING, editable=False
    )
    created_at = models.DateTimeField(_("written"), default=clock.now, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    tried_at = models.DateTimeField(_("last attempt"), null=True, editable=False)
    next_try_at = models.DateTimeField(_("next attempt"), default=clock.now, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    error = models.TextField(_("what the server said"), blank=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(status__in=["waiting", "failed"]),
                name="mail_message_due",
            ),
            models.Index(fields=["status", "-id"], name="mail_message_status"),
        ]

    def __str__(self):
        return self.subject

    @property
    def is_uncertain(self) -> bool:
        """As `uncertain()` asks of many."""
        is_claimed = self.status == Status.SENDING and self.tried_at is not None
        return is_claimed and self.tried_at <= clock.now() - UNCERTAIN_AFTER
