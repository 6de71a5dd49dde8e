"""Forms of the editors' desk: a draft, and what a step asks for."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.publishing.errors import StaleSave
from portal.publishing.rights import languages_of

SLUG = re.compile(r"[a-z][a-z0-9-]*\Z")
YEARS = range(2000, 2101)
LONGEST_NOTE = 2_000


class EditionForm(forms.ModelForm):
    """A draft, which may be incomplete. `version` is the count of saves the editor began from."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    user = None  # set, like the next, on the class made for the request
    refused = ()  # sentences of a save that the door did not let through
    is_stale = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        if "language" in self.fields:
            self.offer_languages(self.fields["language"])
        elif self.instance.language:
            self.mark_language(languages.html_lang(self.instance.language))

    def sections(self) -> list[str]:
        """The sections that an edition of this type may be begun in, the type's own list."""
        return []

    def offer_languages(self, field) -> None:
        """Those in which the person may write in some section."""
        allowed = {code for path in self.sections() for code in languages_of(self.user, path)}
        codes = [code for code in languages.CODES if code in allowed]
        field.choices = [(code, languages.native_name(code)) for code in codes]
        if get_language() in codes:
            field.initial = get_language()

    def mark_language(self, html_lang: str) -> None:
        """Screen readers and spelling checkers follow the language of the text."""
        plain = (forms.SlugField, forms.URLField)
        for field in self.fields.values():
            if isinstance(field, forms.CharField) and not isinstance(field, plain):
                field.widget.attrs["lang"] = html_lang

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug and not SLUG.match(slug):
            raise ValidationError(
                _(
                    "Begin with a small Latin letter; then small letters, digits and hyphens. "
                    "Left empty, it is made from the title."
                )
            )
        return slug

    def clean(self):
        cleaned = super().clean()
        for sentence in self.refused:
            self.add_error(None, sentence)
        if self.instance.pk and cleaned.get("version") != self.instance.version:
            self.is_stale = True
            self.add_error(None, StaleSave(self.instance).sentences)
            # Saved again, the form knowingly overwrites what it was shown beside.
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = str(self.instance.version)
        return cleaned


class MomentWidget(forms.SplitDateTimeWidget):
    """The browser's own fields for a date and a time, to the second."""

    def __init__(self, attrs=None):
        super().__init__(
            attrs,
            date_format="%Y-%m-%d",
            time_format="%H:%M:%S",
            date_attrs={"type": "date", "aria-label": _("Date")},
            time_attrs={"type": "time", "step": "1", "aria-label": _("Time")},
        )


class MomentField(forms.SplitDateTimeField):
    """A date and a time in the site's zone; answers with an aware moment."""

    widget = MomentWidget

    def __init__(self, **kwargs):
        errors = {
            "invalid_date": _("Enter a date that exists, as year-month-day: 2019-06-05."),
            "invalid_time": _("Enter a time from 00:00 to 23:59, as hours:minutes."),
        }
        formats = {
            "input_date_formats": ["%Y-%m-%d", "%d.%m.%Y"],
            "input_time_formats": ["%H:%M:%S", "%H:%M"],
        }
        super().__init__(error_messages=errors, required=False, **formats, **kwargs)

    def compress(self, data_list):
        if data_list and data_list[0] and data_list[0].year not in YEARS:
            raise ValidationError(
                _("Choose a year from %(first)s to %(last)s."),
                params={"first": YEARS[0], "last": YEARS[-1]},
            )
        return super().compress(data_list)


AT = {"approve": _("Goes live"), "reschedule": _("New date and time"), "withdraw": _("Ends")}
AT_HELP = _("Left empty: at once. Times are those of %(zone)s.")
RESCHEDULE_HELP = _("Times are those of %(zone)s.")
NOTE = {
    "send_back": (_("Remark"), _("What the author is to change. It stays in the history.")),
    "withdraw": (_("Reason"), _("It stays in the history.")),
}
NOTE_OF_OTHERS = (_("Note"), _("It stays in the history. May be left empty."))


class StepForm(forms.Form):
    """What a verb needs besides the edition. What is missing, the door says itself."""

    at = MomentField()
    language = forms.ChoiceField(required=False, widget=forms.RadioSelect, label=_("Language"))
    note = forms.CharField(
        required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 4})
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

    def name(self, field: str, label: str, help_text: str) -> None:
        self.fields[field].label, self.fields[field].help_text = label, help_text

    def options(self) -> dict:
        """What the door takes of it."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def refuse(self, obstacles) -> None:
        """Put the door's sentences where they belong; those that are questions stand apart."""
        for obstacle in obstacles:
            if not obstacle.answer:
                known = obstacle.field in self.fields
                self.add_error(obstacle.field if known else None, str(obstacle))
