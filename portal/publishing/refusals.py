"""Why a step is refused: what every content type shares. A type's own stand on its model."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from portal import languages
from portal.publishing.line import Line
from portal.publishing.models import Authorship, Edition, Entry
from portal.publishing.rights import can
from portal.publishing.steps import Obstacle, Step
from portal.publishing.words import Word

NEEDS_A_NOTE = {
    "send_back": gettext_noop("Write a remark that tells the author what to change."),
    "withdraw": gettext_noop("Give the reason for the withdrawal; it stays in the history."),
}


def spoken(at) -> str:
    """A moment in the site's zone, as the reader's language writes it."""
    return date_format(localtime(at), "DATETIME_FORMAT")


def named(edition) -> str:
    return _("Edition %(number)s (“%(title)s”)") % {
        "number": edition.number,
        "title": edition,
    }


def refusals(step: Step, line: Line, edition: Edition, target: Line) -> list[Obstacle]:
    """All obstacles in the way of `step`, questions already answered left out.

    `target` is the line that the step works on: another than `line` only for a translation.
    """
    verb = step.verb
    if not can(step.by, verb.name, edition, step.language):
        return [Obstacle(no_right(step))]
    word = line.word(edition, step.now)
    if word not in verb.words:
        return [Obstacle(wrong_word(step, edition, word))]
    found = [Obstacle(sentence) for sentence in edition.obstacles(verb.name)]
    found += OBSTACLES.get(verb.name, no_more)(step, target, edition)
    if verb.name in STARTS:
        found += before_start(step, edition)
    if verb.name in NEEDS_A_NOTE and not step.note.strip():
        found.append(Obstacle(_(NEEDS_A_NOTE[verb.name]), field="note"))
    return [o for o in found if not o.answer or o.answer not in step.answers]


def no_right(step: Step) -> str:
    return _(
        "Your role on this desk and in this language does not include “%(verb)s”. Ask a colleague "
        "whose role does."
    ) % {"verb": step.verb.label}


def no_more(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    yield from ()


def wrong_word(step: Step, edition: Edition, word: Word) -> str:
    return _(
        "%(edition)s is %(word)s, so “%(verb)s” does not apply. Load the page again to see "
        "where it stands."
    ) % {"edition": named(edition), "word": word.label, "verb": step.verb.label}


def place_taken(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if open_edition := line.open_edition:
        yield Obstacle(
            _("%(edition)s is already %(state)s in this language. Continue with that one.")
            % {"edition": named(open_edition), "state": open_edition.get_state_display()}
        )


def before_translation(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if step.language not in languages.CODES or step.language == edition.language:
        yield Obstacle(_("Choose a language to translate into."), field="language")
    yield from place_taken(step, line, edition)


def before_approval(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if is_author(step.by, edition):
        yield Obstacle(_("You wrote part of this edition. Somebody else has to approve it."))
    yield from unseen(step, edition)
    scheduled = line.find(Word.SCHEDULED, step.now)
    if scheduled:
        yield Obstacle(
            _("%(edition)s goes live on %(moment)s. Unschedule it first.")
            % {"edition": named(scheduled), "moment": spoken(scheduled.live_from)}
        )
    yield from at_a_time_to_come(step)
    yield from public_again(step, line)


def is_author(person, edition: Edition) -> bool:
    """Whether the person saved this edition since it was started (four eyes)."""
    saved = Authorship.objects.filter(timeline=edition.timeline_id, number=edition.number)
    return saved.filter(person=person).exists()


def unseen(step: Step, edition: Edition) -> Iterator[Obstacle]:
    if step.seen.get(edition.pk) != edition.content_hash:
        yield Obstacle(
            _("The text is not the one that you saw. Load the page, read it and approve again."),
            field="seen",
        )


def at_a_time_to_come(step: Step) -> Iterator[Obstacle]:
    if step.at is not None and step.at <= step.now:
        yield Obstacle(
            _("%(moment)s has passed. Choose a later time, or none to act at once.")
            % {"moment": spoken(step.at)},
            field="at",
        )


def before_start(step: Step, edition: Edition) -> Iterator[Obstacle]:
    """What the type itself has against the moment at which the edition would become public."""
    start = step.at or edition.live_from or step.now
    for sentence in edition.obstacles_to_start(start):
        yield Obstacle(sentence, field="at")


def public_again(step: Step, line: Line) -> Iterator[Obstacle]:
    if line.is_ended_at(step.at or step.now):
        yield Obstacle(
            _("This content is or will by then be withdrawn. Approving makes it public again."),
            answer="republish",
            consent=_("Make it public again"),
        )


def before_rescheduling(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if step.at is None:
        yield Obstacle(_("Choose the new date and time."), field="at")
    yield from at_a_time_to_come(step)
    yield from public_again(step, line)


def before_withdrawal(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if not line.find(Word.LIVE, step.now):
        yield Obstacle(_("Nothing of it is public now, so there is nothing to withdraw."))
    yield from at_a_time_to_come(step)
    if scheduled := line.find(Word.SCHEDULED, step.now):
        yield Obstacle(
            _("%(edition)s goes live on %(moment)s and would bring the content back. "
              "Unschedule it as well.")
            % {"edition": named(scheduled), "moment": spoken(scheduled.live_from)},
            answer="unschedule",
            consent=_("Unschedule it too"),
        )  # fmt: skip


def before_keeping(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if not line.planned_end(step.now):
        yield Obstacle(_("No end is planned, so there is nothing to keep it from."))


def before_adoption(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if line.editions:
        yield Obstacle(_("This document has editions in this language already."))
    if step.author is None or step.author == step.by:
        yield Obstacle(_("Name two different people: one who wrote it and one who adopts it."))


def dead_links(edition: Edition, known: set[tuple[str, int]]) -> Iterator[Obstacle]:
    """`known` holds (language, number) of all that is or will be public."""
    for number in sorted(edition.referenced_numbers()):
        if (edition.language, number) not in known:
            yield Obstacle(
                _("The text links to document %(number)s, which is not public in this language. "
                  "Change or remove the link.") % {"number": number}
            )  # fmt: skip


def numbers_to_link(editions, now) -> set[tuple[str, int]]:
    """Of the documents that these texts point at, those that are or will be public."""
    wanted = set().union(*(edition.referenced_numbers() for edition in editions))
    if not wanted:
        return set()
    entries = Entry.objects.filter(number__in=wanted).exclude(live_until__lte=now)
    return set(entries.values_list("language", "number"))


OBSTACLES = {
    "start": place_taken,
    "revise": place_taken,
    "translate": before_translation,
    "approve": before_approval,
    "reschedule": before_rescheduling,
    "withdraw": before_withdrawal,
    "keep": before_keeping,
    "adopt": before_adoption,
}
# Those that set the moment from which an edition is public.
STARTS = {"approve", "reschedule", "adopt", "urgent"}
CHECKS_LINKS = {"submit", "approve", "adopt"}
