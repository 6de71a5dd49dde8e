"""The forms of redirects: one by hand, and a file of many."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.media.uploads import refuse_lost
from portal.redirects.judging import FROM
from portal.redirects.models import Redirect
from portal.redirects.planning import Plan, Wish, plan

WIDE = forms.TextInput(attrs={"class": "vLargeTextField"})


class RedirectForm(forms.ModelForm):
    """From where to where, as a person writes it. The plan is made of it while it is checked."""

    from_text = forms.CharField(
        label=_("Old address"),
        max_length=1_000,
        widget=WIDE,
        help_text=_(
            "From its first slash: /en/old/ in one language, /*/old/ in every language. Capitals, "
            "“.html” and a slash at the end make no difference."
        ),
    )
    to_text = forms.CharField(
        label=_("Leads to"),
        max_length=1_000,
        widget=WIDE,
        help_text=_(
            "A document’s number, and then it is followed wherever it moves; or an address of "
            "this site; or a whole address elsewhere, beginning with https://."
        ),
    )
    plan: Plan

    class Meta:
        model = Redirect
        fields = ()

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        self.plan = plan([Wish(cleaned["from_text"], cleaned["to_text"])])
        for fault in self.plan.faults:
            self.add_error("from_text" if fault.field == FROM else "to_text", fault.sentence)
        if self.plan.unchanged:
            self.add_error("from_text", _("This redirect stands already."))
        return cleaned

    def _post_clean(self):
        """The plan has checked the row; Django would check it before it is filled."""
        if not self.errors:
            [self.instance] = self.plan.redirects

    def save(self, commit=True):
        self.save_m2m = lambda: None
        return self.instance


class ImportForm(forms.Form):
    table = forms.FileField(
        label=_("File"),
        help_text=_(
            "A table saved as CSV with the columns “from” and “to”, in UTF-8 or windows-1251."
        ),
    )
    hosts = forms.CharField(
        label=_("Former names of the site"),
        required=False,
        max_length=500,
        help_text=_("If whole addresses stand in the file: www.old.example, with spaces between."),
    )

    def clean_table(self):
        refuse_lost(self.cleaned_data["table"])
        return self.cleaned_data["table"]

    def clean_hosts(self):
        return frozenset(self.cleaned_data["hosts"].lower().split())
