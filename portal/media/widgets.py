"""What a row of an edition's form shows of the library, and how a part of a picture is named."""

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.media.crops import MIN_SIDE, WHOLE, Crop
from portal.media.models import File, Picture


class Shown(forms.HiddenInput):
    """What a row holds: its id for the server, something to look at for the editor."""

    is_hidden = False  # else the admin would hide what is to be seen with the input
    known = None  # a row of the library that the form has at hand, which saves a query
    model = None
    shown_template = ""

    def render(self, name, value, attrs=None, renderer=None):
        hidden = super().render(name, value, attrs, renderer)
        context = {"hidden": hidden, "kept": self.kept_of(value)}
        return render_to_string(self.shown_template, context)

    def id_for_label(self, id_):
        return ""  # what is hidden cannot be labelled

    def kept_of(self, value):
        if self.known and str(self.known.pk) == str(value):
            return self.known
        return self.model.objects.filter(pk=value).first() if str(value).isdecimal() else None


class ShownPicture(Shown):
    model = Picture
    shown_template = "admin/media/shown_picture.html"


class ShownFile(Shown):
    model = File
    shown_template = "admin/media/shown_file.html"


class LibraryInput(forms.NumberInput):
    """A number of the library; a script (portal/js/library.js) adds a dialog to look for it."""

    def __init__(self, view: str):
        super().__init__(attrs={"min": 1})
        self.view = view

    def get_context(self, name, value, attrs):
        attrs = (attrs or {}) | {
            "data-library": reverse(self.view),
            "data-open": _("Choose from the library…"),
            "data-title": _("Library"),
            "data-search": _("Search"),
            "data-find": _("Find"),
            "data-more": _("Show more"),
            "data-none": _("Nothing was found. Try fewer words."),
            "data-close": _("Close"),
        }
        return super().get_context(name, value, attrs)


class CropInput(forms.MultiWidget):
    """Four numbers. To the form they are one text, so that a row can be posted once more by it."""

    LABELS = (_("From the left"), _("From the top"), _("Width"), _("Height"))

    def __init__(self, attrs=None):
        numbers = [forms.NumberInput({"min": 0, "max": 100, "step": 1}) for _label in self.LABELS]
        super().__init__(numbers, attrs)

    def decompress(self, value):
        numbers = (value or "").split("-")
        return numbers if len(numbers) == len(self.widgets) else [None] * len(self.widgets)

    def value_from_datadict(self, data, files, name):
        if name in data:
            return data[name]
        numbers = super().value_from_datadict(data, files, name)
        return "-".join(str(n or "").strip() or "0" for n in numbers) if any(numbers) else WHOLE

    def value_omitted_from_data(self, data, files, name):
        return name not in data and super().value_omitted_from_data(data, files, name)

    def render(self, name, value, attrs=None, renderer=None):
        widget = self.get_context(name, value, attrs)["widget"]
        fields = [
            {
                "label": label,
                "id": part["attrs"].get("id", ""),
                "input": single.render(part["name"], part["value"], part["attrs"], renderer),
            }
            for label, single, part in zip(
                self.LABELS, self.widgets, widget["subwidgets"], strict=True
            )
        ]
        return render_to_string("admin/media/crop.html", {"fields": fields})


class CropField(forms.CharField):
    widget = CropInput

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Crop"))
        kwargs.setdefault(
            "help_text",
            _("The part that is shown here, in percent of the picture. Left empty: all of it."),
        )
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if text in self.empty_values:
            return WHOLE
        try:
            numbers = [str(int(number)) for number in text.split("-")]
            crop = Crop.parse("-".join(numbers))
        except ValueError as error:
            raise forms.ValidationError(
                _(
                    "This part does not lie within the picture. Left and width together are at "
                    "most 100, and so are top and height; neither side is 0."
                )
            ) from error
        return WHOLE if crop.is_whole else str(crop)


def too_small(picture: Picture, crop: str) -> str:
    """The sentence that refuses this part of this picture, if it is too small to be shown."""
    if not crop or Crop.parse(crop).is_large_enough(picture.width, picture.height):
        return ""
    width, height = picture.size_of(crop)
    return _(
        "This part would be %(width)d × %(height)d pixels; each side needs at least %(least)d. "
        "Choose a larger part."
    ) % {"width": width, "height": height, "least": MIN_SIDE}
