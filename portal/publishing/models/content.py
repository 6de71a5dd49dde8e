"""What a content type says of itself; each says what is its own, and the rest is said here."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.publishing.declaration import Declaration


class Content:
    """Sets `declaration`; says at least its `section` and `path`, and what lies `within` one."""

    declaration: ClassVar[Declaration]
    # The verbs that require of the text what publication requires (`Verb.checks_text`).
    CHECKED_FOR: ClassVar[frozenset[str]] = frozenset({"submit", "approve", "urgent", "adopt"})

    @property
    def kind(self) -> str:
        return self._meta.label_lower

    @property
    def section(self) -> str:
        """Where it stands, as a path that desks cover: "news/photo"."""
        raise NotImplementedError

    @classmethod
    def within(cls, path: str) -> Q:
        """The condition of standing in the section `path` or below it."""
        raise NotImplementedError

    @property
    def path(self) -> str:
        """Its address after the language: "news/108863/slug/". 000000 before it has a number."""
        raise NotImplementedError

    @property
    def seen_on(self) -> str:
        """The path of the page on which a preview shows it: its own, if it has one."""
        return self.path

    def obstacles(self, verb: str) -> Iterator[str]:
        """Sentences that say why this text cannot take `verb`. Extend with the type's own."""
        if verb in self.CHECKED_FOR:
            yield from self.obstacles_of_the_note()
            for name in self.declaration.required:
                if not getattr(self, name):
                    label = self._meta.get_field(name).verbose_name
                    yield _("Fill in “%(field)s”: publication requires it.") % {"field": label}

    def obstacles_of_the_note(self) -> Iterator[str]:
        if self.is_major and not self.change_note.strip():
            yield _("Say for readers what has changed, or do not call the change major.")
        if self.change_note.strip() and not self.is_major:
            yield _("Readers see the note only of a major change: call it one, or empty the note.")

    def obstacles_to_start(self, at: datetime) -> Iterator[str]:
        """Sentences that say why this text cannot be public from `at` on."""
        yield from ()

    def about(self) -> Iterable[models.Model]:
        """The subjects (see `portal.subjects.models.Subject`) that this text is about."""
        return ()

    def referenced_numbers(self) -> set[int]:
        """Numbers of the documents that this text points at."""
        return set()

    def sentence_of_dead_link(self, number: int) -> str:
        return _(
            "The text links to document %(number)s, which is not public in this language. "
            "Change or remove the link."
        ) % {"number": number}

    def obstacles_to_begin(self, language: str) -> Iterator[str]:
        """Sentences that say why no edition of it can be begun in this language."""
        yield from ()

    def shown_pictures(self) -> Iterable[models.Model]:
        """Its parts that show a picture (see `portal.media.models.Use`), in order."""
        return ()

    def offered_files(self) -> Iterable[models.Model]:
        """Its parts that offer a file (see `portal.media.models.FileUse`), in order."""
        return ()

    @property
    def photo_count(self) -> int:
        """How many pictures its card announces: those of a photo report."""
        return 0

    @property
    def has_video(self) -> bool:
        return False
