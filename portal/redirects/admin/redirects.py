"""The list of redirects: made by hand, brought in from a file, undone."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from portal.documents import named
from portal.publishing.admin.filters import ChoiceFilter
from portal.redirects import making
from portal.redirects.admin.addresses import AddressAdmin, Listed
from portal.redirects.admin.forms import RedirectForm
from portal.redirects.admin.importing import import_view
from portal.redirects.files import lines_of
from portal.redirects.judging import in_words
from portal.redirects.models import Origin, Redirect
from portal.redirects.suggesting import suggestions
from portal.redirects.written import old_named


class StandingFilter(ChoiceFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("standing", _("stands")), ("undone", _("undone"))]

    def narrow(self, request, queryset, value):
        return queryset.filter(undone_at__isnull=value == "standing")


class OriginFilter(ChoiceFilter):
    title = _("origin")
    parameter_name = "origin"

    def lookups(self, request, model_admin):
        return Origin.choices

    def narrow(self, request, queryset, value):
        return queryset.filter(batch__origin=value)


class Redirects(Listed):
    def get_results(self, request):
        super().get_results(request)
        self.result_list = with_titles(self.result_list)


@admin.register(Redirect)
class RedirectAdmin(AddressAdmin):
    form = RedirectForm
    add_form_template = "admin/redirects/add.html"
    change_form_template = "admin/redirects/redirect.html"
    change_list_template = "admin/redirects/list.html"
    list_display = ("address", "leads_to", "hits", "last_hit_at", "origin", "made_at", "state")
    list_filter = (StandingFilter, OriginFilter)
    ordering = ("-pk",)
    search_help_text = _("Part of the old address.")
    actions = ("undo_chosen",)
    about = ("address", "leads_to", "state", "hits", "last_hit_at", "origin", "made_at", "made_by")

    # --- Columns ----------------------------------------------------------------------------------

    @admin.display(description=_("old address"))
    def address(self, redirect):
        return str(redirect.old)

    @admin.display(description=_("leads to"))
    def leads_to(self, redirect):
        if redirect.document is None:
            return redirect.to_address
        return f"{in_words(redirect)}: {redirect.title or gettext('not public now')}"

    @admin.display(description=_("origin"))
    def origin(self, redirect):
        return redirect.batch

    @admin.display(description=_("made"))
    def made_at(self, redirect):
        return redirect.batch.made_at

    @admin.display(description=_("by"))
    def made_by(self, redirect):
        return redirect.batch.made_by or gettext("a move")

    @admin.display(description=_("state"))
    def state(self, redirect):
        if not redirect.is_undone:
            return gettext("stands")
        if redirect.undone_by is None:
            return gettext("ended by what came after it")
        return gettext("undone by %(person)s") % {"person": redirect.undone_by}

    # --- Lists and pages --------------------------------------------------------------------------

    def get_queryset(self, request):
        return super().get_queryset(request).with_people()

    def get_changelist(self, request, **kwargs):
        return Redirects

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        return found and with_titles([found])[0]

    def has_add_permission(self, request):
        return self.manages(request)

    def get_fields(self, request, obj=None):
        return self.about if obj else ("from_text", "to_text")

    def get_readonly_fields(self, request, obj=None):
        return self.about if obj else ()

    def get_changeform_initial_data(self, request):
        return {"from_text": request.GET.get("from", ""), "to_text": request.GET.get("to", "")}

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        context = {"suggestions": suggested(request.GET.get("from", ""))} | (extra_context or {})
        with making.alone():
            return super().add_view(request, form_url, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        redirect = self.get_object(request, object_id) if self.manages(request) else None
        context = extra_context or {}
        if redirect:
            siblings = redirect.batch.redirects.standing().count()
            context |= {"redirect": redirect, "siblings": siblings}
        return super().change_view(request, object_id, form_url, context)

    def save_model(self, request, obj, form, change):
        making.make(form.plan, Origin.HAND, by=request.user)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.import_view), name="redirects_redirect_import"),
            path("export/", view(require_safe(self.export_view)), name="redirects_redirect_export"),
            path(
                "<int:object_id>/undo/",
                view(require_POST(self.undo_view)),
                name="redirects_redirect_undo",
            ),
            *super().get_urls(),
        ]

    def import_view(self, request):
        if not self.manages(request):
            raise PermissionDenied
        return import_view(self, request)

    def export_view(self, request):
        if not self.manages(request):
            raise PermissionDenied
        rows = Redirect.objects.standing().with_people().order_by("pk").iterator(chunk_size=2_000)
        answer = StreamingHttpResponse(lines_of(rows), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="redirects.csv"'
        return answer

    # --- Undoing ----------------------------------------------------------------------------------

    def undo_view(self, request, object_id):
        """This one, or with "batch" all that were made in the same step."""
        if not self.manages(request):
            raise PermissionDenied
        redirect = get_object_or_404(Redirect, pk=object_id)
        chosen = redirect.batch.redirects if "batch" in request.POST else Redirect.objects
        if "batch" not in request.POST:
            chosen = chosen.filter(pk=redirect.pk)
        self.undo(request, chosen.standing())
        return HttpResponseRedirect(reverse("admin:redirects_redirect_changelist"))

    @admin.action(description=_("Undo the chosen redirects"))
    def undo_chosen(self, request, queryset):
        self.undo(request, queryset.standing())

    def undo(self, request, chosen):
        rows = list(chosen)
        count = making.undo(rows, by=request.user)
        self.log(request, rows, gettext("Undone."))
        sentence = ngettext(
            "%(count)s redirect is undone; its address is unknown from now on.",
            "%(count)s redirects are undone; their addresses are unknown from now on.",
            count,
        )
        messages.success(request, sentence % {"count": count})


def with_titles(redirects) -> list[Redirect]:
    """Each with the `title` of its document, "" while that is not public."""
    rows = list(redirects)
    numbers = {row.document.number for row in rows if row.document}
    titles = {each.number: each.title for each in named(numbers)}
    for row in rows:
        row.title = titles.get(row.document.number, "") if row.document else ""
    return rows


def suggested(text: str):
    try:
        return suggestions(old_named(text)) if text else []
    except ValidationError:
        return []
