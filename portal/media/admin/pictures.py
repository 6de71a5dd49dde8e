"""The library of pictures."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from portal.media.admin.filters import LicenceFilter, UploaderFilter, UseFilter
from portal.media.admin.library import LibraryAdmin
from portal.media.forms import PictureChangeForm, PictureForm, PictureVersionForm
from portal.media.models import Picture
from portal.media.replacing import obstacles_to_replacing
from portal.media.templatetags.media import desk_picture_url
from portal.media.urls import RENDITION


@admin.register(Picture)
class PictureAdmin(LibraryAdmin):
    form = PictureChangeForm
    add_form = PictureForm
    version_form = PictureVersionForm
    address = RENDITION
    list_display = ("thumbnail", "name", "number", "size", "credit", "created_at", "uploader")
    list_display_links = ("thumbnail", "name")
    list_select_related = ("created_by",)
    list_filter = (UseFilter, UploaderFilter, LicenceFilter)
    search_fields = fields_to_search = ("folded_name", "folded_credit")
    search_help_text = _("Part of the file's name or of the credit.")
    readonly_fields = (
        "focal_point",
        "where_used",
        "versions",
        "number",
        "size",
        "created_at",
        "uploader",
    )
    fieldsets = (
        (None, {"fields": ("focal_point", ("focus_x", "focus_y"))}),
        (None, {"fields": ("original_name", "credit", "licence")}),
        (None, {"fields": readonly_fields[1:]}),
    )

    class Media:
        css = {"all": ["portal/css/library.css"]}
        js = ["portal/js/cropping.js"]

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else ((None, {"fields": ("upload",)}),)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refused = obstacles_to_replacing(obj, request.user) if change else ()
        return form

    def item(self, picture):
        about = [self.size(picture), picture.credit]
        return {
            "about": ", ".join(filter(None, about)),
            "thumbnail": desk_picture_url(picture),
        }

    @admin.display(description=_("picture"))
    def thumbnail(self, picture):
        return render_to_string("admin/media/thumbnail.html", {"picture": picture})

    @admin.display(description=_("focal point"))
    def focal_point(self, picture):
        return render_to_string("admin/media/focal_point.html", {"picture": picture})

    @admin.display(description=_("size"))
    def size(self, picture):
        return f"{picture.width} × {picture.height}"
