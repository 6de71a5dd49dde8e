"""The written articles of the demo: a folder for each, a file for each language.

`about.toml` holds what all languages share. A language's file is `<language>.html`: a TOML head
between two lines of `+++`, then the body. Three more may stand beside it:
`<language>.corrected.html` replaces it in public, `<language>.revised.html` is the draft of a
revision, and `<language>.begun.html` a translation that somebody is still at.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

HERE = Path(__file__).resolve().parent
ARTICLES = HERE / "articles"
PICTURES = HERE / "pictures"
FILES = HERE / "files"
FENCE = "+++\n"


@dataclass(frozen=True)
class Text:
    """One language of a story. `body` is HTML of the portal's allow-list.

    `alt` and `caption` tell of the first picture; `pictures` of those after it, in order.
    `files` gives words to the story's files, by name; `notice` is what readers are told under an
    article that was withdrawn.
    """

    language: str
    body: str
    title: str
    lead: str
    town: str
    alt: str
    caption: str
    credit: str
    source: str = ""
    author: str = ""
    pictures: list[dict[str, str]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    change_note: str = ""
    is_major: bool = False
    notice: str = ""

    @property
    def descriptions(self) -> list[dict[str, str]]:
        """Of all its pictures."""
        return [{"alt": self.alt, "caption": self.caption}, *self.pictures]


@dataclass(frozen=True)
class Story:
    """One document. `at` is the first publication, in the site's zone; `state` by language says
    how far it has come where it is not simply live. What has to be near the day of loading has
    `days_ago` or `days_ahead` instead, and `ends_in` days until a planned end.
    """

    key: str
    stream: str
    picture: str
    more_pictures: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    layout: str = "text"
    subjects: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    at: datetime | None = None
    days_ago: int = 0
    days_ahead: int = 0
    ends_in: int = 0
    source_url: str = ""
    note: str = ""
    # What the address says after the withdrawal, by language, and the story it leads to.
    answer: dict[str, str] = field(default_factory=dict)
    target: str = ""
    state: dict[str, str] = field(default_factory=dict)

    @cached_property
    def texts(self) -> list[Text]:
        return self._read("html")

    @cached_property
    def corrections(self) -> list[Text]:
        return self._read("corrected.html")

    @cached_property
    def revisions(self) -> list[Text]:
        return self._read("revised.html")

    @cached_property
    def translations(self) -> list[Text]:
        return self._read("begun.html")

    @property
    def all_texts(self) -> list[Text]:
        return [*self.texts, *self.corrections, *self.revisions, *self.translations]

    def _read(self, ending: str) -> list[Text]:
        paths = sorted((ARTICLES / self.key).glob("*.html"))
        return [read_text(path) for path in paths if path.name.partition(".")[2] == ending]

    @property
    def origin(self) -> str:
        return f"demo:news/{self.key}"

    @property
    def is_public_at_once(self) -> bool:
        return bool(self.at or self.days_ago)

    @property
    def pictures(self) -> list[str]:
        return [self.picture, *self.more_pictures]

    @property
    def needs(self) -> list[str]:
        """The stories whose documents it points at."""
        return [*self.related, *([self.target] if self.target else [])]

    def key_of(self, picture: str) -> str:
        """The key of the part that shows `picture`, the same in every language and every run."""
        return uuid5(NAMESPACE_URL, f"{self.origin}/{picture}").hex

    def body_of(self, text: Text) -> str:
        """The body as it is stored: its figures name parts where the file names pictures."""
        body = text.body
        for picture in self.pictures:
            body = body.replace(
                f'data-picture="{picture}"', f'data-picture="{self.key_of(picture)}"'
            )
        return body

    def state_in(self, language: str) -> str:
        return self.state.get(language, "live")


def read_text(path: Path) -> Text:
    before, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    if before:
        raise ValueError(f"{path} must begin with a line of +++.")
    return Text(language=path.name.partition(".")[0], body=body, **tomllib.loads(head))


def read_story(folder: Path) -> Story:
    return Story(key=folder.name, **tomllib.loads((folder / "about.toml").read_text("utf-8")))


def stories() -> list[Story]:
    """All of them, the oldest first and the undated last, but none before one that it needs."""
    found = [read_story(path.parent) for path in ARTICLES.glob("*/about.toml")]
    found.sort(key=lambda story: (story.at or datetime.max, story.key))
    by_key = {story.key: story for story in found}
    in_order: dict[str, Story] = {}

    def add(story: Story, waiting: tuple[str, ...] = ()) -> None:
        if story.key in waiting:
            raise ValueError(f"These stories need each other: {', '.join(waiting)}.")
        for key in story.needs:
            add(by_key[key], (*waiting, story.key))
        in_order[story.key] = story

    for story in found:
        add(story)
    return list(in_order.values())
