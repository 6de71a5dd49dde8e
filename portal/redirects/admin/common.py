"""What the lists of redirects and of lost pages have in common."""

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.views.main import ChangeList
from django.utils.text import capfirst

from portal.accounts.roles import LABELS
from portal.publishing.admin.change_list import CappedPaginator
from portal.publishing.admin.gates import refuse_side_doors
from portal.redirects.paths import normal, split
from portal.redirects.written import own_parts, path_of


class Listed(ChangeList):
    """Read more often than changed, and titled so."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = capfirst(self.opts.verbose_name_plural)


class AddressAdmin(admin.ModelAdmin):
    """For chief editors, as labels are. Rows are made and ended by steps; nothing is edited."""

    list_per_page = 50
    list_max_show_all = 0
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions_selection_counter = False
    search_fields = ("path",)
    view_on_site = False

    def manages(self, request) -> bool:
        return request.user.has_perm(LABELS)

    def has_module_permission(self, request):
        return self.manages(request)

    def has_view_permission(self, request, obj=None):
        return self.manages(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_changelist(self, request, **kwargs):
        return Listed

    def changelist_view(self, request, extra_context=None):
        refuse_side_doors(request)
        return super().changelist_view(request, extra_context)

    def get_actions(self, request):
        """Django's deletion is not among them."""
        actions = super().get_actions(request)
        return {name: actions[name] for name in self.actions if name in actions}

    def get_search_results(self, request, queryset, search_term):
        """Part of an address, as it is written or as a browser shows it."""
        parts = own_parts(search_term.strip()[:400])
        words = (parts and path_of(parts)) or search_term
        return queryset.filter(path__contains=searched(words)), False

    def log(self, request, rows, sentence):
        if rows:
            LogEntry.objects.log_actions(request.user.pk, rows, CHANGE, change_message=sentence)


def searched(text: str) -> str:
    """The part of a stored path: without the prefix of a language, if it was written along."""
    return split(text).path if text.startswith("/") else normal(text)
