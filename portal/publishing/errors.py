"""Refusals, each a whole sentence that says what to do."""

from django.utils.translation import gettext as _


class Refused(Exception):
    """The door did not let an edition through. `sentences` say why and what to do."""

    def __init__(self, sentences):
        self.sentences = [str(sentence) for sentence in sentences]
        super().__init__(" ".join(self.sentences))


class NotADraft(Refused):
    """Only a draft can be saved (L2)."""

    def __init__(self, edition, state):
        super().__init__(
            [
                _("Edition %(number)s is %(state)s and cannot be changed. Revise it instead.")
                % {"number": edition.number, "state": state.label}
            ]
        )


class StaleSave(Refused):
    """Somebody else saved this draft since it was read."""

    def __init__(self, edition):
        super().__init__(
            [
                _(
                    "Somebody else saved this draft after you opened it. Your own words are "
                    "still in the form: compare them with the stored text and save again."
                )
            ]
        )
