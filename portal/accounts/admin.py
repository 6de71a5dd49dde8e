"""People, desks and memberships, for administrators."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms import DeskForm, PersonChangeForm, PersonCreationForm
from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import ACCOUNTS

admin.site.unregister(Group)  # rights come from memberships and nowhere else


class ForAdministrators:
    """Mixin: everything under one right. People and desks stay, since texts name them."""

    def manages(self, request) -> bool:
        return request.user.has_perm(ACCOUNTS)

    def has_module_permission(self, request):
        return self.manages(request)

    def has_view_permission(self, request, obj=None):
        return self.manages(request)

    def has_add_permission(self, request, obj=None):
        return self.manages(request)

    def has_change_permission(self, request, obj=None):
        return self.manages(request)

    def has_delete_permission(self, request, obj=None):
        return False


class MembershipInline(ForAdministrators, admin.StackedInline):
    """Nobody hands rights to themselves: an administrator's own memberships need another one."""

    model = Membership
    extra = 1

    def may_grant(self, request, person):
        return self.manages(request) and (request.user.is_superuser or person != request.user)

    def has_add_permission(self, request, obj=None):
        return self.may_grant(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.may_grant(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.may_grant(request, obj)


@admin.register(User)
class PersonAdmin(ForAdministrators, UserAdmin):
    add_form = PersonCreationForm
    form = PersonChangeForm
    inlines = (MembershipInline,)
    list_display = ("username", "first_name", "last_name", "email", "is_active", "last_login")
    list_filter = ("is_active", "memberships__role")
    list_per_page = 50
    search_fields = ("username", "first_name", "last_name", "email")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    view_on_site = False
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email", "language")}),
        (_("Account"), {"fields": ("is_active", "last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email", "language")}),
        (_("Password"), {"fields": ("password1", "password2")}),
    )

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and request.user.is_superuser:
            return (*fieldsets, (_("All rights"), {"fields": ("is_superuser",)}))
        return fieldsets

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "is_active") if obj == request.user else fields

    def has_change_permission(self, request, obj=None):
        """Superusers are changed by superusers; else a new password would make one of anybody."""
        if obj and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)


@admin.register(Desk)
class DeskAdmin(ForAdministrators, admin.ModelAdmin):
    form = DeskForm
    list_display = ("name", "sections_covered", "languages_covered")

    @admin.display(description=_("sections"))
    def sections_covered(self, desk):
        return ", ".join(desk.sections) or _("all")

    @admin.display(description=_("languages"))
    def languages_covered(self, desk):
        return ", ".join(desk.languages) or _("all")
