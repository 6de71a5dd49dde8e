"""The form of a home page's draft."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.documents import OneDocumentField
from portal.home.models import SECTION, HomePage
from portal.home.sections import known_sections
from portal.publishing.forms import EditionForm


class SectionsField(forms.MultipleChoiceField):
    """Boxes for what is stored as paths, one a line."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(choices=lambda: known_sections().items(), required=False, **kwargs)

    def prepare_value(self, value):
        return value.split() if isinstance(value, str) else value

    def clean(self, value):
        return "\n".join(super().clean(value))

    def has_changed(self, initial, data):
        return set(self.prepare_value(initial) or ()) != set(data or ())


class HomeForm(EditionForm):
    lead = forms.CharField(
        label=_("description"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=_(
            "One or two sentences under the title; search engines and other sites show them."
        ),
    )
    lead_story = OneDocumentField(
        label=HomePage._meta.get_field("lead_story").verbose_name,
        required=False,
        help_text=HomePage._meta.get_field("lead_story").help_text,
    )
    latest_from = SectionsField(
        label=HomePage._meta.get_field("latest_from").verbose_name,
        help_text=HomePage._meta.get_field("latest_from").help_text,
    )

    class Meta:
        model = HomePage
        fields = ()  # the admin's fieldsets say which

    def sections(self):
        return [SECTION]


class PickForm(forms.ModelForm):
    document = OneDocumentField(
        label=_("Document"), help_text=_("Its number, such as 108863, or its address.")
    )
