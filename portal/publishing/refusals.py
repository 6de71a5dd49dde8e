"""Why a step is refused: what every content type shares. A type's own stand on its model."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from portal.publishing.line import Line
from portal.publishing.models import Edition, Entry
from portal.publishing.obstacles import OBSTACLES, before_start, no_more
from portal.publishing.rights import can
from portal.publishing.steps import Obstacle, Step
from portal.publishing.words import Word, named

NEEDS_A_NOTE = {
    "send_back": gettext_noop("Write a remark that tells the author what to change."),
    "withdraw": gettext_noop("Give the reason for the withdrawal; it stays in the history."),
    "urgent": gettext_noop("Say why it cannot wait for a review; it stays in the history."),
}

# After these there is one more open edition, or the first one of a document.
BEGINS = {"start", "revise", "restore", "translate", "adopt"}


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
    if verb.name in BEGINS:
        language = step.language or edition.language
        found += [Obstacle(sentence) for sentence in edition.obstacles_to_begin(language)]
    found += OBSTACLES.get(verb.name, no_more)(step, target, edition)
    if verb.publishes or verb.name == "reschedule":
        found += before_start(step, edition)
    if verb.name in NEEDS_A_NOTE and not step.note.strip():
        found.append(Obstacle(_(NEEDS_A_NOTE[verb.name]), field="note"))
    return [o for o in found if not o.is_answered_by(step.answers)]


def no_right(step: Step) -> str:
    return _(
        "Your role on this desk and in this language does not include “%(verb)s”. Ask a colleague "
        "whose role does."
    ) % {"verb": step.verb.label}


def wrong_word(step: Step, edition: Edition, word: Word) -> str:
    return _(
        "%(edition)s is %(word)s, so “%(verb)s” does not apply. Load the page again to see "
        "where it stands."
    ) % {"edition": named(edition), "word": word.label, "verb": step.verb.label}


# What texts may link to: (language, number) of all that is or will be public → its document.
Known = dict[tuple[str, int], int]


def dead_links(edition: Edition, known: Known) -> Iterator[Obstacle]:
    for number in sorted(edition.referenced_numbers()):
        if (edition.language, number) not in known:
            yield Obstacle(edition.sentence_of_dead_link(number))


def numbers_to_link(editions, at) -> Known:
    """Of the documents that these texts point at, those with pages that are public at the moment
    from which they are read, or will be.
    """
    wanted = set().union(*(edition.referenced_numbers() for edition in editions))
    if not wanted:
        return {}
    entries = Entry.objects.with_pages().filter(number__in=wanted).exclude(live_until__lte=at)
    found = entries.values_list("language", "number", "document")
    return {(language, number): document for language, number, document in found}
