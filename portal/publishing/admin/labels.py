"""Labels change at once, under a right of their own, and are deleted only while unused."""

from django import forms
from django.contrib import admin, messages
from django.db.models import PROTECT, ProtectedError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.accounts.roles import LABELS

LONGEST_NAME = 100


def name_field(code: str) -> str:
    return f"name_{code.replace('-', '_')}"


class NamesForm(forms.ModelForm):
    """A field for the words in each language of the site, which the model keeps in one column."""

    column = "names"
    asks = _("Name: %(language)s")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stored = getattr(self.instance, self.column)
        for code in languages.CODES:
            self.fields[name_field(code)] = forms.CharField(
                label=self.asks % {"language": languages.native_name(code)},
                required=False,
                max_length=LONGEST_NAME,
                initial=stored.get(code, ""),
                widget=forms.TextInput(attrs={"lang": languages.html_lang(code), "size": 60}),
            )

    def _post_clean(self):
        typed = {code: self.cleaned_data.get(name_field(code), "") for code in languages.CODES}
        setattr(self.instance, self.column, {code: name for code, name in typed.items() if name})
        super()._post_clean()


class LabelForm(NamesForm):
    """The form of a label. What is not its name or its word is given by a subclass."""

    def add_error(self, field, error):
        """What the model says of `names` has no field of that name here."""
        found = getattr(error, "error_dict", {})
        if "names" in found:
            found[name_field(languages.CODES[0])] = found.pop("names")
        super().add_error(field, error)


class LabelAdmin(admin.ModelAdmin):
    """`own_fields` are those of the model that its form asks for besides the names."""

    form = LabelForm
    own_fields = ("slug", "position")
    list_display = ("__str__", "slug", "position")
    ordering = ("position", "slug")
    view_on_site = False

    def get_fields(self, request, obj=None):
        first, *others = self.own_fields
        return [first, *map(name_field, languages.CODES), *others]

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change=change, **kwargs | {"fields": self.own_fields})

    def get_readonly_fields(self, request, obj=None):
        return ("slug",) if obj else ()

    def has_module_permission(self, request):
        return request.user.has_perm(LABELS)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(LABELS)

    def has_add_permission(self, request):
        return request.user.has_perm(LABELS)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(LABELS)

    def has_delete_permission(self, request, obj=None):
        """One by one, on its own page; never as an action on many."""
        return obj is not None and request.user.has_perm(LABELS)

    def delete_view(self, request, object_id, extra_context=None):
        label = self.get_object(request, object_id)
        if not (self.has_delete_permission(request, label) and is_used(label)):
            try:
                return super().delete_view(request, object_id, extra_context)
            except ProtectedError:
                pass  # something began to use it while the page was open
        sentence = gettext(
            "“%(label)s” is in use and cannot be deleted. Rename it, or move what uses it."
        )
        messages.error(request, sentence % {"label": label})
        page = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(page, args=[label.pk]))


def is_used(label) -> bool:
    """Whether a row elsewhere would be refused or lose something. A row of its own goes along."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: label}).exists()
        for relation in label._meta.get_fields(include_hidden=True)
        if relation.auto_created and relation.one_to_many and would_lose(relation)
    )


def would_lose(relation) -> bool:
    """The joining table of a many-to-many field cascades, and so a draft would lose the label."""
    return relation.on_delete is PROTECT or relation.related_model._meta.auto_created
