"""What stands in the way of a button, asked by the page that shows it. Nothing is locked."""

from functools import cached_property

from portal import languages
from portal.publishing import clock
from portal.publishing.line import Line, read_lines
from portal.publishing.models import Edition, Timeline
from portal.publishing.refusals import dead_links, numbers_to_link, refusals
from portal.publishing.steps import Obstacle, Step
from portal.publishing.verbs import VERBS, Verb
from portal.publishing.words import Word

BEGINS_WITHOUT_AN_EDITION = {"start", "adopt"}


class Preflight:
    """The same questions as the door asks, for one stored edition and one person.

    What a step's own page supplies (a note, a moment, the text seen) is left out.
    """

    def __init__(self, edition: Edition, by):
        self.edition, self.by, self.now = edition, by, clock.now()
        self.lines = read_lines(type(edition), {edition.document_id: edition.document}, by)
        self.line = self.line_in(edition.language)
        self.line.replace(edition)

    def line_in(self, language: str) -> Line:
        document = self.edition.document
        known = self.lines.get((document.pk, language))
        return known or Line(Timeline(document=document, language=language))

    @property
    def word(self) -> Word:
        return self.line.word(self.edition, self.now)

    @property
    def verbs(self) -> list[Verb]:
        """Those that apply to what the edition is now."""
        kept_back = set(BEGINS_WITHOUT_AN_EDITION)
        if not self.is_flagged:
            kept_back.add("confirm")
        return [v for v in VERBS.values() if self.word in v.words and v.name not in kept_back]

    @cached_property
    def is_flagged(self) -> bool:
        """Whether it was published urgently and waits for a second person."""
        return self.line.flag_of(self.edition) is not None

    @property
    def next_draft_verb(self) -> str:
        """By which verb the next draft is made of this edition."""
        return "revise" if self.word in VERBS["revise"].words else "restore"

    def obstacles(self, verb: str, language: str = "", at=None) -> list[Obstacle]:
        """All questions among them: nothing is answered yet."""
        if verb == "translate" and not language:
            return self.obstacles_to_any_translation()
        step = Step(verb=VERBS[verb], by=self.by, now=self.now, language=language, at=at)
        target = self.line_in(language) if language else self.line
        found = refusals(step, self.line, self.edition, target)
        if VERBS[verb].checks_text:
            found = found + self.dead_links
        return [obstacle for obstacle in found if not obstacle.field]

    def obstacles_to_any_translation(self) -> list[Obstacle]:
        """Nothing, as soon as one language is free."""
        found = [self.obstacles("translate", code) for code in self.other_languages]
        if not all(found):
            return []
        return list({str(obstacle): obstacle for each in found for obstacle in each}.values())

    @property
    def other_languages(self) -> list[str]:
        return [code for code in languages.CODES if code != self.edition.language]

    @cached_property
    def dead_links(self) -> list[Obstacle]:
        return list(dead_links(self.edition, numbers_to_link([self.edition], self.now)))

    def about_the_text(self, verb: str) -> set[str]:
        """The sentences that saving a better text can remove."""
        own = {str(sentence) for sentence in self.edition.obstacles(verb)}
        return own | {str(obstacle) for obstacle in self.dead_links}


def preflight(verb: str, edition: Edition, by, language: str = "") -> list[Obstacle]:
    """The obstacles to one step."""
    return Preflight(edition, by).obstacles(verb, language)
