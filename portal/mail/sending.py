"""Sends what waits in the outbox, never twice.

A row is claimed by a committed change to "sending" before the server hears of it. Whoever dies
after that leaves it so: perhaps sent, perhaps not, and nothing but a person sends it again.
"""

import smtplib
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import F

from portal.mail.models import Message, MessageQuerySet, Status
from portal.publishing import clock

MOST_AT_ONCE = 500  # in one run; the next follows in a minute
# The pauses after the first, second … refusal; after the last of them the mail is given up.
PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720)]
LONGEST_ERROR = 1_000
# The server said no, so it has not taken the mail. After anything else nobody knows.
REFUSALS = (
    smtplib.SMTPResponseException,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPNotSupportedError,
)


def send_due(*, write: bool) -> Iterator[str]:
    """The task "mail". Raises where the server is out of reach: that is no mail's fault, so all
    keep waiting and nobody's attempts are counted.
    """
    if not settings.SENDS_MAIL:
        return
    due = Message.objects.due().order_by("next_try_at", "pk")
    for message in list(due.select_related("person", "document")[:MOST_AT_ONCE]):
        if not write:
            yield f"Mail {message.pk} to {message.to} is due: {message.subject}"
        elif line := deliver(message):
            yield line


def deliver(message: Message) -> str:
    """What became of it, as a sentence; "" when somebody else was faster."""
    if not message.person.is_active:
        return give_up(message, "The person has left.") if claim(message) else ""
    # A connection of its own: one that broke meanwhile is noticed before the mail is claimed.
    connection = get_connection()
    connection.open()
    try:
        if not claim(message):
            return ""
        return hand_over(message, connection)
    finally:
        with suppress(OSError):  # SMTPException is one; the mail is on its way all the same
            connection.close()


def claim(message: Message) -> bool:
    """Whether the mail is now ours to send. Committed at once: there is no transaction around."""
    now = clock.now()
    mine = Message.objects.due().filter(pk=message.pk)
    is_ours = mine.update(status=Status.SENDING, attempts=F("attempts") + 1, tried_at=now)
    message.attempts += 1
    return bool(is_ours)


def hand_over(message: Message, connection) -> str:
    try:
        as_email(message, connection).send()
    except smtplib.SMTPSenderRefused:
        settle(message, Status.WAITING, attempts=F("attempts") - 1)
        raise  # it is us that the server refuses: no mail's fault either
    except REFUSALS as error:
        return refused(message, error)
    except ValueError as error:  # no address and no header is made of it, so nothing went out
        return give_up(message, told(error))
    except OSError as error:
        settle(message, Status.SENDING, error=told(error))
        return (
            f"Mail {message.pk} to {message.to} may have been sent or not: the server fell silent "
            f"({told(error)}). It is not sent again by itself."
        )
    settle(message, Status.SENT, sent_at=clock.now(), error="")
    return f"Mail {message.pk} to {message.to} is sent: {message.subject}"


def refused(message: Message, error: Exception) -> str:
    if is_final(error):
        return give_up(message, told(error))
    if message.attempts > len(PAUSES):
        return give_up(message, f"Refused {message.attempts} times, at last with: {told(error)}")
    following = clock.now() + PAUSES[message.attempts - 1]
    settle(message, Status.FAILED, next_try_at=following, error=told(error))
    return f"Mail {message.pk} to {message.to} was refused for now: {told(error)}"


def give_up(message: Message, reason: str) -> str:
    settle(message, Status.GIVEN_UP, error=reason[:LONGEST_ERROR])
    return f"Mail {message.pk} to {message.to} is given up. {reason}"


def settle(message: Message, status: Status, **columns) -> None:
    claimed = Message.objects.filter(pk=message.pk, status=Status.SENDING)
    claimed.update(status=status, **columns)


def send_again(messages: MessageQuerySet) -> list[Message]:
    """Let these be sent once more, to the address that each person has by now.

    Left out are those that wait anyway, are being sent at this moment, or have nobody to go to.
    """
    found = messages.select_related("person").repeatable().order_by("pk")
    return [message for message in found if put_back(message)]


def put_back(message: Message) -> bool:
    person = message.person
    if not person.is_active or not person.email:
        return False
    fresh = {"status": Status.WAITING, "attempts": 0, "next_try_at": clock.now(), "error": ""}
    return bool(Message.objects.repeatable().filter(pk=message.pk).update(**fresh, to=person.email))


def take_as_sent(messages: MessageQuerySet) -> int:
    """Somebody made sure that these uncertain ones have arrived; how many there were."""
    return messages.uncertain().update(status=Status.SENT, sent_at=F("tried_at"))


def as_email(message: Message, connection) -> EmailMessage:
    host = urlsplit(settings.SITE_ADDRESS).hostname
    headers = {
        # The same each time, so that a mail server may notice one that comes again.
        "Message-ID": f"<{message.pk}.{message.created_at:%Y%m%d%H%M%S%f}@{host}>",
        "Auto-Submitted": "auto-generated",  # keeps "out of office" answers away (RFC 3834)
    }
    return EmailMessage(
        message.subject, message.body, to=[message.to], headers=headers, connection=connection
    )


def code_of(error: Exception) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max(code for code, _text in error.recipients.values())
    return getattr(error, "smtp_code", 0)


def is_final(error: Exception) -> bool:
    """5xx: trying again would change nothing (RFC 5321, 4.2.1)."""
    return code_of(error) >= 500 or isinstance(error, smtplib.SMTPNotSupportedError)


def told(error: Exception) -> str:
    """What the server said, on one line."""
    text = getattr(error, "smtp_error", error)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        text = next(text for _code, text in error.recipients.values())
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    said = " ".join(f"{code_of(error) or ''} {text}".split())
    return (said or type(error).__name__)[:LONGEST_ERROR]
