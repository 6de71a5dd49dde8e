"""Forms about people and desks."""

import re

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, UserChangeForm, UserCreationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Desk, User

SECTION = re.compile(r"[a-z][a-z0-9-]*(/[a-z0-9-]+)*\Z")


class DeskLoginForm(AuthenticationForm):
    """Lets in whoever has a membership; one answer for a wrong password and for an outsider."""

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if not user.may_enter_desk:
            raise self.get_invalid_login_error()


class PersonCreationForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "first_name", "last_name", "email", "language")


class PersonChangeForm(UserChangeForm):
    class Meta(UserChangeForm.Meta):
        model = User


class SectionsField(forms.CharField):
    """Paths, one a line; an empty field means all sections."""

    widget = forms.Textarea(attrs={"rows": 5, "cols": 40, "spellcheck": "false"})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        paths = [line.strip().strip("/") for line in super().to_python(value).splitlines()]
        return list(dict.fromkeys(path for path in paths if path))

    def validate(self, value):
        for path in value:
            if not SECTION.match(path):
                raise ValidationError(
                    _("“%(path)s” is no path of a section. Write it as in news or news/photo."),
                    params={"path": path[:100]},
                )

    def run_validators(self, value):
        for path in value:
            super().run_validators(path)

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class DeskForm(forms.ModelForm):
    sections = SectionsField(
        label=_("Sections"),
        required=False,
        help_text=_("One path a line, such as news or news/photo; a path covers all below it. "
                    "Left empty: all sections."),
    )  # fmt: skip
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        required=False,
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all languages."),
    )

    class Meta:
        model = Desk
        fields = ("name", "sections", "languages")
