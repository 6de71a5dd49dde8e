"""Uploading in the admin: on a page of its own, and beside a text in an inline row."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from portal.media.intake import take_in
from portal.media.models import Picture


class PictureUploadField(forms.FileField):
    """A file to choose. What it holds is judged by `take_in`, never by its name."""

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


class PictureForm(forms.ModelForm):
    """The library's add form: nothing but the file."""

    upload = PictureUploadField()
    uploaded_by = None  # set on the class made for the request

    class Meta:
        model = Picture
        fields = ()

    def clean_upload(self):
        self.picture = take_in(self.cleaned_data["upload"], self.uploaded_by)
        return self.cleaned_data["upload"]

    def save(self, commit=True):
        return self.picture

    def save_m2m(self):
        """The admin calls it; a picture has no such rows."""


class ShownPicture(forms.HiddenInput):
    """The picture that a row holds: its id for the server, a thumbnail for the editor."""

    is_hidden = False  # else the admin would hide the thumbnail with the input
    known = None  # a Picture the form has at hand, which saves a query

    def render(self, name, value, attrs=None, renderer=None):
        hidden = super().render(name, value, attrs, renderer)
        context = {"hidden": hidden, "picture": self.picture_of(value)}
        return render_to_string("admin/media/shown_picture.html", context)

    def id_for_label(self, id_):
        return ""  # what is hidden cannot be labelled

    def picture_of(self, value):
        if self.known and str(self.known.pk) == str(value):
            return self.known
        return Picture.objects.filter(pk=value).first() if str(value).isdecimal() else None


class PicturePartForm(forms.ModelForm):
    """A row with a foreign key `picture`: keeps the one it has, or takes in a new file.

    An uploaded picture is stored at once and its id goes into the form, so it is still there
    when the page comes back for another row's error or for a save that came too late.
    """

    upload = PictureUploadField(required=False)
    uploaded_by = None  # set on the class made for the request

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["picture"].required = False  # a new file may stand for it; clean() asks
        self.show(self.instance.picture if self.instance.picture_id else None)

    def show(self, picture):
        self.fields["picture"].widget = ShownPicture()
        self.fields["picture"].widget.known = picture

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("DELETE"):
            return cleaned
        if cleaned.get("upload"):
            self.take_in_upload(cleaned)
        elif not cleaned.get("picture") and not self.errors.keys() & {"picture", "upload"}:
            self.add_error("upload", _("Choose a picture to upload, or empty this row."))
        return cleaned

    def take_in_upload(self, cleaned):
        try:
            picture = take_in(cleaned["upload"], self.uploaded_by)
        except forms.ValidationError as error:
            self.add_error("upload", error)
            return
        cleaned["picture"] = picture
        self.data = self.data.copy()
        self.data[self.add_prefix("picture")] = str(picture.pk)
        self.show(picture)
