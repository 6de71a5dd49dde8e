"""A save that came too late: the editor's words beside those that are stored, where they differ."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError

from portal.publishing.admin.difference import Difference
from portal.publishing.admin.in_words import in_words, names_of_parts
from portal.publishing.differences import Effort
from portal.publishing.models import Edition

NOT_SHOWN = {"id", "edition", "position", "DELETE"}


@dataclass(frozen=True)
class Sides:
    """`mine` and `stored` are the whole texts, to be copied: clean HTML if `is_rich`."""

    difference: Difference
    mine: str
    stored: str
    is_rich: bool = False


@dataclass(frozen=True)
class Comparison:
    by: str
    at: datetime
    rows: list[Sides]


def comparison(form, formsets, stored: Edition, rich_fields) -> Comparison:
    effort = Effort()
    fields = [field_sides(form, name, rich_fields, effort) for name in form.changed_data]
    parts = [rows_sides(formset, stored, effort) for formset in formsets]
    rows = [sides for sides in (*fields, *parts) if sides and sides.mine != sides.stored]
    return Comparison(str(stored.changed_by), stored.changed_at, rows)


def field_sides(form, name: str, rich_fields, effort: Effort) -> Sides | None:
    bound = form[name]
    if bound.is_hidden:
        return None
    # A field with an error has no clean value: then what was typed stands, and as plain text.
    is_clean = name in form.cleaned_data
    mine = as_text(bound.field, form.cleaned_data[name] if is_clean else bound.value())
    stored = as_text(bound.field, form.initial.get(name))
    is_rich = name in rich_fields and is_clean
    lines = [stored.splitlines(), mine.splitlines()]
    if is_rich:
        column = form.instance._meta.get_field(name)
        names = names_of_parts(form.instance)
        lines = [column.in_blocks(text, names) for text in (stored, mine)]
    label = str(bound.label).capitalize()
    difference = Difference.between(label, *lines, effort, is_changed=mine != stored)
    return Sides(difference, mine, stored, is_rich)


def rows_sides(formset, edition: Edition, effort: Effort) -> Sides:
    mine = [row_as_text(row, row.instance, typed=True) for row in formset.forms if is_meant(row)]
    # Read anew: the formset has put what was typed into its own objects.
    parts = formset.model.objects.filter(edition=edition)
    stored = [row_as_text(formset.empty_form, part) for part in parts]
    label = str(formset.model._meta.verbose_name_plural).capitalize()
    whole = "\n\n".join(mine), "\n\n".join(stored)
    return Sides(Difference.between(label, stored, mine, effort), *whole)


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
    """What a field of the form holds, in words; what it cannot read, as it was typed."""
    if isinstance(field, forms.BooleanField):
        return in_words(True) if field.to_python(value) else ""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return "\n".join(sorted(str(row) for row in value or ()))
    if isinstance(field, forms.ModelChoiceField):
        try:
            value = field.to_python(getattr(value, "pk", value))
        except ValidationError:
            value = None
    elif isinstance(field, forms.ChoiceField):
        value = dict(field.choices).get(value, value)
    return in_words(value)
