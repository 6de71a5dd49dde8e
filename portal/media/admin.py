"""The library of pictures, and what other admins need to hold a picture in a row."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.urls import re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from portal.accounts.roles import CHANGE
from portal.media.forms import PictureForm, PicturePartForm
from portal.media.models import Picture
from portal.media.urls import RENDITION
from portal.media.views import rendition_response
from portal.publishing.admin.change_list import CappedPaginator
from portal.publishing.admin.gates import refuse_side_doors
from portal.publishing.folding import fold
from portal.publishing.models import Entry

WHERE_USED = 50  # entries named on a picture's page


class PicturePartInline:
    """Mix into the inline of a Part with a `picture`; name `picture` and `upload` in `fields`."""

    form = PicturePartForm

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("picture")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.uploaded_by = request.user  # the class was made for this request
        return formset


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    """Whoever may write may upload; a picture is never changed and never deleted."""

    form = PictureForm
    list_display = ("thumbnail", "__str__", "size", "created_at", "created_by")
    list_display_links = ("thumbnail", "__str__")
    list_per_page = 50
    list_max_show_all = 0
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    search_fields = ("folded_name",)
    search_help_text = _("Part of the file's name.")
    actions = None
    fields = ("upload",)
    readonly_fields = (
        "thumbnail",
        "original_name",
        "size",
        "created_at",
        "created_by",
        "where_used",
    )

    def changelist_view(self, request, extra_context=None):
        refuse_side_doors(request)
        return super().changelist_view(request, extra_context)

    def changeform_view(self, request, *args, **kwargs):
        refuse_side_doors(request)
        return super().changeform_view(request, *args, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        for word in fold(search_term).split():
            queryset = queryset.filter(folded_name__contains=word)
        return queryset, False

    def get_fields(self, request, obj=None):
        return self.readonly_fields if obj else self.fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.uploaded_by = request.user
        return form

    def save_model(self, request, obj, form, change):
        """Nothing: `take_in` has stored the picture, or found the one already kept."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.rendition))
        own = re_path(f"^file/{RENDITION}", view, name="media_picture_file")
        return [own, *super().get_urls()]

    def rendition(self, request, token, name):
        """For editors, who see a picture before the public does. `admin_view` forbids caching."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return rendition_response(token, name)

    @admin.display(description=_("picture"))
    def thumbnail(self, picture):
        return render_to_string("admin/media/thumbnail.html", {"picture": picture})

    @admin.display(description=_("size"))
    def size(self, picture):
        return f"{picture.width} × {picture.height}"

    @admin.display(description=_("published texts that show it"))
    def where_used(self, picture):
        """Nothing scheduled: other desks have no business with it before its time."""
        live = Entry.objects.live().filter(uses__picture=picture).newest_first().distinct()
        return render_to_string("admin/media/where_used.html", {"entries": live[:WHERE_USED]})

    def has_module_permission(self, request):
        return request.user.has_perm(CHANGE)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(CHANGE)

    def has_add_permission(self, request):
        return request.user.has_perm(CHANGE)

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
