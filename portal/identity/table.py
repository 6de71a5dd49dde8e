"""A table of the identity's file; whatever is wrong with it is a sentence that names the key."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class Table:
    """Each key is asked for once; `close()` refuses what nobody asked for, a slip of the pen."""

    def __init__(self, path: Path, values: dict, name: str = "", asked: Iterable[str] = ()):
        self.path, self.values, self.name = path, values, name
        self.asked = set(asked)

    @classmethod
    def of_file(cls, path: Path) -> "Table":
        try:
            return cls(path, tomllib.loads(path.read_text("utf-8")))
        except OSError as error:
            raise ImproperlyConfigured(
                f"The site's identity {path} cannot be read ({error.strerror}): set SITE_IDENTITY "
                "to the path of a TOML file, or leave it out for a site without a name of its own."
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(
                f"The site's identity {path} is no TOML file in UTF-8: {error}. Mend that line."
            ) from error

    def wrong(self, key: str, wish: str) -> ImproperlyConfigured:
        """The error to raise: `wish` says what to write, from "write …" on."""
        where = f"{self.name}.{key}" if self.name else key
        return ImproperlyConfigured(f"{self.path}: the key {where} is not usable; {wish}.")

    def get(self, key: str, kind: type, wish: str):
        self.asked.add(key)
        value = self.values.get(key)
        if value is not None and not isinstance(value, kind):
            raise self.wrong(key, wish)
        return value

    def text(self, key: str, wish: str, *, pattern=r"[^\n]+", default: str | None = "") -> str:
        """The text of a key; without a default it must be there."""
        value = self.get(key, str, wish)
        if value is None:
            if default is None:
                raise self.wrong(key, wish)
            return default
        value = value.strip()
        if not re.fullmatch(pattern, value):
            raise self.wrong(key, wish)
        return value

    def texts(self, key: str, wish: str, *, pattern: str) -> tuple[str, ...]:
        values = self.get(key, list, wish) or []
        if any(not isinstance(each, str) or not re.fullmatch(pattern, each) for each in values):
            raise self.wrong(key, wish)
        return tuple(values)

    def table(self, key: str, wish: str) -> "Table":
        name = f"{self.name}.{key}" if self.name else key
        return Table(self.path, self.get(key, dict, wish) or {}, name)

    def close(self) -> None:
        for key in self.values.keys() - self.asked:
            raise self.wrong(
                key, f"write one of the keys {', '.join(sorted(self.asked))}, or take it out"
            )
