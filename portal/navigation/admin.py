"""The editors' desk of what stands around every page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.media.admin import PicturePartInline
from portal.navigation.forms import TARGET_FIELDS, MenuForm, PlacedForm, TargetForm
from portal.navigation.models import Alert, Banner, BannerPicture, Level, Menu, MenuItem, Slot
from portal.publishing.admin import EditionAdmin, PartInline
from portal.publishing.admin.filters import ChoiceFilter
from portal.publishing.rights import languages_of


class NavigationAdmin(EditionAdmin):
    def has_module_permission(self, request):
        """Only for those who may write it: it is nothing to look for for other desks."""
        return bool(languages_of(request.user, self.model().section, self.model))


WHERE_TO = (_("Where it leads"), {"fields": TARGET_FIELDS})


class SlotFilter(ChoiceFilter):
    title = _("place")
    parameter_name = "slot"

    def lookups(self, request, model_admin):
        return Slot.choices

    def narrow(self, request, queryset, value):
        return queryset.filter(slot=value)


class LevelFilter(ChoiceFilter):
    title = _("level")
    parameter_name = "level"

    def lookups(self, request, model_admin):
        return Level.choices

    def narrow(self, request, queryset, value):
        return queryset.filter(level=value)


class MenuItemForm(TargetForm):
    class Meta:
        model = MenuItem
        fields = ("label", "level", *TARGET_FIELDS, "position")


class MenuItemInline(PartInline):
    model = MenuItem
    form = MenuItemForm
    extra = 3  # without a script there is no other way to add some
    fields = ("label", "level", *TARGET_FIELDS, "position")


@admin.register(Menu)
class MenuAdmin(NavigationAdmin):
    form = MenuForm
    list_display = ("title_link", "badge", "language_name", "changed", "changed_by")
    list_filter = (EditionAdmin.list_filter[0], SlotFilter, *EditionAdmin.list_filter[1:])
    inlines = (MenuItemInline,)
    text_template = "admin/navigation/menu/text.html"
    fieldsets = ((None, {"fields": ("language", "slot")}),)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(["slot"] if obj else []))


class BannerPictureInline(PicturePartInline, PartInline):
    model = BannerPicture
    max_num = 1
    fields = (
        *("picture", "upload", "library", "crop"),
        *("alt", "is_decorative", "caption", "credit", "licence", "is_archive"),
    )


@admin.register(Banner)
class BannerAdmin(NavigationAdmin):
    form = PlacedForm
    inlines = (BannerPictureInline,)
    text_template = "admin/navigation/banner/text.html"
    fieldsets = (
        (None, {"fields": ("language", "title", "lead", "shown_in")}),
        WHERE_TO,
    )


@admin.register(Alert)
class AlertAdmin(NavigationAdmin):
    form = PlacedForm
    list_display = ("title_link", "badge", "level", "language_name", "changed", "changed_by")
    list_filter = (EditionAdmin.list_filter[0], LevelFilter, *EditionAdmin.list_filter[1:])
    text_template = "admin/navigation/alert/text.html"
    fieldsets = (
        (None, {"fields": ("language", "level", "title", "lead", "shown_in")}),
        WHERE_TO,
    )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "lead":
            field.label, field.help_text = _("Text"), _("What has happened, and what to do.")
        return field
