"""What a preview asks: the moment to look at, and for a link how long it lives."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.publishing import clock
from portal.publishing.forms import MomentField
from portal.publishing.models import Preview
from portal.publishing.words import spoken

LIVES = {
    "hour": (timedelta(hours=1), _("1 hour")),
    "day": (timedelta(days=1), _("1 day")),
    "week": (timedelta(days=7), _("7 days")),
}


class PreviewForm(forms.Form):
    preview_at = MomentField(
        label=_("As it will look at"), help_text=_("Left empty: as it would look now.")
    )

    def clean_preview_at(self):
        at = self.cleaned_data["preview_at"]
        if at and at < clock.now():
            raise ValidationError(
                _("%(moment)s has passed. Choose a moment to come for the preview, or none."),
                params={"moment": spoken(at)},
            )
        return at


class PreviewOnPageForm(PreviewForm):
    """For what stands around pages: on which of them it is looked at."""

    preview_page = forms.CharField(
        label=_("On which page"),
        required=False,
        max_length=500,
        help_text=_("Its address on this site. Left empty: the home page."),
    )

    def clean_preview_page(self):
        """The path after the language."""
        path = path_after_language(self.cleaned_data["preview_page"])
        if not is_public_route(path):
            raise ValidationError(
                _("This site has no page at “%(path)s”. Copy the address of one that you see."),
                params={"path": path},
            )
        return path


def path_after_language(address: str) -> str:
    """Of a whole address, a path or what follows the language, a preview's own included."""
    try:
        path = urlsplit(address.strip()).path.strip("/")
    except ValueError:
        return address
    path = re.sub(r"^(?:preview/[^/]+|at/[^/]+|plain-[^/]+)/", "", path)
    if languages.of_path(path):
        path = path.partition("/")[2]
    return f"{path}/" if path else ""


def is_public_route(path: str) -> bool:
    code = languages.CODES[0]
    with translation.override(code):
        try:
            resolve(f"/{languages.prefix(code)}/{path}")
        except Resolver404:
            return False
    return True


class LinkForm(PreviewForm):
    """A secret link to give away."""

    life = forms.ChoiceField(
        label=_("Opens the text for"),
        choices=[(name, words) for name, (_life, words) in LIVES.items()],
        initial="day",
    )
    label = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=Preview._meta.get_field("label").max_length,
        help_text=_("Only the editors see it. It helps to know later which link to revoke."),
    )
    field_order = ("label", "life", "preview_at")

    def issue(self, edition, by) -> str:
        given = self.cleaned_data
        life, _words = LIVES[given["life"]]
        return Preview.issue(edition, by, given["preview_at"], life, given["label"])
