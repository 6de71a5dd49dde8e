"""Which files the packages may serve: of CKEditor's 1,226 only those that the editor needs, and
one stylesheet for the public site instead of its components' forty.

One finder for collectstatic, for runserver and for gunicorn with WhiteNoise, so what is left out
(plugins with known holes, previews, samples, test pages) answers 404 everywhere, and the
stylesheet is the same everywhere.
"""

import os
import posixpath
import re
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.files.storage import FileSystemStorage

_EDITOR = "ckeditor/"
_LANGUAGES = "(en|ru|zh-cn)"  # the interface's: portal.richtext.editor.LANGUAGES
_PLUGINS = (
    rf"a11yhelp/dialogs/(a11yhelp|lang/{_LANGUAGES})\.js",
    r"clipboard/dialogs/paste\.js",
    r"dialog/(dialogDefinition\.js|styles/dialog\.css)",
    r"divarea/plugin\.js",
    r"icons(_hidpi)?\.png",
    r"link/dialogs/link\.js",
    rf"specialchar/dialogs/(specialchar|lang/{_LANGUAGES})\.js",
    r"table/dialogs/table\.js",
    r"tabletools/dialogs/tableCell\.js",
)
_NEEDED = re.compile(
    rf"ckeditor/(ckeditor\.css|ckeditor-init\.js|fixups\.js"
    rf"|ckeditor/(ckeditor\.js|contents\.css|LICENSE\.md|lang/{_LANGUAGES}\.js"
    r"|skins/moono-lisa/((dialog|editor|editor_gecko)\.css|icons(_hidpi)?\.png|images/.*)"
    rf"|plugins/({'|'.join(_PLUGINS)})))"
)

# A stylesheet that only names others; it is served as what they hold.
BUNDLE = "portal/css/site.css"
_IMPORT = re.compile(r'^@import url\("([\w.-]+)"\);$', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


def is_served(path: str) -> bool:
    """Whether a static path is offered: everything of ours and Django's, little of CKEditor's."""
    path = posixpath.normpath(path)
    return not path.lower().startswith(_EDITOR) or bool(_NEEDED.fullmatch(path))


def bundled(source: str) -> str:
    """The text of the stylesheets that `source` imports, in order, without comments."""
    folder, names = Path(source).parent, Path(source).read_text()
    css = _IMPORT.sub(lambda found: (folder / found[1]).read_text(), names)
    return _INDENT.sub("", _COMMENT.sub("", css))


class CuratedFinder(AppDirectoriesFinder):
    def list(self, ignore_patterns):
        for path, storage in super().list(ignore_patterns):
            path = path.replace("\\", "/")
            if path == BUNDLE:
                yield path, self.bundles(storage.path(path))
            elif is_served(path):
                yield path, storage

    def find_in_app(self, app, path):
        if not is_served(path):
            return None
        found = super().find_in_app(app, path)
        is_bundle = found and posixpath.normpath(path) == BUNDLE
        return self.bundles(found).path(BUNDLE) if is_bundle else found

    def bundles(self, source: str) -> FileSystemStorage:
        """A storage that holds the bundle as `source` makes it now."""
        storage = FileSystemStorage(location=settings.VAR_DIR / "bundles")
        target, css = Path(storage.path(BUNDLE)), bundled(source)
        if not target.exists() or target.read_text() != css:
            target.parent.mkdir(parents=True, exist_ok=True)
            # Several workers may begin at once: each puts a whole file in its place.
            handle, draft = tempfile.mkstemp(dir=target.parent)
            with open(handle, "w") as file:
                file.write(css)
            os.chmod(draft, 0o644)
            os.replace(draft, target)
        return storage
