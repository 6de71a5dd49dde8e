"""Two editions of a document, field by field and part by part. Nothing here asks the database:
whoever calls has fetched both editions with their parts and labels.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from django.db import models

from portal import languages
from portal.publishing.admin.difference import Difference
from portal.publishing.admin.in_words import lines_of, names_of
from portal.publishing.differences import ADDED, CHANGED, REMOVED, SAME, Effort, Line
from portal.publishing.models import Edition, Part

NOTHING = (None, "", False)


@dataclass(frozen=True)
class Column:
    """A field as the editors' form names it; `template` shows the row a foreign key leads to."""

    field: models.Field
    label: str
    template: str = ""


@dataclass(frozen=True)
class PartLayout:
    """One type of parts: its name on the form, where an edition has them, and their columns."""

    label: str
    accessor: str
    columns: list[Column]


@dataclass(frozen=True)
class Layout:
    """The order and the names that the editors' form gives to what an edition consists of."""

    columns: list[Column]
    parts: list[PartLayout]


@dataclass(frozen=True)
class PartDifference:
    """A part that is in one of the two editions or in both. Places count from 1."""

    kind: str
    part: Part
    differences: list[Difference]
    place: int
    moved_from: int | None = None

    @property
    def is_changed(self) -> bool:
        return self.kind != SAME or self.moved_from is not None


@dataclass(frozen=True)
class PartsDifference:
    label: str
    rows: list[PartDifference]

    @property
    def changed(self) -> list[PartDifference]:
        return [row for row in self.rows if row.is_changed]

    @property
    def unchanged(self) -> list[PartDifference]:
        return [row for row in self.rows if not row.is_changed]


@dataclass(frozen=True)
class EditionDifference:
    before: Edition
    after: Edition
    fields: list[Difference] = field(default_factory=list)
    parts: list[PartsDifference] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """For the attribute, where both are in one language."""
        if self.before.language != self.after.language:
            return ""
        return languages.html_lang(self.after.language)

    @property
    def changed(self) -> list[Difference]:
        return [difference for difference in self.fields if difference.is_changed]

    @property
    def unchanged(self) -> list[Difference]:
        return [difference for difference in self.fields if not difference.is_changed]

    @property
    def is_empty(self) -> bool:
        return not self.changed and not any(parts.changed for parts in self.parts)


def compare(before: Edition, after: Edition, layout: Layout) -> EditionDifference:
    effort = Effort()
    return EditionDifference(
        before,
        after,
        [compare_field(before, after, column, effort) for column in layout.columns],
        [compare_parts(before, after, parts, effort) for parts in layout.parts],
    )


def compare_field(before, after, column: Column, effort: Effort) -> Difference:
    if column.field.many_to_many:
        return compare_labels(before, after, column)
    name = column.field.attname
    old, new = lines_of(before, column.field), lines_of(after, column.field)
    is_changed = getattr(before, name) != getattr(after, name)
    return Difference.between(
        column.label, old, new, effort, is_changed, **shown(column, before, after)
    )


def shown(column: Column, before, after) -> dict:
    """Only where there is something to look at; a side that has none shows nothing."""
    if not column.template:
        return {}
    things = tuple(row and getattr(row, column.field.name) for row in (before, after))
    return {"things": things, "template": column.template} if any(things) else {}


def compare_labels(before, after, column: Column) -> Difference:
    """By name, in the order of the names: a label is there or it is not."""
    old, new = (list(getattr(row, column.field.name).all()) for row in (before, after))
    names = names_of([*old, *new], after.language)
    gone, come = {row.pk for row in old}, {row.pk for row in new}
    lines = []
    for pk, name in sorted(names.items(), key=lambda item: item[1]):
        kind = SAME if pk in gone & come else REMOVED if pk in gone else ADDED
        lines.append(Line.whole(kind, name))
    return Difference(column.label, lines, gone != come)


# --- Parts ---------------------------------------------------------------------------------------


def compare_parts(before, after, layout: PartLayout, effort: Effort) -> PartsDifference:
    """Matched by key. In the order of the later edition, with what is gone at its old place."""
    old, new = by_key(before, layout), by_key(after, layout)
    old_places, new_places = places(old), places(new)
    kept = [key for key in new if key in old]
    stayed = longest_rise([old_places[key] for key in kept])
    moved = {key for key in kept if old_places[key] not in stayed}
    rows = [
        compare_part(key, old, new, layout, effort, new_places[key],
                     old_places[key] if key in moved else None)
        for key in new
    ]  # fmt: skip
    for key in old:
        if key not in new:
            part = old[key]
            gone = PartDifference(REMOVED, part, one_sided(REMOVED, part, layout), old_places[key])
            rows.insert(min(old_places[key] - 1, len(rows)), gone)
    return PartsDifference(layout.label, rows)


def compare_part(key, old, new, layout, effort, place, moved_from) -> PartDifference:
    part = new[key]
    if key not in old:
        return PartDifference(ADDED, part, one_sided(ADDED, part, layout), place)
    differences = [compare_field(old[key], part, column, effort) for column in layout.columns]
    kind = CHANGED if any(d.is_changed for d in differences) else SAME
    return PartDifference(kind, part, differences, place, moved_from)


def one_sided(kind: str, part: Part, layout: PartLayout) -> list[Difference]:
    """All that a part holds which the other edition lacks."""
    sides = (None, part) if kind == ADDED else (part, None)
    return [
        Difference(
            column.label,
            [Line.whole(kind, text) for text in lines_of(part, column.field)],
            is_changed=True,
            **shown(column, *sides),
        )
        for column in layout.columns
        if getattr(part, column.field.attname) not in NOTHING
    ]


def by_key(edition: Edition, layout: PartLayout) -> dict[str, Part]:
    """The parts in their order. Should two bear one key, neither is lost."""
    found: dict[str, Part] = {}
    for part in getattr(edition, layout.accessor).all():
        found[part.key if part.key not in found else f"{part.key} {part.pk}"] = part
    return found


def places(parts: dict[str, Part]) -> dict[str, int]:
    return {key: place for place, key in enumerate(parts, start=1)}


def longest_rise(numbers: list[int]) -> set[int]:
    """The most numbers that stand in rising order: what is not among them has moved."""
    tops: list[int] = []  # by length, the smallest number that a rise can end with
    rises: list[tuple] = []  # and that rise: its last number, and the rise before it
    for number in numbers:
        length = bisect_left(tops, number)
        rise = (number, rises[length - 1] if length else None)
        tops[length : length + 1], rises[length : length + 1] = [number], [rise]
    found, rise = set(), rises[-1] if rises else None
    while rise:
        number, rise = rise
        found.add(number)
    return found
