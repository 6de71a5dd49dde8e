"""Titles as they are searched: case and width folded in Python, since SQLite folds ASCII only."""

import unicodedata

from django.db import models


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


class FoldedField(models.TextField):
    """The folded text of another field of the same row, made anew at every write."""

    def __init__(self, *args, source: str = "title", **kwargs):
        self.source = source
        super().__init__(*args, **kwargs | {"editable": False, "default": ""})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source}

    def pre_save(self, instance, add):
        folded = fold(getattr(instance, self.source))
        setattr(instance, self.attname, folded)
        return folded
