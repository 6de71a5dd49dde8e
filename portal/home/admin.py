"""The editors' desk of the home page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.home.forms import HomeForm, PickForm
from portal.home.models import SECTION, Feature, HomePage, StripPage, home_document
from portal.publishing.admin import EditionAdmin, PartInline
from portal.publishing.rights import languages_of


class PickInline(PartInline):
    form = PickForm
    fields = ("document", "position")
    extra = 3

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("document")


class FeatureInline(PickInline):
    model = Feature


class StripInline(PickInline):
    model = StripPage


@admin.register(HomePage)
class HomeAdmin(EditionAdmin):
    form = HomeForm
    inlines = (FeatureInline, StripInline)
    text_template = "admin/home/homepage/text.html"
    fieldsets = (
        (None, {"fields": ("language", "title", "lead")}),
        (_("Top of the page"), {"fields": ("lead_story", "feature_places")}),
        (_("The latest"), {"fields": ("latest_title", "latest_places", "latest_from")}),
        (_("Pages"), {"fields": ("strip_title",)}),
    )

    def new_document(self, **fields):
        return home_document(**fields)

    def has_module_permission(self, request):
        """Only for those who may compose it: it is nothing to look for for other desks."""
        return bool(languages_of(request.user, SECTION, self.model))
