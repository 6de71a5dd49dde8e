"""One field of two texts: what the template difference.html shows, wherever two texts meet."""

from dataclasses import dataclass

from portal.publishing.differences import SAME, Effort, Line, Stretch, differences, stretches


@dataclass(frozen=True)
class Difference:
    """`is_changed` goes by what is stored, which may hold more than the lines say in words.

    `things` are the two rows (or None) that a foreign key leads to, if they are to be looked at:
    pictures. `template` shows one of them, as `thing`.
    """

    label: str
    lines: list[Line]
    is_changed: bool
    things: tuple = ()
    template: str = ""

    @classmethod
    def between(cls, label: str, before: list[str], after: list[str], effort: Effort,
                is_changed: bool | None = None, **shown) -> "Difference":  # fmt: skip
        lines = differences(before, after, effort)
        return cls(label, lines, before != after if is_changed is None else is_changed, **shown)

    @property
    def stretches(self) -> list[Stretch]:
        return stretches(self.lines)

    @property
    def only_thing(self):
        """Where both are the same, or one side has none."""
        held = [thing for thing in self.things if thing]
        return held[-1] if held and (len(held) == 1 or not self.is_changed) else None

    @property
    def is_beyond_words(self) -> bool:
        """The words are the same, and something else is not."""
        return self.is_changed and not self.things and all(line.kind == SAME for line in self.lines)
