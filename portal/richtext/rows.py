"""The rows of pictures that stand under an editor: how each is placed in the text."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from portal.richtext.pictures import reference


class PlacedInText:
    """Mix into the inline of a Part with a picture, and name `in_text` in its `fields`.

    The editor offers the pictures whose rows say their key: those that are saved.
    """

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "in_text")

    @admin.display(description=_("place in the text"))
    def in_text(self, part):
        context = {"part": part, "reference": reference(part.key)}
        return render_to_string("admin/richtext/in_text.html", context)
