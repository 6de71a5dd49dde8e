"""Naming a document in a form, as a person can: by its number or by its address on this site."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.publishing.models import Document

# "108863", "document:108863", "/en/news/108863/slug/", a whole address.
NUMBER = re.compile(r"(?:.*[/:])?(\d{6,12})(?:/\S*)?", re.ASCII)


class DocumentField(forms.CharField):
    """Answers with the Document, or None. Whether it is public is for others to ask."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "max_length": 300} | kwargs)

    def prepare_value(self, value):
        return value.number if isinstance(value, Document) else value

    def clean(self, value):
        text = super().clean(value)
        return document_named(text) if text else None


def document_named(text: str) -> Document:
    """Raises ValidationError with a sentence."""
    found = NUMBER.fullmatch(text)
    document = found and Document.objects.filter(number=int(found[1])).first()
    if not document:
        raise ValidationError(
            _("“%(text)s” names no document of this site. Write its number or its address."),
            params={"text": text},
        )
    return document
