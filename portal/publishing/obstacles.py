"""What stands in the way of each verb, besides rights and the edition's word."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal import languages
from portal.publishing.line import Line
from portal.publishing.models import Answer, Edition, Entry
from portal.publishing.steps import (
    HOLDS_CORRECTION,
    RETURN_SCHEDULED,
    Consent,
    Obstacle,
    Step,
)
from portal.publishing.words import Word, named, spoken


def no_more(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    yield from ()


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
    if edition.number in line.own:
        yield Obstacle(_("You wrote part of this edition. Somebody else has to approve it."))
    yield from before_going_out(step, line, edition)


def before_going_out(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    """What stands in the way of a text that is read, whether or not it was reviewed."""
    yield from unseen(step, edition)
    yield from before_what_is_scheduled(step, line)
    yield from at_a_time_to_come(step)
    yield from public_again(step, line)


def before_what_is_scheduled(step: Step, line: Line) -> Iterator[Obstacle]:
    """A correction while the next edition waits, which was written from the old text."""
    scheduled = line.find(Word.SCHEDULED, step.now)
    if not scheduled:
        return
    known = {
        "edition": named(scheduled),
        "number": scheduled.number,
        "moment": spoken(scheduled.live_from),
    }
    back = Consent(RETURN_SCHEDULED, _("Put edition %(number)s back into review") % known)
    if step.at is not None:
        yield Obstacle(
            _("%(edition)s goes live on %(moment)s, and only one edition can wait. Put that one "
              "back into review, or approve this one without a time.") % known,
            (back,),
        )  # fmt: skip
        return
    holds = Consent(
        HOLDS_CORRECTION,
        _("Edition %(number)s holds the correction already, as my note says") % known,
    )
    yield Obstacle(
        _("%(edition)s goes live on %(moment)s and was written from the old text: it would undo "
          "this correction. Put it back into review, or say in the note that it holds the "
          "correction already.") % known,
        (back, holds),
    )  # fmt: skip
    if HOLDS_CORRECTION in step.answers and not step.note.strip():
        yield Obstacle(
            _("Say in the note how edition %(number)s holds the correction.") % known, field="note"
        )


def before_confirmation(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    urgency = line.flag_of(edition)
    if urgency is None:
        yield Obstacle(_("This edition waits for no confirmation."))
    elif urgency.by_id == step.by.pk:
        yield Obstacle(_("You published this edition. Somebody else has to confirm it."))
    elif edition.number in line.own:
        yield Obstacle(_("You wrote part of this edition. Somebody else has to confirm it."))


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
            (Consent("republish", _("Make it public again")),),
        )


def before_rescheduling(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if step.at is None:
        yield Obstacle(_("Choose the new date and time."), field="at")
    yield from at_a_time_to_come(step)
    yield from public_again(step, line)


def before_withdrawal(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    scheduled = line.find(Word.SCHEDULED, step.now)
    ends_later = scheduled and step.at is not None and step.at > scheduled.live_from
    if not line.find(Word.LIVE, step.now) and not ends_later:
        if scheduled:
            yield Obstacle(
                _("Nothing of it is public yet. Choose an end after %(moment)s, or unschedule it.")
                % {"moment": spoken(scheduled.live_from)},
                field="at",
            )
        else:
            yield Obstacle(_("Nothing of it is public now, so there is nothing to withdraw."))
    yield from at_a_time_to_come(step)
    if line.find(Word.LIVE, step.now) and scheduled and not ends_later:
        yield Obstacle(
            _("%(edition)s goes live on %(moment)s and would bring the content back. "
              "Unschedule it as well.")
            % {"edition": named(scheduled), "moment": spoken(scheduled.live_from)},
            (Consent("unschedule", _("Unschedule it too")),),
        )  # fmt: skip
    yield from before_the_answer(step, edition)


def before_the_answer(step: Step, edition: Edition) -> Iterator[Obstacle]:
    """What the address is to say afterwards must be something that it can say."""
    after = step.afterwards
    if after.answer not in Answer.values:
        yield Obstacle(_("Choose what the address says afterwards."), field="answer")
    elif after.answer == Answer.NOTICE and not after.notice.strip():
        yield Obstacle(
            _("Write the notice that readers find above the withdrawn text."), field="notice"
        )
    elif after.answer == Answer.REDIRECT and not is_place_to_go(step, edition):
        yield Obstacle(
            _("Name another document that is public in this language: its number or its address."),
            field="target",
        )


def is_place_to_go(step: Step, edition: Edition) -> bool:
    """Only what is live now: so redirects make no ring."""
    target = step.afterwards.target
    if target is None or target.pk == edition.document_id:
        return False
    live = Entry.objects.live(step.now).with_pages().for_language(edition.language)
    return live.filter(document=target).exists()


def before_keeping(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if not line.planned_end(step.now):
        yield Obstacle(_("No end is planned, so there is nothing to keep it from."))


def before_adoption(step: Step, line: Line, edition: Edition) -> Iterator[Obstacle]:
    if line.editions:
        yield Obstacle(_("This document has editions in this language already."))
    if step.author is None or step.author == step.by:
        yield Obstacle(_("Name two different people: one who wrote it and one who adopts it."))


OBSTACLES = {
    "start": place_taken,
    "revise": place_taken,
    "restore": place_taken,
    "translate": before_translation,
    "approve": before_approval,
    "urgent": before_going_out,
    "confirm": before_confirmation,
    "reschedule": before_rescheduling,
    "withdraw": before_withdrawal,
    "keep": before_keeping,
    "adopt": before_adoption,
}
