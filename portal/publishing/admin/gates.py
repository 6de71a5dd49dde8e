"""Who may come in: every question goes to `can()`, and Django's own ways round are closed."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from portal.publishing.models import Edition, State
from portal.publishing.rights import can, sections_of, visible_to

# What Django's pages understand and no page of ours sends.
SIDE_DOORS = {"_popup", "_to_field", "_saveasnew"}


def may_save(user, edition: Edition) -> bool:
    return edition.state == State.DRAFT and can(user, "save", edition)


def refuse_side_doors(request) -> None:
    if SIDE_DOORS & (request.GET.keys() | request.POST.keys()):
        raise PermissionDenied


class Gates:
    """Mixin for an admin of editions. Nothing is deleted; only a draft is changed."""

    def get_queryset(self, request):
        editions = super().get_queryset(request).filter(visible_to(request.user, self.model))
        related = self.model.declaration.related
        return editions.select_related("document", "changed_by", *related)

    def get_object(self, request, object_id, from_field=None):
        """Raises Http404, also for what the person may not see: "not yours" is told as little
        as "not there".
        """
        edition = super().get_object(request, object_id)
        if edition is None:
            raise Http404
        return edition

    def has_module_permission(self, request):
        return sections_of(request.user, self.model) != []

    def has_view_permission(self, request, obj=None):
        return can(request.user, "view", obj) if obj else self.has_module_permission(request)

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        return may_save(request.user, obj) if obj else self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    def to_field_allowed(self, request, to_field):
        return False

    def lookup_allowed(self, lookup, value, request=None):
        """Filters only: a free look-up would answer questions about columns nobody may read."""
        return lookup in {f.parameter_name for f in self.get_list_filter(request)}
