"""What the demo asks of the portal and does without where the portal cannot do it yet."""

import inspect

from portal.media import intake
from portal.publishing import steps
from portal.publishing.verbs import VERBS
from portal.publishing.workflow import take_all

CAN_TAKE_IN_FILES = hasattr(intake, "take_in_file")
CAN_SAY_WHAT_FOLLOWS = "afterwards" in inspect.signature(take_all).parameters


def possible(way):
    """The steps up to the first that the door has no verb for."""
    found = []
    for verb, part in way:
        if verb not in VERBS:
            break
        found.append((verb, part))
    return found


def afterwards(**said) -> dict:
    """The option of a withdrawal that says what its address answers."""
    return {"afterwards": steps.Afterwards(**said)} if said and CAN_SAY_WHAT_FOLLOWS else {}
