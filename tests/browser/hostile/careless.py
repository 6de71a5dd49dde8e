"""Templates as a careless hand would leave them: one title in one of them is not escaped."""

import re
from pathlib import Path

from django.conf import settings
from django.template.loaders import filesystem

TITLE = re.compile(r"\{\{ *((?:\w+\.)*(?:article|edition|entry|lead|previous|next)\.title) *\}\}")
FOLDER = Path(settings.BASE_DIR) / "templates"


class Loader(filesystem.Loader):
    """`slip` is the template's name and which of its titles, counted from 0."""

    slip = ("", 0)

    def get_contents(self, origin):
        name, wanted = self.slip
        contents = super().get_contents(origin)
        return careless(contents, wanted) if origin.template_name == name else contents


def slips() -> list[tuple[str, int]]:
    """Every title of a content in every template of the site."""
    return [
        (path.relative_to(FOLDER).as_posix(), number)
        for path in sorted(FOLDER.rglob("*.html"))
        for number in range(len(TITLE.findall(path.read_text())))
    ]


def careless(contents: str, wanted: int) -> str:
    match = list(TITLE.finditer(contents))[wanted]
    return f"{contents[: match.start()]}{{{{ {match[1]}|safe }}}}{contents[match.end() :]}"


def templates() -> list[dict]:
    """The site's own setting, with this loader in front and nothing kept from page to page."""
    [engine] = settings.TEMPLATES
    loaders = [f"{__name__}.Loader", "django.template.loaders.app_directories.Loader"]
    return [engine | {"APP_DIRS": False, "OPTIONS": engine["OPTIONS"] | {"loaders": loaders}}]
