"""Topics, people and regions on the editors' desk."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.accounts.roles import LABELS
from portal.publishing.admin import LabelAdmin
from portal.publishing.admin.labels import NamesForm, name_field
from portal.subjects.models import Office, Person, Region, Topic

admin.site.register([Topic, Region], LabelAdmin)
DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class OfficeForm(NamesForm):
    column = "titles"
    asks = _("Office: %(language)s")

    class Meta:
        model = Office
        fields = ("from_on", "until_on")
        widgets = {"from_on": DAY, "until_on": DAY}
        help_texts = {"until_on": _("The last day. Left empty: to this day.")}

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(name_field(code)) for code in languages.CODES):
            self.add_error(
                name_field(languages.CODES[0]), _("Name the office in at least one language.")
            )
        return cleaned


class OfficeInline(admin.StackedInline):
    model = Office
    form = OfficeForm
    extra = 1

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, **kwargs | {"fields": OfficeForm.Meta.fields})

    def get_fields(self, request, obj=None):
        return [*map(name_field, languages.CODES), "from_on", "until_on"]

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(LABELS)

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


@admin.register(Person)
class PersonAdmin(LabelAdmin):
    inlines = (OfficeInline,)
