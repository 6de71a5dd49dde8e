"""What everything that stands around pages has in common: its place on the desk, and its links."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.db.models import Q

from portal.navigation.models.target import (
    Targeted,
    numbers_of,
    sentence_of_dead_target,
    target_obstacles,
)
from portal.publishing.models import Edition


class Around(Edition):
    """Of one section altogether, which a subclass names, and without a page of its own."""

    SECTION: ClassVar[str]

    class Meta(Edition.Meta):
        abstract = True

    @property
    def section(self) -> str:
        return self.SECTION

    @classmethod
    def within(cls, path: str) -> Q:
        is_inside = path == cls.SECTION or cls.SECTION.startswith(f"{path}/")
        return Q() if is_inside else Q(pk=None)

    @property
    def path(self) -> str:
        return ""

    def links(self) -> Iterable[Targeted]:
        """What of it leads somewhere."""
        return [self]

    def referenced_numbers(self) -> set[int]:
        return numbers_of(self.links())

    def sentence_of_dead_link(self, number: int) -> str:
        return sentence_of_dead_target(self.links(), number)

    def obstacles(self, verb: str) -> Iterator[str]:
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from target_obstacles(self.links())
