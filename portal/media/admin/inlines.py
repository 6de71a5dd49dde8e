"""Rows of an edition's form that hold a picture or a file of the library."""

from django.contrib import messages

from portal.media.part_forms import FilePartForm, PicturePartForm


class KeptPartInline:
    """Mix into the inline of a Part. A row's form tells the person what it found."""

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        # The class was made for this request.
        formset.form.uploaded_by = request.user
        formset.form.tell = staticmethod(teller(request))
        return formset

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(self.form.holds)


class PicturePartInline(KeptPartInline):
    """Name `picture`, `upload` and `library` in `fields`."""

    form = PicturePartForm

    class Media:
        css = {"all": ["portal/css/library.css"]}
        js = ["portal/js/library.js", "portal/js/cropping.js"]


class FilePartInline(KeptPartInline):
    """Name `file`, `file_upload`, `library`, `title` and `language` in `fields`."""

    form = FilePartForm

    class Media:
        css = {"all": ["portal/css/library.css"]}
        js = ["portal/js/library.js"]


def teller(request):
    """Says each sentence once, although a form may be judged twice."""
    told = set()

    def tell(sentence):
        if sentence not in told:
            told.add(sentence)
            messages.info(request, sentence)

    return tell
