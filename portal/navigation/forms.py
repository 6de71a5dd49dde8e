"""The forms of menus, banners and alerts."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import languages
from portal.documents import OneDocumentField
from portal.navigation.models import Menu
from portal.navigation.models.target import OUTSIDE
from portal.navigation.rooms import openings, roots
from portal.publishing.forms import EditionForm
from portal.richtext.references import path_here

TARGET_FIELDS = ("target", "room", "address")
ROOM = re.compile(r"(?:[a-z0-9-]+/)*", re.ASCII)


class RoomField(forms.CharField):
    """The path of a page that is no content, however its address was typed: "news/"."""

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return ""
        path = path_after_language(text)
        if path is None or path not in openings([path]):
            raise ValidationError(
                _(
                    "“%(path)s” is no list or front page of this site. Write its address without "
                    "the language, such as news/. What has a number is named in the field for "
                    "documents."
                ),
                params={"path": text[:100]},
            )
        return path


def path_after_language(text: str) -> str | None:
    """ "/en/news/", "news" and the whole address become "news/"; "/" is the home page."""
    path = path_here(text)
    if path is None:
        return None
    path = path.strip("/") + "/"
    if languages.of_path(path):
        path = path.partition("/")[2]
    path = "" if path == "/" else path
    return path if ROOM.fullmatch(path) else None


class TargetForm(forms.ModelForm):
    """Mixin: one of three ways to say where a link leads, or none."""

    target = OneDocumentField(
        required=False,
        label=gettext_lazy("Leads to a document"),
        help_text=gettext_lazy("Its number or its address on this site."),
    )
    room = RoomField(
        required=False,
        max_length=300,
        widget=forms.TextInput({"class": "vTextField"}),
        label=gettext_lazy("or to a list or front page"),
        help_text=gettext_lazy("Its address without the language, such as news/."),
    )
    address = forms.URLField(
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput({"class": "vTextField"}),
        label=gettext_lazy("or to another site"),
        help_text=gettext_lazy("With https:// before it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "target" in self.fields and self.instance.target_id:
            self.initial["target"] = self.instance.target  # read along: costs no query

    def clean_address(self):
        address = self.cleaned_data["address"]
        if address and not address.lower().startswith(OUTSIDE):
            raise ValidationError(_("Write the address with https:// at its beginning."))
        return address

    def clean(self):
        cleaned = super().clean()
        named = [name for name in TARGET_FIELDS if cleaned.get(name)]
        if len(named) > 1:
            self.add_error(named[-1], _("A link leads to one place. Empty the other field."))
        return cleaned


class MenuForm(EditionForm):
    class Meta:
        model = Menu
        fields = ()  # the admin's fieldsets say which

    def sections(self):
        return ["navigation/menus"]

    def clean(self):
        cleaned = super().clean()
        slot = cleaned.get("slot") or self.instance.slot
        language = cleaned.get("language") or self.instance.language
        if slot and language:
            self.instance.title = Menu.name_of(slot, language)
        return cleaned


class PlacedForm(TargetForm, EditionForm):
    """A banner or an alert."""

    shown_in = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Shown in"),
        help_text=gettext_lazy("With none chosen: on every page."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "shown_in" in self.fields:
            gone = [(word, word) for word in self.instance.shown_in or []]
            self.fields["shown_in"].choices = list((dict(gone) | roots()).items())

    def sections(self):
        return [self._meta.model().section]
