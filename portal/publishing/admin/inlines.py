"""Parts of an edition, edited on its form and under its rights."""

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from portal.publishing.admin.gates import may_save


class PartFormSet(BaseInlineFormSet):
    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        # The very object that is saved: each part asks it for the lock and the version.
        form.instance.edition = self.instance
        return form

    def save_new(self, form, commit=True):
        """A new row comes last, unless it was given a place."""
        if not form.instance.position:
            others = self.queryset.values_list("position", flat=True)
            form.instance.position = 1 + max(others, default=0) + len(self.new_objects)
        return super().save_new(form, commit)


class PartInline(admin.StackedInline):
    """Inherit for each type of Part. Nobody changes parts but who may save the edition."""

    formset = PartFormSet
    extra = 1  # without a script there is no other way to add one
    show_change_link = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "position":
            field.help_text = _("Rows stand in this order. At 0, a new one comes last.")
        return field

    def has_view_permission(self, request, obj=None):
        return True  # of an edition that the person may open

    def may_write(self, request, obj):
        return may_save(request.user, obj) if obj else True  # a new one: its form asks

    def has_add_permission(self, request, obj):
        return self.may_write(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.may_write(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.may_write(request, obj)
