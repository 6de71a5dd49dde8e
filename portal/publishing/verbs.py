"""The table of verbs: from which word, by which right, with which consequences."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles
from portal.publishing.words import Word


@dataclass(frozen=True)
class Verb:
    """`words` is what an edition must be for it; `label` is the button.

    `asks`: the step has consequences to confirm or something to fill in on a page of its own.
    `done` is the past participle that history and messages say. `checks_text`: what publication
    requires is required, and the fingerprint of the text recorded. `publishes`: an edition is
    approved by it.
    """

    name: str
    label: Promise
    done: Promise
    words: frozenset[Word]
    right: str
    asks: bool = False
    checks_text: bool = False
    publishes: bool = False


def _verb(name, label, done, words, right, **switches):
    return Verb(name, label, done, frozenset(words), right, **switches)


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in [
        _verb("start", _("Start"), _("begun"), [Word.NEW], roles.CHANGE),
        _verb(
            "revise",
            _("Revise"),
            _("begun as a revision"),
            [Word.LIVE, Word.WITHDRAWN],
            roles.CHANGE,
        ),
        _verb(
            "restore",
            _("Restore"),
            _("begun anew from an earlier text"),
            [Word.SUPERSEDED, Word.DISCARDED],
            roles.CHANGE,
        ),
        _verb(
            "translate",
            _("Translate"),
            _("begun as a translation"),
            [Word.DRAFT, Word.IN_REVIEW, Word.SCHEDULED, Word.LIVE, Word.WITHDRAWN],
            roles.CHANGE,
            asks=True,
        ),
        _verb(
            "submit",
            _("Submit for review"),
            _("submitted"),
            [Word.DRAFT],
            roles.CHANGE,
            checks_text=True,
        ),
        _verb("recall", _("Take back"), _("taken back"), [Word.IN_REVIEW], roles.CHANGE),
        _verb(
            "send_back",
            _("Send back"),
            _("sent back"),
            [Word.IN_REVIEW],
            roles.REVIEW,
            asks=True,
        ),
        _verb(
            "approve",
            _("Approve"),
            _("approved"),
            [Word.IN_REVIEW],
            roles.PUBLISH,
            asks=True,
            checks_text=True,
            publishes=True,
        ),
        _verb(
            "urgent",
            _("Publish urgently"),
            _("published urgently"),
            [Word.DRAFT, Word.IN_REVIEW],
            roles.URGENT,
            asks=True,
            checks_text=True,
            publishes=True,
        ),
        _verb(
            "confirm",
            _("Confirm"),
            _("confirmed"),
            [Word.LIVE, Word.SUPERSEDED, Word.WITHDRAWN],
            roles.PUBLISH,
            asks=True,
        ),
        _verb(
            "reschedule",
            _("Reschedule"),
            _("rescheduled"),
            [Word.SCHEDULED],
            roles.PUBLISH,
            asks=True,
        ),
        _verb(
            "unschedule",
            _("Unschedule"),
            _("unscheduled"),
            [Word.SCHEDULED],
            roles.PUBLISH,
            asks=True,
        ),
        _verb(
            "withdraw",
            _("Withdraw"),
            _("withdrawn"),
            # A correction may have replaced the edition since the page was opened: a
            # withdrawal acts on the timeline, whichever edition is live. Of what is scheduled,
            # the end can be planned.
            [Word.LIVE, Word.SUPERSEDED, Word.SCHEDULED],
            roles.PUBLISH,
            asks=True,
        ),
        _verb(
            "keep",
            _("Keep"),
            _("kept"),
            [Word.LIVE, Word.SCHEDULED],
            roles.PUBLISH,
            asks=True,
        ),
        _verb("discard", _("Discard"), _("discarded"), [Word.DRAFT], roles.CHANGE, asks=True),
        _verb(
            "adopt",
            _("Adopt"),
            _("adopted"),
            [Word.NEW],
            roles.ADOPT,
            checks_text=True,
            publishes=True,
        ),
    ]
}
