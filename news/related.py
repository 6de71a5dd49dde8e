"""Documents put beside an article by hand: typed as numbers or addresses, shown by title."""

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal import languages
from portal.publishing.models import Document, Entry
from portal.richtext.references import normal

MOST = 12
NUMBER = re.compile(r"[0-9]{6,12}", re.ASCII)
BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True)
class Named:
    """`title` is "" while the document is not public: its title is nobody's but its desk's."""

    number: int | None
    title: str = ""


def named(numbers) -> list[Named]:
    """By number, with the public title in the language of the page or the first there is."""
    numbers = list(numbers)
    wanted = [number for number in numbers if number is not None]
    if not wanted:
        return [Named(None)] * len(numbers)
    order = [get_language(), *languages.CODES]
    live = sorted(
        Entry.objects.live().filter(number__in=wanted),
        key=lambda entry: order.index(entry.language),
        reverse=True,
    )
    titles = {entry.number: entry.title for entry in live}
    found = [Named(number, titles.get(number, "")) for number in sorted(wanted)]
    return found + [Named(None)] * numbers.count(None)


def numbers_typed(text: str) -> dict[str, int | None]:
    """What was typed, piece by piece, with the number that each stands for, or None."""
    return {piece: number_of(piece) for piece in BETWEEN.split(text) if piece}


def number_of(piece: str) -> int | None:
    if NUMBER.fullmatch(piece):
        return int(piece)
    # The address of a document of this site becomes "document:108863".
    found = NUMBER.search((normal(piece) or "").partition("document:")[2])
    return int(found[0]) if found else None


class DocumentsInput(forms.Textarea):
    """A text area, and under it the titles of the documents that it names."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 3, "class": "vLargeTextField"} | (attrs or {}))

    def render(self, name, value, attrs=None, renderer=None):
        field = super().render(name, value, attrs, renderer)
        documents = named({n for n in numbers_typed(value or "").values() if n is not None})
        context = {"field": field, "documents": documents}
        return render_to_string("admin/news/article/documents.html", context)


class DocumentsField(forms.ModelMultipleChoiceField):
    """Numbers or addresses, with spaces or lines between them."""

    widget = DocumentsInput

    def __init__(self, **kwargs):
        super().__init__(Document.objects.all(), required=False, **kwargs)

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value or ""
        return "\n".join(str(number) for number in sorted(d.number for d in value if d.number))

    def to_python(self, value):
        return self.found(value) if isinstance(value, str) else list(value or ())

    def clean(self, value):
        documents = self.to_python(value)
        if len(documents) > MOST:
            raise ValidationError(_("Name at most %(most)s documents.") % {"most": MOST})
        return documents

    def found(self, text: str) -> list[Document]:
        typed = numbers_typed(text)
        documents = {d.number: d for d in Document.objects.filter(number__in=typed.values())}
        sentences = [
            self.sentence(piece, number)
            for piece, number in typed.items()
            if number not in documents
        ]
        if sentences:
            raise ValidationError(sentences)
        return list(documents.values())

    def sentence(self, piece: str, number: int | None) -> str:
        if number is None:
            return _(
                "“%(piece)s” is no document of this site. Write its number, such as 108863, or "
                "its address."
            ) % {"piece": piece[:100]}
        return _("No document has the number %(number)s.") % {"number": number}

    def has_changed(self, initial, data):
        typed = {str(number or piece) for piece, number in numbers_typed(data or "").items()}
        return typed != {str(document.number) for document in initial or () if document.number}
