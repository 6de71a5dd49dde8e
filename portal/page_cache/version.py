"""What pages are made by: after an update of code, words or settings no kept page fits."""

import os
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

SOURCES = {".py", ".html", ".txt", ".xml", ".toml", ".json", ".svg", ".css", ".js", ".mo"}


def version() -> str:
    """A digest of the installed sources, by size and time, and of the settings that pages show."""
    digest = blake2b(digest_size=8)
    for path in sorted(sources()):
        said = path.stat()
        digest.update(f"{path}:{said.st_size}:{said.st_mtime_ns}\n".encode())
    files = {name: file.digest for name, file in sorted(settings.IDENTITY.files.items())}
    shown = (settings.IDENTITY, files, settings.HTTPS, settings.STATIC_URL, settings.DATABASES)
    digest.update(repr(shown).encode())
    return digest.hexdigest()


def sources():
    for folder in ("portal", "news", "tourism", "calendar_app", "templates"):
        for place, _folders, names in os.walk(settings.BASE_DIR / folder):
            yield from (Path(place, name) for name in names if Path(name).suffix in SOURCES)
    manifest = Path(settings.STATIC_ROOT, "staticfiles.json")
    if manifest.exists():
        yield manifest
