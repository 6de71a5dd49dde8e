"""Rich text: the one seam between the editor that makes it and the pages that show it."""

from portal.richtext.cleaning import clean
from portal.richtext.editor import RichTextWidget, relaxed_for_editor
from portal.richtext.fields import RichTextField
from portal.richtext.pictures import cover_and_rest, not_placed
from portal.richtext.pictures import keys_in as picture_keys
from portal.richtext.references import numbers_in as document_numbers

__all__ = [
    "RichTextField",
    "RichTextWidget",
    "clean",
    "cover_and_rest",
    "document_numbers",
    "not_placed",
    "picture_keys",
    "relaxed_for_editor",
]
