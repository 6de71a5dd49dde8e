"""Writes mails into the outbox, in the transaction of the step that they tell of."""

from portal.mail.models import Message
from portal.mail.recipients import TOLD, concerned
from portal.mail.writing import message_for
from portal.publishing.steps import Change


def queue_mails(sender, changes: list[Change], **kwargs) -> None:
    """Hears `state_changing`: one mail for each person concerned, however many texts it took."""
    if changes[0].step.verb.name not in TOLD:
        return
    messages = [message_for(person, own) for person, own in concerned(changes).items()]
    # One that is there already is left as it is.
    Message.objects.bulk_create(messages, ignore_conflicts=True, batch_size=200)
