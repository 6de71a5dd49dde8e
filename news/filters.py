"""The panel beside a list of news: what it is narrowed by, and links that narrow it further."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from news.labels import FACETS, STREAM, Labels, counted_as
from news.selection import Days, Selection
from portal.subjects.facets import Counts
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


@dataclass(frozen=True)
class Option:
    """`count` is None where there is too much to count."""

    label: object
    url: str
    count: int | None

    @property
    def number(self) -> str:
        """As readers of the language write it."""
        return "" if self.count is None else number_format(self.count, force_grouping=True)

    @property
    def is_combined(self) -> bool:
        """Crawlers need not go there: what they find has a page of its own."""
        return "?" in self.url


@dataclass(frozen=True)
class Group:
    title: str
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        return self.options[:SHOWN]

    @property
    def more(self) -> list[Option]:
        return self.options[SHOWN:]


@dataclass(frozen=True)
class Chip:
    """Something that the list is narrowed by; `url` is the list without it."""

    title: str
    label: object
    url: str


@dataclass(frozen=True)
class Panel:
    selection: Selection
    counts: Counts
    known: Labels
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
        free = [facet for facet in FACETS if facet not in self.selection.labels]
        groups = [Group(TITLES[facet], self.options(facet)) for facet in free]
        return [group for group in groups if group.options]

    def options(self, facet: str) -> list[Option]:
        """Those under which there is something, the most frequent first."""
        numbers = {label: self.counts.of(counted_as(label)) for label in self.known.of(facet)}
        frequent = sorted(
            (label for label in numbers if numbers[label]), key=numbers.get, reverse=True
        )
        return [
            Option(
                label,
                self.selection.narrowed_by(label),
                None if self.counts.is_capped else numbers[label],
            )
            for label in frequent
        ]

    @property
    def hidden(self) -> dict[str, str]:
        """What the form of days takes along."""
        days = self.selection.days.query
        return {name: value for name, value in self.selection.query.items() if name not in days}
