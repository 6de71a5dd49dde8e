"""Lists of rows that steps make and end, and that nobody edits."""

from django.contrib import admin

from portal.publishing.admin.change_list import CappedPaginator
from portal.publishing.admin.gates import refuse_side_doors


class Records:
    """Mixin for such an admin, before what says who may look. It costs the same at any length."""

    list_per_page = 50
    list_max_show_all = 0
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions_selection_counter = False
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        refuse_side_doors(request)
        return super().changelist_view(request, extra_context)

    def get_actions(self, request):
        """Django's deletion is not among them."""
        actions = super().get_actions(request)
        return {name: actions[name] for name in self.actions if name in actions}
