"""The plain words for an edition at a moment. They are computed, never stored."""

from datetime import datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.publishing.models import State


class Word(models.TextChoices):
    NEW = "new", _("not begun")
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    SUPERSEDED = "superseded", _("superseded")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DISCARDED = "discarded", _("discarded")


def word_for(edition, siblings, at: datetime) -> Word:
    """What `edition` is at `at`, among the editions of its timeline."""
    if edition.pk is None:
        return Word.NEW
    if edition.state != State.APPROVED:
        return Word(edition.state)
    if edition.live_from > at:
        return Word.SCHEDULED
    if edition.live_until is None or edition.live_until > at:
        return Word.LIVE
    followed = any(
        other.live_from and edition.live_from < other.live_from <= at for other in siblings
    )
    return Word.SUPERSEDED if followed else Word.WITHDRAWN


def spoken(at) -> str:
    """A moment in the site's zone, as the reader's language writes it."""
    return date_format(localtime(at), "DATETIME_FORMAT")


def named(edition) -> str:
    return gettext("Edition %(number)s (“%(title)s”)") % {
        "number": edition.number,
        "title": edition,
    }
