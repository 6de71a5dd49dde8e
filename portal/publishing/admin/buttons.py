"""A button for each verb that applies, with the sentence that refuses it beside it."""

from dataclasses import dataclass, field

from portal.publishing.admin.gates import may_save
from portal.publishing.models import Edition
from portal.publishing.preflight import Preflight
from portal.publishing.verbs import VERBS, Verb


@dataclass(frozen=True)
class Button:
    verb: Verb
    sentences: list[str] = field(default_factory=list)
    is_refused: bool = False


# What comes next most often stands first.
ORDER = (
    *("confirm", "submit", "approve", "send_back", "recall", "revise", "restore"),
    *("reschedule", "unschedule", "keep", "withdraw", "translate", "discard", "urgent"),
)
BUTTONS_ON_A_NEW_FORM = [Button(VERBS["submit"])]


def buttons_for(edition: Edition, user) -> list[Button]:
    flight, saves = Preflight(edition, user), may_save(user, edition)
    verbs = sorted(flight.verbs, key=lambda verb: ORDER.index(verb.name))
    return [button(flight, verb, saves=saves) for verb in verbs]


def button(flight: Preflight, verb: Verb, *, saves: bool) -> Button:
    """On a form the button saves first, so what a better text removes does not lock it."""
    sentences = [str(o) for o in flight.obstacles(verb.name) if not o.is_question]
    cured = flight.about_the_text(verb.name) if saves and sentences else set()
    return Button(verb, sentences, is_refused=not cured.issuperset(sentences))
