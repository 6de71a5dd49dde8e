"""The editor: django-ckeditor's widget, hardened, with what the allow-list lets one type."""

from functools import wraps

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django import forms
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from js_asset import Script

from portal.richtext.allowed import editor_filter, editor_formats, editor_toolbar
from portal.richtext.cleaning import clean

CORE = "ckeditor/ckeditor/ckeditor.js"
OWN = tuple(f"portal/js/editor{part}.js" for part in ("", "-paste", "-pictures"))
# What CKEditor 4 speaks to whom; of its languages only these are served (portal.static_files).
LANGUAGES = {"ru": "ru", "be": "ru", "zh-hans": "zh-cn", "zh-hant": "zh-cn"}
# CKEditor writes style attributes into its own surroundings and handlers into its buttons;
# script-src stays 'self'. The iframe it would use without "divarea" needs far more.
RELAXATION = {"style-src": [SELF, UNSAFE_INLINE], "script-src-attr": [UNSAFE_INLINE]}

# In CKEditor's build, and not wanted: what would need a tag that is not kept, talks to a server,
# opens a window, or has known holes (CVE-2024-24816: preview, exportpdf; versionCheck is below);
# and tableselection, which fails without an iframe when all is selected and deleted.
REMOVED_PLUGINS = (
    "about bidi colorbutton colordialog copyformatting dialogadvtab div editorplaceholder"
    " elementspath exportpdf filebrowser find flash font forms iframe image justify language"
    " liststyle magicline maximize newpage pagebreak pastefromgdocs pastefromlibreoffice"
    " pastefromword pastetools preview print save scayt showblocks smiley"
    " sourcearea stylescombo tableselection templates uploadimage wsc wysiwygarea"
)

# What keyboards lack; CKEditor knows the names of the entities in the editor's language.
_ENTITIES = (
    "ndash mdash laquo raquo bdquo ldquo rdquo lsquo rsquo hellip bull deg sup2 sup3 frac12 frac14"
    " frac34 times plusmn ne le ge asymp rarr sect para copy reg trade"
)
SPECIAL_CHARACTERS = [*(f"&{name};" for name in _ENTITIES.split()), *"№€₽£¥‰"]


class RichTextWidget(CKEditorWidget):
    """A <textarea> of HTML that the editor takes over where there is script.

    Without script one types HTML; it is cleaned by the same list.
    """

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs)
        self.config = editor_config("en")

    @property
    def media(self):
        # One list, because ours must run after the core and before the first editor is made.
        base = Script(
            "ckeditor/ckeditor-init.js",
            **{
                "id": "ckeditor-init-script",
                "data-ckeditor-basepath": static("ckeditor/ckeditor/"),
            },
        )
        return forms.Media(
            css={"all": ["ckeditor/ckeditor.css", "portal/css/editor.css"]},
            js=[base, CORE, "ckeditor/fixups.js", *OWN],
        )

    def format_value(self, value):
        """Cleaned here too: a refused form shows what was posted, and the editor's own filter
        would run some of it.
        """
        return clean(value)

    def _set_config(self):
        # A new one each time: forms share what they copy of a widget, and threads forms.
        self.config = editor_config(get_language() or "en")


def editor_config(language: str) -> dict:
    return {
        "language": LANGUAGES.get(language, "en"),
        "defaultLanguage": "en",
        "skin": "moono-lisa",
        "toolbar": editor_toolbar(),
        "format_tags": editor_formats(),
        "allowedContent": editor_filter(),
        "disallowedContent": "*[on*]; *{*}; *(*)",
        # "divarea" edits in the page itself, see RELAXATION; the other is ours.
        "extraPlugins": "divarea,portalpicture",
        "removePlugins": ",".join(REMOVED_PLUGINS.split()),
        "removeButtons": "Anchor,Cut,Copy,Paste,PasteText,PasteFromWord",
        # Pastes keep headings, lists, links and tables: portal/js/editor-paste.js puts them in the
        # house's tags, then allowedContent filters them as it filters what is typed.
        "pasteFilter": None,
        "clipboard_handleImages": False,
        "versionCheck": False,  # CVE-2024-43411: asks the vendor's host
        "fullPage": False,  # CVE-2024-24815
        "customConfig": "",
        "stylesSet": False,
        "disableNativeSpellChecker": False,
        "entities": False,
        "entities_additional": "",
        "specialChars": SPECIAL_CHARACTERS,
        "linkShowAdvancedTab": False,
        "linkShowTargetTab": False,
        "linkDefaultProtocol": "https://",
        "height": 320,
        "width": "auto",
        "resize_enabled": False,
        "portalWords": {
            "picture": _("Picture"),
            "noPictures": _("Save the draft first: then the pictures of its list can be placed."),
            "lostPicture": _("A picture that is not in the list any more"),
            "badAddress": _(
                "Write a whole address that starts with https://, or document: and the number"
                " of a document on this site, such as document:108863."
            ),
        },
    }


def relaxed_for_editor(view):
    """Relaxes the page's Content-Security-Policy by the two directives that the editor needs,
    where its answer holds the editor; a read-only or refused form stays strict.

    For views that answer a TemplateResponse with `media` in its context, as the admin's do.
    """

    @wraps(view)
    def relaxed(*args, **kwargs):
        response = view(*args, **kwargs)
        media = (getattr(response, "context_data", None) or {}).get("media", "")
        if CORE not in str(media):
            return response
        return csp_update(RELAXATION)(lambda: response)()

    return relaxed
