"""What others hear of the door. Both carry `changes`, a list of `steps.Change`; the sender is
the content type.

`state_changing` is sent inside the transaction: derived rows are written there, or the step fails.
`state_changed` is sent after the commit: for what must not undo a step that has happened.
"""

from django.dispatch import Signal

state_changing = Signal()
state_changed = Signal()
