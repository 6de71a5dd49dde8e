"""The words of a mail: templates/mail/<verb>.txt, whose first line is the subject."""

import re

from django.conf import settings
from django.template import Context, Engine
from django.urls import reverse
from django.utils import translation
from django.utils.text import Truncator

from portal.accounts.models import User
from portal.mail.models import Message
from portal.publishing.models import Edition
from portal.publishing.steps import Change

LONGEST_SUBJECT = 150
EMPTY_LINES = re.compile(r"\n{3,}")


def message_for(person: User, changes: list[Change]) -> Message:
    """One mail about all of these, in the person's language; not stored yet."""
    step, first = changes[0].step, changes[0]
    with translation.override(person.mail_language):
        subject, body = written(changes)
    return Message(
        person=person,
        to=person.email,
        language=person.mail_language,
        subject=subject,
        body=body,
        # Of each document, the audit counts the steps.
        key=f"{step.verb.name}:{first.document.pk}/{first.document.audit_count}:{person.pk}",
        verb=step.verb.name,
        document=first.document,
        timeline_id=first.edition.timeline_id,
        edition_number=first.edition.number,
    )


def written(changes: list[Change]) -> tuple[str, str]:
    step = changes[0].step
    texts = [spoken_of(change) for change in changes]
    facts = {
        "by": one_line(str(step.by)),
        "note": step.note.strip(),
        "count": len(texts),
        "title": texts[0]["title"],
        "texts": texts,
        "site": settings.SITE_NAME,
        "address": settings.SITE_ADDRESS,
    }
    template = Engine.get_default().get_template(f"mail/{step.verb.name}.txt")
    # Plain text: "&" stays "&".
    mail = template.render(Context(facts, autoescape=False))
    subject, _newline, body = mail.strip().partition("\n")
    subject = Truncator(one_line(subject)).chars(LONGEST_SUBJECT)
    return subject, EMPTY_LINES.sub("\n\n", body).strip() + "\n"


def spoken_of(change: Change) -> dict[str, object]:
    edition = change.edition
    moment = {"approve": edition.live_from, "urgent": edition.live_from}.get(change.verb.name)
    if change.verb.name == "withdraw":
        moment = max(ending.at for ending in change.line.endings)
    return {
        "title": one_line(str(edition)),
        "language": edition.get_language_display(),
        "number": edition.number,
        "url": settings.SITE_ADDRESS + page_of(edition),
        "moment": moment,
        "is_ahead": change.step.at is not None,
    }


def page_of(edition: Edition) -> str:
    """Its page on the desk."""
    app, model = edition._meta.app_label, edition._meta.model_name
    return reverse(f"admin:{app}_{model}_change", args=[edition.pk])


def one_line(text: str) -> str:
    """Without line ends, and without signs that nobody sees: they would forge a header or turn
    the writing round.
    """
    return "".join(char for char in " ".join(text.split()) if char.isprintable())
