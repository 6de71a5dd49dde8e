"""Fields to upload with, and the forms of the library's own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.media.intake import take_in, take_in_file
from portal.media.models import File, Picture
from portal.media.uploads import FILE_FIELD

FILE_TYPES = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.mp4,.webm,.vtt"


class PictureUploadField(forms.FileField):
    """A picture to choose. What it holds is judged by `take_in`, never by its name."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Upload a picture"))
        kwargs.setdefault(
            "help_text",
            _(
                "JPEG, PNG or WebP, at most 20 MB. Location and camera data are removed, and "
                "transparent parts become white."
            ),
        )
        super().__init__(**kwargs)


class FileUploadField(forms.FileField):
    """A document, a video or captions. The field must be called FILE_FIELD: see uploads.py."""

    widget = forms.FileInput(attrs={"accept": FILE_TYPES})

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Upload a file"))
        kwargs.setdefault(
            "help_text",
            _(
                "PDF, Word, Excel, PowerPoint or OpenDocument, at most 25 MB and without macros; "
                "video as MP4 or WebM, at most 200 MB; captions as WebVTT."
            ),
        )
        super().__init__(**kwargs)


class TakingIn(forms.ModelForm):
    """The library's add forms: what is uploaded is the row, new or found."""

    uploaded_by = None  # set on the class made for the request

    def save(self, commit=True):
        return self.kept

    def save_m2m(self):
        """The admin calls it; nothing of the library has such rows."""


class PictureForm(TakingIn):
    upload = PictureUploadField()

    class Meta:
        model = Picture
        fields = ()

    def clean_upload(self):
        self.kept = take_in(self.cleaned_data["upload"], self.uploaded_by)
        return self.cleaned_data["upload"]


class FileForm(TakingIn):
    file_upload = FileUploadField()

    class Meta:
        model = File
        fields = ("language",)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get(FILE_FIELD):
            try:
                self.kept = take_in_file(
                    cleaned[FILE_FIELD], self.uploaded_by, language=cleaned.get("language", "")
                )
            except forms.ValidationError as error:
                self.add_error(FILE_FIELD, error)
        return cleaned


class PictureChangeForm(forms.ModelForm):
    """What the library says of a picture. The focal point shows at once wherever it is public, so
    moving it asks for the rights that a new version asks for.
    """

    refused = ()  # sentences; set, like the above, on the class made for the request

    class Meta:
        model = Picture
        fields = ("original_name", "focus_x", "focus_y", "credit", "licence")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("focus_x", "focus_y"):
            self.fields[name].disabled = bool(self.refused)
            self.fields[name].widget.attrs |= {"max": 100, "step": 1}
        self.fields["focus_y"].help_text = " ".join(self.refused) or _(
            "In percent; 50 is the middle. Press on the picture, or type."
        )
        self.fields["credit"].help_text = self.fields["licence"].help_text = _(
            "Taken over by each text that shows the picture and says nothing else."
        )


class FileChangeForm(forms.ModelForm):
    class Meta:
        model = File
        fields = ("original_name", "language")


class PictureVersionForm(forms.Form):
    upload = PictureUploadField(label=_("New version"))


class FileVersionForm(forms.Form):
    file_upload = FileUploadField(label=_("New version"))
