"""The panel beside a list of news: what it is narrowed by, and links that narrow it further."""

from dataclasses import dataclass
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from news.labels import FACETS, STREAM
from news.offers import Offer, Offers
from news.selection import Days, Selection, address_of
from portal.subjects.models import SubjectKind

YEARS = range(1900, 2101)
SHOWN = 10  # options of a facet that are seen at once
TITLES = {
    STREAM: pgettext_lazy("filter", "Stream"),
    SubjectKind.TOPIC: pgettext_lazy("filter", "Topic"),
    SubjectKind.PERSON: pgettext_lazy("filter", "Person"),
    SubjectKind.REGION: pgettext_lazy("filter", "Region"),
}


class DayField(forms.DateField):
    def __init__(self, **kwargs):
        formats = ["%Y-%m-%d", "%d.%m.%Y"]
        errors = {"invalid": _("This is not a date. Write it like this: 2019-06-05.")}
        super().__init__(required=False, input_formats=formats, error_messages=errors, **kwargs)

    def clean(self, value):
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise ValidationError(
                _("Choose a year from %(first)s to %(last)s."),
                params={"first": YEARS[0], "last": YEARS[-1]},
            )
        return day


class DaysForm(forms.Form):
    """The days of a list, in the site's zone. What is wrong is said, and narrows nothing."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from"] = DayField(label=_("From"))  # no name that a class could give it
        self.fields["until"] = DayField(label=_("Until"))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("from"), cleaned.get("until")
        if first and last and last < first:
            self.add_error("until", _("The last day comes before the first. Change one of them."))
        return cleaned

    @property
    def days(self) -> Days:
        self.full_clean()
        return Days(self.cleaned_data.get("from"), self.cleaned_data.get("until"))


class Field(NamedTuple):
    """A day as it was written, and what is wrong with it ("" for nothing)."""

    name: str
    label: str
    value: str
    errors: str


class FormOfDays(NamedTuple):
    """The form as it is drawn. `hidden` is what it takes along: pairs of name and value."""

    action: str
    hidden: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]

    @classmethod
    def of(cls, form: DaysForm, selection: Selection, action: str) -> "FormOfDays":
        days = selection.days.query
        hidden = tuple(pair for pair in selection.query.items() if pair[0] not in days)
        fields = (
            Field(each.name, str(each.label), each.value() or "", " ".join(each.errors))
            for each in form
        )
        return cls(action, hidden, tuple(fields))


@dataclass(frozen=True)
class Option:
    label: Offer
    url: str

    @property
    def number(self) -> str:
        """As readers of the language write it."""
        count = self.label.count
        return "" if count is None else number_format(count, force_grouping=True)

    @property
    def is_combined(self) -> bool:
        """Crawlers need not go there: what they find has a page of its own."""
        return "?" in self.url


class Group(NamedTuple):
    """The offers of a facet, for a list that is narrowed by `chosen` (pairs of facet and word)
    and `days` already. It holds plain values: addresses are made when it is drawn.
    """

    facet: str
    offers: tuple[Offer, ...]
    chosen: tuple[tuple[str, str], ...]
    days: Days

    @property
    def title(self) -> str:
        return TITLES[self.facet]

    @property
    def first(self) -> list[Option]:
        return [self.option(offer) for offer in self.offers[:SHOWN]]

    @property
    def more(self) -> list[Option]:
        return [self.option(offer) for offer in self.offers[SHOWN:]]

    def option(self, offer: Offer) -> Option:
        return Option(offer, address_of({**dict(self.chosen), self.facet: offer.slug}, self.days))


@dataclass(frozen=True)
class Chip:
    """Something that the list is narrowed by; `url` is the list without it."""

    title: str
    label: object
    url: str


@dataclass(frozen=True)
class Panel:
    selection: Selection
    offers: Offers
    form: DaysForm

    @property
    def is_open(self) -> bool:
        """Closed as a rule: what is chosen stands below it, and the list is what one came for."""
        return bool(self.form.errors)

    @property
    def chips(self) -> list[Chip]:
        asked = [facet for facet in FACETS if facet in self.selection.query]
        return [
            Chip(TITLES[facet], self.selection.labels[facet], self.selection.without(facet))
            for facet in asked
        ]

    @property
    def groups(self) -> list[Group]:
        chosen, days = tuple(self.selection.slugs.items()), self.selection.days
        free = [facet for facet in FACETS if facet not in self.selection.labels]
        groups = [Group(facet, self.offers.by_facet[facet], chosen, days) for facet in free]
        return [group for group in groups if group.offers]
