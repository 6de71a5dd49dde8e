"""What the library of pictures and that of files have in common."""

from functools import reduce
from operator import or_

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, re_path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from portal.accounts.roles import CHANGE
from portal.media.admin.versions import places_context, version_view
from portal.media.intake import known_sentence
from portal.media.replacing import current_since
from portal.media.serving import serve
from portal.media.where import places_of
from portal.publishing.admin.change_list import CappedPaginator
from portal.publishing.admin.gates import refuse_side_doors
from portal.publishing.folding import fold

SHOWN_AT_ONCE = 24  # in the dialog


class Listed(ChangeList):
    """Looked through more often than changed, and titled so."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = capfirst(self.opts.verbose_name_plural)


class LibraryAdmin(admin.ModelAdmin):
    """Whoever may write may upload and describe. Nothing is deleted; files are replaced by new
    versions, on a page that asks for the rights of everywhere they are public.
    """

    add_form = None
    fields_to_search = ()
    address = ""  # the pattern of an editor's own address of a file
    list_per_page = 50
    list_max_show_all = 0
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    view_on_site = False

    # --- The list and the page -------------------------------------------------------------------

    def changelist_view(self, request, extra_context=None):
        refuse_side_doors(request)
        return super().changelist_view(request, extra_context)

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        refuse_side_doors(request)
        return super().changeform_view(request, object_id, *args, **kwargs)

    def get_changelist(self, request, **kwargs):
        return Listed

    def get_search_results(self, request, queryset, search_term):
        return self.found(queryset, search_term), False

    def found(self, queryset, words: str):
        """Rows that hold each of these words somewhere."""
        for word in fold(words).split():
            either = (Q(**{f"{name}__contains": word}) for name in self.fields_to_search)
            queryset = queryset.filter(reduce(or_, either))
        return queryset

    def lookup_allowed(self, lookup, value, request=None):
        return lookup in {f.parameter_name for f in self.get_list_filter(request)}

    def get_object(self, request, object_id, from_field=None):
        kept = super().get_object(request, object_id, from_field)
        if kept is not None:
            kept.places = places_of(kept, request.user)
        return kept

    def get_form(self, request, obj=None, change=False, **kwargs):
        kwargs |= {} if change else {"form": self.add_form}
        form = super().get_form(request, obj, change=change, **kwargs)
        form.uploaded_by = request.user
        return form

    def save_model(self, request, obj, form, change):
        """A new row is stored already: `take_in` did it, or found the one that is kept."""
        if change:
            # Not the rest of the row: a new version may have come since it was read.
            said = [name for name, field in form.fields.items() if not field.disabled]
            obj.save(update_fields=[*said, *self.fields_to_search])
        elif not obj.is_new:
            messages.info(request, known_sentence(obj))

    def response_add(self, request, obj, post_url_continue=None):
        """To the page of what was uploaded, to say whose it is or see where it is used."""
        if "_addanother" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return HttpResponseRedirect(reverse(self.url_name("change"), args=[obj.pk]))

    @admin.display(description=_("name"))
    def name(self, kept):
        return str(kept)

    @admin.display(description=_("number"))
    def number(self, kept):
        return kept.pk

    @admin.display(description=_("uploaded by"))
    def uploader(self, kept):
        return str(kept.created_by)

    @admin.display(description=_("where it is used"))
    def where_used(self, kept):
        return render_to_string("admin/media/where_used.html", places_context(kept.places))

    @admin.display(description=_("versions"))
    def versions(self, kept):
        context = {
            "kept": kept,
            "since": current_since(kept),
            "versions": kept.versions.select_related("replaced_by"),
            "url": reverse(self.url_name("version"), args=[kept.pk]),
        }
        return render_to_string("admin/media/versions.html", context)

    # --- Own addresses ---------------------------------------------------------------------------

    def url_name(self, view: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}"

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap, file_view = self.admin_site.admin_view, require_safe(self.file_view)
        return [
            re_path(f"^file/{self.address}", wrap(file_view), name=f"{name}_file"),
            path("choose/", wrap(require_safe(self.choose_view)), name=f"{name}_choose"),
            path("<int:object_id>/version/", wrap(self.version_view), name=f"{name}_version"),
            *super().get_urls(),
        ]

    def file_view(self, request, token, name):
        """For editors, who see a file before the public does. `admin_view` forbids caching."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return serve(request, token, name)

    def choose_view(self, request):
        """A page of the library for the dialog of an edition's form."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.found(self.get_queryset(request), request.GET.get("q", "")[:200])
        page = Paginator(rows.order_by("-pk"), SHOWN_AT_ONCE).get_page(request.GET.get("page"))
        items = [{"number": kept.pk, "name": str(kept)} | self.item(kept) for kept in page]
        following = page.next_page_number() if page.has_next() else None
        return JsonResponse({"items": items, "next": following})

    def item(self, kept) -> dict[str, str]:
        """What the dialog shows besides the name: `about`, and a `thumbnail`."""
        raise NotImplementedError

    def version_view(self, request, object_id):
        if not self.has_change_permission(request):
            raise PermissionDenied
        kept = get_object_or_404(self.get_queryset(request), pk=object_id)
        return version_view(self, request, kept)

    # --- Rights ----------------------------------------------------------------------------------

    def has_module_permission(self, request):
        return request.user.has_perm(CHANGE)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(CHANGE)

    def has_add_permission(self, request):
        return request.user.has_perm(CHANGE)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(CHANGE)

    def has_delete_permission(self, request, obj=None):
        return False
