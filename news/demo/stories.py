"""The written articles of the demo: a folder for each, a file for each language.

`about.toml` holds what all languages share. A language's file is `<language>.html`: a TOML head
between two lines of `+++`, then the body. `<language>.revised.html` is the draft of a revision.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).resolve().parent
ARTICLES = HERE / "articles"
PICTURES = HERE / "pictures"
FENCE = "+++\n"


@dataclass(frozen=True)
class Text:
    """One language of a story. `body` is HTML of the portal's allow-list."""

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


@dataclass(frozen=True)
class Story:
    """One document. `at` is the first publication, in the site's zone; `state` by language says
    how far it has come where it is not simply live; `days_ahead` counts from the loading.
    """

    key: str
    stream: str
    picture: str
    at: datetime | None = None
    days_ahead: int = 0
    source_url: str = ""
    note: str = ""
    state: dict[str, str] = field(default_factory=dict)

    @cached_property
    def texts(self) -> list[Text]:
        return [read_text(path) for path in self._files if ".revised" not in path.name]

    @cached_property
    def revisions(self) -> list[Text]:
        return [read_text(path) for path in self._files if ".revised" in path.name]

    @property
    def _files(self) -> list[Path]:
        return sorted((ARTICLES / self.key).glob("*.html"))

    @property
    def picture_path(self) -> Path:
        return PICTURES / self.picture

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
    """All of them, the oldest first and the unpublished last."""
    found = [read_story(path.parent) for path in ARTICLES.glob("*/about.toml")]
    return sorted(found, key=lambda story: (story.at or datetime.max, story.key))
