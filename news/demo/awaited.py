"""What the demo asks of the portal and does without where the portal cannot do it yet."""

import inspect

from portal.media import intake
from portal.publishing.verbs import VERBS
from portal.publishing.workflow import take_all

CAN_TAKE_IN_FILES = hasattr(intake, "take_in_file")
OPTIONS = frozenset(inspect.signature(take_all).parameters)


def possible(steps):
    """The steps up to the first that the door has no verb for."""
    found = []
    for verb, part in steps:
        if verb not in VERBS:
            break
        found.append((verb, part))
    return found


def understood(options: dict) -> dict:
    return {name: value for name, value in options.items() if name in OPTIONS}
