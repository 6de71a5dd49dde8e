"""What a row holds in a column, as lines that a person reads."""

from datetime import date, datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.publishing.models import Document, Edition, Entry
from portal.publishing.words import spoken


def lines_of(row: models.Model, field: models.Field) -> list[str]:
    """A text in its blocks; anything else in a line, nothing in none. A foreign key's row should
    have been fetched along.
    """
    # Django's own name for choices; a model may give it to a column of another kind (a crop).
    display = getattr(row, f"get_{field.name}_display", None)
    value = display() if display else getattr(row, field.name)
    if hasattr(field, "in_blocks"):  # rich text, which may place a part
        return field.in_blocks(value, names_of_parts(row))
    return in_words(value).splitlines()


def names_of_parts(row: models.Model) -> dict[str, str]:
    """By key. The parts should have been fetched along."""
    if not isinstance(row, Edition):
        return {}
    accessors = [relation.get_accessor_name() for relation in row.part_relations()]
    return {part.key: str(part) for name in accessors for part in getattr(row, name).all()}


def in_words(value) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return spoken(value)
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return "" if value is None else str(value)


def names_of(rows: list[models.Model], language: str) -> dict[int, str]:
    """By pk, how a person calls these rows of one model. One query for documents, else none.

    A document is called by the title under which it is public now, in this language or another:
    the titles of what is still to come are nobody's business but their desk's.
    """
    titles = {}
    if rows and isinstance(rows[0], Document):
        entries = (
            Entry.objects.live().filter(document__in=rows).only("document", "title", "language")
        )
        for entry in sorted(entries, key=lambda entry: entry.language == language):
            titles[entry.document_id] = entry.title
    return {row.pk: titles.get(row.pk) or str(row) for row in rows}
