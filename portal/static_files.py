"""Which files the packages may serve: of CKEditor's 1,226 only those that the editor needs.

One finder for collectstatic, for runserver and for gunicorn with WhiteNoise, so what is left out
(plugins with known holes, previews, samples, test pages) answers 404 everywhere.
"""

import posixpath
import re

from django.contrib.staticfiles.finders import AppDirectoriesFinder

_EDITOR = "ckeditor/"
_LANGUAGES = "(en|ru|zh-cn)"  # the interface's, without be: see portal.richtext.editor.LANGUAGES
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


def is_served(path: str) -> bool:
    """Whether a static path is offered: everything of ours and Django's, little of CKEditor's."""
    path = posixpath.normpath(path)
    return not path.lower().startswith(_EDITOR) or bool(_NEEDED.fullmatch(path))


class CuratedFinder(AppDirectoriesFinder):
    def list(self, ignore_patterns):
        for path, storage in super().list(ignore_patterns):
            if is_served(path.replace("\\", "/")):
                yield path, storage

    def find_in_app(self, app, path):
        return super().find_in_app(app, path) if is_served(path) else None
