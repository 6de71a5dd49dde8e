"""The library of documents, videos and captions."""

from django.contrib import admin
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from portal.media.admin.filters import KindFilter, LanguageFilter, UploaderFilter, UseFilter
from portal.media.admin.library import LibraryAdmin
from portal.media.forms import FileChangeForm, FileForm, FileVersionForm
from portal.media.models import File
from portal.media.urls import FILE


@admin.register(File)
class FileAdmin(LibraryAdmin):
    form = FileChangeForm
    add_form = FileForm
    version_form = FileVersionForm
    address = FILE
    list_display = ("name", "kind", "readable_size", "language", "number", "created_at",
                    "uploader")  # fmt: skip
    list_select_related = ("created_by",)
    list_filter = (UseFilter, UploaderFilter, KindFilter, LanguageFilter)
    search_fields = fields_to_search = ("folded_name",)
    search_help_text = _("Part of the file's name.")
    readonly_fields = (
        "download",
        "where_used",
        "versions",
        "number",
        "kind",
        "readable_size",
        "created_at",
        "uploader",
    )
    fieldsets = (
        (None, {"fields": ("download", "original_name", "language")}),
        (None, {"fields": readonly_fields[1:]}),
    )

    class Media:
        css = {"all": ["portal/css/library.css"]}

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else ((None, {"fields": ("file_upload", "language")}),)

    def item(self, file):
        about = [file.get_kind_display(), self.readable_size(file), file.get_language_display()]
        return {"about": ", ".join(filter(None, about)), "thumbnail": ""}

    @admin.display(description=_("size"))
    def readable_size(self, file):
        return filesizeformat(file.size)

    @admin.display(description=_("file"))
    def download(self, file):
        return render_to_string("admin/media/file_link.html", {"file": file})
