"""What a step asks for on its page: a moment, a remark, what the address says afterwards."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.publishing.document_fields import DocumentField
from portal.publishing.forms import MomentField
from portal.publishing.models import Answer
from portal.publishing.steps import Afterwards

LONGEST_NOTE = 2_000
AFTERWARDS = ("answer", "notice", "target")
AT = {"approve": _("Goes live"), "reschedule": _("New date and time"), "withdraw": _("Ends")}
AT_HELP = _("Left empty: at once. Times are those of %(zone)s.")
RESCHEDULE_HELP = _("Times are those of %(zone)s.")
NOTE = {
    "send_back": (_("Remark"), _("What the author is to change. It stays in the history.")),
    "withdraw": (_("Reason"), _("It stays in the history.")),
    "urgent": (_("Why it cannot wait"), _("It stays in the history.")),
}
NOTE_OF_OTHERS = (_("Note"), _("It stays in the history. May be left empty."))


class StepForm(forms.Form):
    """What a verb needs besides the edition. What is missing, the door says itself."""

    at = MomentField()
    language = forms.ChoiceField(required=False, widget=forms.RadioSelect, label=_("Language"))
    note = forms.CharField(
        required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 4})
    )
    answer = forms.ChoiceField(
        required=False,
        choices=Answer,
        initial=Answer.GONE,
        widget=forms.RadioSelect,
        label=_("From then on the address answers"),
    )
    notice = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Notice"),
        help_text=_(
            "For the second answer. Readers find it above the text; the pictures and files go."
        ),
    )
    target = DocumentField(
        label=_("Leads on to"),
        widget=forms.TextInput(attrs={"size": 60}),
        help_text=_("For the third answer: the number or the address of a document of this site."),
    )

    def __init__(self, verb, *args, languages=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.name("note", *NOTE.get(verb.name, NOTE_OF_OTHERS))
        if verb.name in AT:
            text = RESCHEDULE_HELP if verb.name == "reschedule" else AT_HELP
            self.name("at", AT[verb.name], text % {"zone": settings.TIME_ZONE})
        else:
            del self.fields["at"]
        if verb.name == "translate":
            self.fields["language"].choices = languages
        else:
            del self.fields["language"]
        if verb.name != "withdraw":
            for name in AFTERWARDS:
                del self.fields[name]

    def name(self, field: str, label: str, help_text: str) -> None:
        self.fields[field].label, self.fields[field].help_text = label, help_text

    def options(self) -> dict:
        """What the door takes of it."""
        given = {name: value for name, value in self.cleaned_data.items() if value}
        after = {name: given.pop(name) for name in AFTERWARDS if name in given}
        return given | {"afterwards": Afterwards(**after)} if after else given

    def refuse(self, obstacles) -> None:
        """Put the door's sentences where they belong; those that are questions stand apart."""
        for obstacle in obstacles:
            if not obstacle.is_question:
                known = obstacle.field in self.fields
                self.add_error(obstacle.field if known else None, str(obstacle))
