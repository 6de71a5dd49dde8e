"""The written pages of the demo: `tree/` is the page tree, a folder for each page.

`about.toml` holds what all languages share. A language's file is `<language>.html`: a TOML head
between two lines of `+++`, then the body. A body links to another page as "page:about/geography",
to an article of the news as "news:metro", and places a picture by its name.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

HERE = Path(__file__).resolve().parent
TREE = HERE / "tree"
PICTURES = HERE / "pictures"
FILES = HERE / "files"
FENCE = "+++\n"
_LINK = re.compile(r'<a href="(page|news):([a-z0-9/-]+)">(.*?)</a>')


@dataclass(frozen=True)
class Text:
    """One language of a page. `facts` gives words to the page's facts, in their order, `pictures`
    to its pictures, and `files` to its files, by name.
    """

    language: str
    body: str
    title: str
    lead: str
    credit: str
    pictures: list[dict[str, str]] = field(default_factory=list)
    facts: list[dict[str, str]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    @property
    def links(self) -> list[str]:
        """The origins of the documents that it points at."""
        return [origin_of(kind, key) for kind, key, _words in _LINK.findall(self.body)]


@dataclass(frozen=True)
class Checked:
    """What a fact has in all languages. Without `months` it does not age: a census is over."""

    as_of: date
    url: str
    months: int | None = None


@dataclass(frozen=True)
class Telling:
    """One page in all its languages. `position` is its place among its siblings, from 1 on; `at`
    its publication, in the site's zone.
    """

    path: str
    position: int
    at: datetime
    pictures: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    facts: list[Checked] = field(default_factory=list)

    @cached_property
    def texts(self) -> list[Text]:
        return [read_text(path) for path in sorted((TREE / self.path).glob("*.html"))]

    @property
    def origin(self) -> str:
        return origin_of("page", self.path)

    @property
    def parent(self) -> str:
        """The path of the page above, or "" at the top."""
        return self.path.rpartition("/")[0]

    @property
    def word(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def needs(self) -> list[str]:
        """The origins of the pages that must be there before it."""
        above = [origin_of("page", self.parent)] if self.parent else []
        return above + [origin for text in self.texts for origin in text.links]

    def key_of(self, name: str) -> str:
        """The key of one of its parts, the same in every language and every run."""
        return uuid5(NAMESPACE_URL, f"{self.origin}/{name}").hex

    def body_of(self, text: Text, numbers: dict[str, int]) -> str:
        """The body as it is stored: pictures by the keys of their parts, links by the numbers of
        their documents, by origin. What leads nowhere is plain words.
        """
        body = text.body
        for picture in self.pictures:
            body = body.replace(
                f'data-picture="{picture}"', f'data-picture="{self.key_of(picture)}"'
            )
        return _LINK.sub(lambda link: referred(link, numbers), body)


def origin_of(kind: str, key: str) -> str:
    return f"demo:{'pages' if kind == 'page' else kind}/{key}"


def referred(link: re.Match, numbers: dict[str, int]) -> str:
    kind, key, words = link.groups()
    number = numbers.get(origin_of(kind, key))
    return f'<a href="document:{number}">{words}</a>' if number else words


def read_text(path: Path) -> Text:
    before, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    if before:
        raise ValueError(f"{path} must begin with a line of +++.")
    return Text(language=path.name.partition(".")[0], body=body, **tomllib.loads(head))


def read_telling(folder: Path) -> Telling:
    told = tomllib.loads((folder / "about.toml").read_text("utf-8"))
    facts = [Checked(**fact) for fact in told.pop("facts", [])]
    return Telling(path=folder.relative_to(TREE).as_posix(), facts=facts, **told)


def tellings() -> list[Telling]:
    """All of them as the tree is read, but none before one that it needs."""
    found = {}
    for path in TREE.rglob("about.toml"):
        telling = read_telling(path.parent)
        found[telling.origin] = telling
    in_order: dict[str, Telling] = {}

    def add(telling: Telling, waiting: tuple[str, ...] = ()) -> None:
        if telling.path in waiting:
            raise ValueError(f"These pages need each other: {', '.join(waiting)}.")
        for origin in telling.needs:
            if origin in found:
                add(found[origin], (*waiting, telling.path))
        in_order[telling.origin] = telling

    for telling in sorted(found.values(), key=lambda one: (one.path.count("/"), one.position)):
        add(telling)
    return list(in_order.values())
