"""The column that holds rich text: whatever way a text comes in, it is cleaned."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.richtext.cleaning import clean
from portal.richtext.editor import RichTextWidget
from portal.richtext.plain import plain_blocks

# A long law has some 300,000 characters; what is longer was pasted by mistake.
MAX_LENGTH = 1_000_000


class Cleaned(str):
    """Marks a text that need not be cleaned again on its way to the database."""

    __slots__ = ()


class RichTextFormField(forms.CharField):
    """Answers the cleaned text, so that a text of nothing but empty paragraphs is empty."""

    widget = RichTextWidget

    def to_python(self, value):
        text = clean(super().to_python(value))
        if len(text) > MAX_LENGTH:
            raise ValidationError(
                _("This text is longer than %(limit)d characters. Divide it into several pages."),
                code="max_length",
                params={"limit": MAX_LENGTH},
            )
        return text

    def has_changed(self, initial, data):
        """The editor writes the same text with other line breaks: that is no change."""
        return super().has_changed(clean(initial or ""), clean(data or ""))


class RichTextField(models.TextField):
    """A TextField of HTML; `save`, `bulk_create`, `bulk_update` and `update` all clean.

    Only an expression (`update(body=Concat(…))`) is the database's own business; what it makes
    is cleaned when it is shown, as everything is.
    """

    def deconstruct(self):
        """Migrations know a plain TextField: the editor and its field may change without one."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def in_blocks(self, value: str, names: dict[str, str] | None = None) -> list[str]:
        """The text as a person reads and compares it (see `portal.publishing.admin.in_words`);
        `names` are those of the edition's parts, by their keys.
        """
        return plain_blocks(value, names)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str) and not isinstance(value, Cleaned):
            value = Cleaned(clean(value))
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = str(value) if isinstance(value, Cleaned) else clean(value)
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs):
        # The admin's own default for a TextField would win over the field's widget.
        kwargs["widget"] = RichTextWidget
        return super().formfield(**{"form_class": RichTextFormField, **kwargs})
