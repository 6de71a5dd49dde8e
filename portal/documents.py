"""Documents chosen by hand: typed as numbers or addresses, shown by title."""

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal import languages
from portal.publishing.models import Document, Entry
from portal.publishing.registry import content_types
from portal.richtext.references import normal, path_here

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
        Entry.objects.live().with_pages().filter(number__in=wanted),
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
    return int(found[0]) if found else number_at(path_here(piece))


def number_at(path: str | None) -> int | None:
    """Of what is public at an address that tells no number: "/en/about/geography/"."""
    language = languages.of_path(path or "")
    if language is None:
        return None
    rest = path.lstrip("/").partition("/")[2]
    found = Entry.objects.live().with_pages().for_language(language).filter(path=rest)
    return found.values_list("number", flat=True).first()


def kinds_with_a_page() -> list[str]:
    return [kind for kind, model in content_types().items() if model.declaration.has_page]


class Naming:
    """What the fields of one document and of several share."""

    def found(self, text: str) -> list[Document]:
        typed = numbers_typed(text)
        documents = Document.objects.filter(number__in=typed.values())
        known = {d.number: d for d in documents.filter(kind__in=kinds_with_a_page())}
        sentences = [
            self.sentence(piece, number) for piece, number in typed.items() if number not in known
        ]
        if sentences:
            raise ValidationError(sentences)
        return list(known.values())

    def sentence(self, piece: str, number: int | None) -> str:
        if number is None:
            return _(
                "“%(piece)s” is no document of this site. Write its number, such as 108863, or "
                "its address."
            ) % {"piece": piece[:100]}
        return _("No document has the number %(number)s.") % {"number": number}


class DocumentsInput(forms.Textarea):
    """A text area, and under it the titles of the documents that it names."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 3, "class": "vLargeTextField"} | (attrs or {}))

    def render(self, name, value, attrs=None, renderer=None):
        return with_titles(super().render(name, value, attrs, renderer), value)


class DocumentInput(forms.TextInput):
    """One line, and under it the title of the document that it names."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vTextField"} | (attrs or {}))

    def render(self, name, value, attrs=None, renderer=None):
        return with_titles(super().render(name, value, attrs, renderer), value)


def with_titles(field: str, value) -> str:
    numbers = {n for n in numbers_typed(str(value or "")).values() if n is not None}
    context = {"field": field, "documents": named(numbers)}
    return render_to_string("admin/documents/documents.html", context)


class DocumentsField(Naming, forms.ModelMultipleChoiceField):
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

    def has_changed(self, initial, data):
        typed = {str(number or piece) for piece, number in numbers_typed(data or "").items()}
        return typed != {str(document.number) for document in initial or () if document.number}


class OneDocumentField(Naming, forms.ModelChoiceField):
    """The number or the address of one document, for a foreign key to it."""

    widget = DocumentInput

    def __init__(self, **kwargs):
        super().__init__(Document.objects.all(), **kwargs)

    def prepare_value(self, value):
        """A key, as a form takes it from the edition, is shown as the document's number."""
        if isinstance(value, int):
            value = Document.objects.filter(pk=value).first()
        return value.number if isinstance(value, Document) else value

    def clean(self, value):
        text = str(value or "").strip()
        if text in self.empty_values:
            self.validate(None)
            return None
        found = self.found(text)
        if len(found) > 1:
            raise ValidationError(_("Name one document only."))
        return found[0]

    def has_changed(self, initial, data):
        typed = list(numbers_typed(str(data or "")).items())
        number = self.prepare_value(initial)
        return [n or piece for piece, n in typed] != ([number] if number else [])
