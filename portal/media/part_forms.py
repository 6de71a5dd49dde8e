"""The rows of an edition's form that hold something of the library."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.media.forms import FileUploadField, PictureUploadField
from portal.media.intake import known_sentence, take_in, take_in_file
from portal.media.models import File, Picture
from portal.media.uploads import FILE_FIELD, not_stored
from portal.media.uses import ensure_crop
from portal.media.widgets import CropField, LibraryInput, ShownFile, ShownPicture, too_small


def library_field(view: str) -> forms.IntegerField:
    return forms.IntegerField(
        required=False,
        min_value=1,
        max_value=2**63 - 1,
        widget=LibraryInput(view),
        label=_("Or its number in the library"),
    )


class KeptPartForm(forms.ModelForm):
    """Keeps what the row holds, takes another from the library, or takes in a new file.

    What is uploaded is stored at once and its id goes into the form, so it is still there when
    the page comes back for another row's error or for a save that came too late.
    """

    holds = ""  # the foreign key
    upload_name = "upload"
    model = None
    shown = None  # the widget for what the row holds
    nothing = ""

    uploaded_by = None  # set, like the next, on the class made for the request
    tell = staticmethod(lambda sentence: None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[self.holds].required = False  # clean() asks
        has_one = getattr(self.instance, f"{self.holds}_id") is not None
        self.show(getattr(self.instance, self.holds) if has_one else None)

    def show(self, kept):
        self.fields[self.holds].widget = self.shown()
        self.fields[self.holds].widget.known = kept

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("DELETE"):
            return cleaned
        if cleaned.get(self.upload_name):
            self.take_in_upload(cleaned)
        elif cleaned.get("library"):
            self.choose(cleaned)
        elif not cleaned.get(self.holds) and not self.errors.keys() & self.ways():
            self.add_error(self.upload_name, self.nothing)
        if cleaned.get(self.holds):
            self.complete(cleaned, cleaned[self.holds])
        return cleaned

    def ways(self) -> set[str]:
        return {self.holds, self.upload_name, "library"}

    def take_in_upload(self, cleaned):
        try:
            kept = self.stored(cleaned)
        except forms.ValidationError as error:
            self.add_error(self.upload_name, error)
            return
        if not kept.is_new:
            self.tell(known_sentence(kept))
        self.hold(cleaned, kept)

    def choose(self, cleaned):
        kept = self.model.objects.filter(pk=cleaned["library"]).first()
        if kept:
            self.hold(cleaned, kept)
        else:
            sentence = _("The library has nothing under this number. Look it up in the library.")
            self.add_error("library", sentence)

    def hold(self, cleaned, kept):
        cleaned[self.holds] = kept
        self.data = self.data.copy()
        self.data[self.add_prefix(self.holds)] = str(kept.pk)
        self.data.pop(self.add_prefix("library"), None)
        self.show(kept)

    def stored(self, cleaned):
        """The row of the library for what was uploaded."""
        raise NotImplementedError

    def complete(self, cleaned, kept):
        """Whatever follows from what the row now holds."""


class PicturePartForm(KeptPartForm):
    upload = PictureUploadField(required=False)
    library = library_field("admin:media_picture_choose")

    holds, model, shown = "picture", Picture, ShownPicture
    nothing = _("Choose a picture to upload, or empty this row.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "crop" in self.fields:
            self.fields["crop"] = CropField()

    def stored(self, cleaned):
        return take_in(cleaned["upload"], self.uploaded_by)

    def complete(self, cleaned, kept):
        for name in ("credit", "licence"):
            if name in cleaned and not cleaned[name]:
                cleaned[name] = getattr(kept, name)
        if crop := cleaned.get("crop"):
            self.make_crop(kept, crop)

    def make_crop(self, picture, crop):
        if sentence := too_small(picture, crop):
            self.add_error("crop", sentence)
            return
        try:
            ensure_crop(picture, crop)
        except OSError:
            self.add_error("crop", not_stored())


class FilePartForm(KeptPartForm):
    file_upload = FileUploadField(required=False)
    library = library_field("admin:media_file_choose")
    language = forms.ChoiceField(
        required=False,
        label=_("Language"),
        help_text=_("Of the file. Left empty for a new one: the language of the text."),
    )

    holds, model, shown = "file", File, ShownFile
    upload_name = FILE_FIELD
    nothing = _("Choose a file to upload, or empty this row.")

    def show(self, kept):
        super().show(kept)
        language = self.fields["language"]
        language.choices = [("", "–"), *File._meta.get_field("language").choices]
        language.initial = kept.language if kept else ""
        language.disabled = bool(kept and kept.language)

    def stored(self, cleaned):
        language = cleaned.get("language") or self.instance.edition.language
        title = cleaned.get("title", "")
        return take_in_file(cleaned[FILE_FIELD], self.uploaded_by, title=title, language=language)

    def complete(self, cleaned, kept):
        if not kept.language:
            kept.language = cleaned.get("language", "")

    def save(self, commit=True):
        """A file without a language gets the one that is said here; none loses its own."""
        file = self.instance.file
        for unnamed in File.objects.filter(pk=file.pk, language="") if file.language else ():
            unnamed.language = file.language
            unnamed.save(update_fields=["language"])  # and who keeps pages hears of it
        return super().save(commit)
