"""Forms of the editors' desk: a draft, moments, a preview."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.publishing.errors import StaleSave
from portal.publishing.rights import languages_of

SLUG = re.compile(r"[a-z][a-z0-9-]*\Z")
YEARS = range(2000, 2101)


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
        allowed = {
            code
            for path in self.sections()
            for code in languages_of(self.user, path, self._meta.model)
        }
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
