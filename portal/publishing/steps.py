"""What passes through the door: a step, what it changed, what was refused."""

from dataclasses import dataclass, field
from datetime import datetime

from portal.publishing.line import Line
from portal.publishing.models import Answer, Document, Edition, Entry
from portal.publishing.verbs import Verb
from portal.publishing.words import Word

# The answers to "an edition is scheduled that was written from the old text".
RETURN_SCHEDULED, HOLDS_CORRECTION = "return", "corrected"


@dataclass(frozen=True)
class Afterwards:
    """What the address of a withdrawn content says: `notice` and `target` as the answer needs."""

    answer: str = Answer.GONE
    notice: str = ""
    target: Document | None = None


@dataclass(frozen=True)
class Step:
    """One call of the door. `now` is read after the documents are locked.

    `seen` maps an edition's pk to the content hash that the person had before their eyes.
    `answers` are consents to questions that an obstacle asked. `author` is the second person
    of an adoption, `afterwards` what a withdrawal leaves behind.
    """

    verb: Verb
    by: object
    now: datetime
    note: str = ""
    at: datetime | None = None
    seen: dict[int, str] = field(default_factory=dict)
    answers: frozenset[str] = frozenset()
    language: str = ""
    author: object = None
    afterwards: Afterwards = Afterwards()


@dataclass(frozen=True)
class Consent:
    """One answer to a question, as the step names it and as the person reads it."""

    answer: str
    label: str


@dataclass(frozen=True)
class Obstacle:
    """Why a step is refused, as a sentence that says what to do.

    With `consents` it is a question: one of them, named in the step's answers, removes it.
    With a `field` it asks for something the step's form can supply.
    """

    sentence: str
    consents: tuple[Consent, ...] = ()
    field: str = ""

    @property
    def is_question(self) -> bool:
        return bool(self.consents)

    def is_answered_by(self, answers: frozenset[str]) -> bool:
        """Two answers that exclude each other are none."""
        return len(answers & {consent.answer for consent in self.consents}) == 1

    def __str__(self):
        return str(self.sentence)


@dataclass
class Change:
    """One edition that went through, with what listeners need to know.

    `step` tells who took it, with which note; it is one for all changes that a signal carries.
    """

    step: Step
    line: Line
    edition: Edition
    verb: Verb
    before: Word
    document: Document
    details: dict = field(default_factory=dict)
    # The edition that a new draft was copied from.
    source: Edition | None = None
    # The row in the public index, where the step made one.
    entry: Entry | None = None


@dataclass(frozen=True)
class Refusal:
    edition: Edition
    obstacles: list[Obstacle]

    @property
    def sentences(self) -> list[str]:
        return [str(obstacle) for obstacle in self.obstacles]


@dataclass
class Outcome:
    """What the door did: the editions as they now are, and each refusal."""

    done: list[Edition] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
