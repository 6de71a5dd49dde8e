"""Typed rows brought to fit the rows that are stored now, so that nothing typed is lost."""

import re
from collections.abc import Iterable

from django.forms import BaseInlineFormSet
from django.http import QueryDict

from portal.publishing.models import Part

COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS")
MOST_ROWS = 200


class Resubmitted:
    """A POST whose rows of parts began from another save of the edition, or another edition.

    Rows that are gone become new ones; rows that came meanwhile are added as they are stored,
    for the editor to keep or delete. Each call of `rows` rewrites one formset's part of the data.
    """

    def __init__(self, data: QueryDict, files):
        self.data, self.files = data.copy(), files.copy()

    def rows(self, formset_class: type[BaseInlineFormSet], prefix: str, stored: Iterable[Part],
             keys: dict[str, str]) -> None:  # fmt: skip
        """`keys` maps ids of rows as they were posted to the keys of these parts."""
        by_id = {str(part.pk): part for part in stored}
        by_key = {part.key: part for part in stored}
        kept, fresh = [], []
        for row in self.take_out(prefix):
            posted = row.get("data", {}).get("id", [""])[-1]
            part = by_id.get(posted) or by_key.get(keys.get(posted))
            if part and part not in (p for _row, p in kept):
                kept.append((row, part))
            else:
                fresh.append((row, None))
        held = {part.pk for _row, part in kept}
        came = [(as_posted(formset_class, p), p) for p in stored if p.pk not in held]
        self.put_in(prefix, [*kept, *came, *fresh], initial=len(kept) + len(came))

    def take_out(self, prefix: str) -> list[dict]:
        """The rows of a formset, removed from the data: {"data": {field: values}, "files": …}."""
        rows: dict[int, dict] = {}
        wanted = re.compile(rf"{re.escape(prefix)}-(\d{{1,4}})-(\w+)\Z", re.ASCII)
        for name, source in (("data", self.data), ("files", self.files)):
            for key in list(source):
                if found := wanted.match(key):
                    row = rows.setdefault(int(found[1]), {"data": {}, "files": {}})
                    row[name][found[2]] = source.pop(key)
        return [rows[index] for index in sorted(rows)][:MOST_ROWS]

    def put_in(self, prefix: str, rows: list[tuple[dict, Part | None]], initial: int) -> None:
        for index, (row, part) in enumerate(rows):
            row["data"]["id"] = [str(part.pk) if part else ""]
            row["data"].pop("edition", None)  # the formset knows whose rows they are
            for name, values in row["data"].items():
                self.data.setlist(f"{prefix}-{index}-{name}", values)
            for name, values in row["files"].items():
                self.files.setlist(f"{prefix}-{index}-{name}", values)
        for name, count in zip(COUNTS, (len(rows), initial), strict=True):
            self.data[f"{prefix}-{name}"] = str(count)


def as_posted(formset_class: type[BaseInlineFormSet], part: Part) -> dict:
    """A stored row as the browser would send it back untouched."""
    form = formset_class.form(instance=part)
    values = {bound.name: bound.value() for bound in form}
    sent = {name: [str(value)] for name, value in values.items() if value not in (None, False)}
    return {"data": sent, "files": {}}
