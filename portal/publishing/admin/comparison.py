"""A save that came too late: the editor's words beside those that are stored, where they differ."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.translation import gettext as _

from portal.publishing.models import Edition

NOT_SHOWN = {"id", "edition", "position", "DELETE"}


@dataclass(frozen=True)
class Difference:
    """`mine` and `stored` are texts; of a rich field they are clean HTML."""

    label: str
    mine: str
    stored: str
    is_rich: bool = False


@dataclass(frozen=True)
class Comparison:
    by: str
    at: datetime
    differences: list[Difference]


def comparison(form, formsets, stored: Edition, rich_fields) -> Comparison:
    fields = [field_difference(form, name, rich_fields) for name in form.changed_data]
    parts = [rows_difference(formset, stored) for formset in formsets]
    differences = [d for d in (*fields, *parts) if d and d.mine != d.stored]
    return Comparison(str(stored.changed_by), stored.changed_at, differences)


def field_difference(form, name: str, rich_fields) -> Difference | None:
    bound = form[name]
    if bound.is_hidden:
        return None
    # A field with an error has no clean value: then what was typed stands, and as plain text.
    is_clean = name in form.cleaned_data
    mine = form.cleaned_data[name] if is_clean else bound.value()
    stored = form.initial.get(name)
    return Difference(
        str(bound.label).capitalize(),
        as_text(bound.field, mine),
        as_text(bound.field, stored),
        is_rich=name in rich_fields and is_clean,
    )


def rows_difference(formset, edition: Edition) -> Difference:
    mine = [row_as_text(row, row.instance, typed=True) for row in formset.forms if is_meant(row)]
    # Read anew: the formset has put what was typed into its own objects.
    parts = formset.model.objects.filter(edition=edition)
    stored = [row_as_text(formset.empty_form, part) for part in parts]
    label = str(formset.model._meta.verbose_name_plural).capitalize()
    return Difference(label, "\n\n".join(mine), "\n\n".join(stored))


def is_meant(row) -> bool:
    is_deleted = bool(getattr(row, "cleaned_data", {}).get("DELETE"))
    return not is_deleted and (row.instance.pk is not None or row.has_changed())


def row_as_text(form, part, *, typed=False) -> str:
    lines = []
    for name, field in form.fields.items():
        if name in NOT_SHOWN or not is_column(part, name):
            continue
        value = form[name].value() if typed else field.prepare_value(getattr(part, name))
        text = as_text(field, getattr(value, "pk", value))
        if text:
            lines.append(f"{str(field.label).capitalize()}: {text}")
    return "\n".join(lines)


def is_column(part, name: str) -> bool:
    try:
        return part._meta.get_field(name).concrete
    except FieldDoesNotExist:
        return False


def as_text(field, value) -> str:
    if isinstance(field, forms.BooleanField):
        return _("yes") if field.to_python(value) else ""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(str(each) for each in value or ()))
    if isinstance(field, forms.ModelChoiceField):
        try:
            value = field.to_python(getattr(value, "pk", value))
        except ValidationError:
            value = None
    return "" if value is None else str(value)
