"""The one allow-list of rich text, and what is derived from it.

The cleaner keeps exactly these tags and attributes, and the editor's own filter, its buttons and
its block formats are made of the same table, so what can be typed is what is kept.
"""

import nh3

ALLOWED = {
    "p": (),
    "h2": (),
    "h3": (),
    "h4": (),
    "strong": (),
    "em": (),
    "br": (),
    "ul": (),
    "ol": ("start",),
    "li": (),
    "blockquote": (),
    "a": ("href",),
    "table": (),
    "caption": (),
    "thead": (),
    "tbody": (),
    "tr": (),
    "th": ("scope", "colspan", "rowspan"),
    "td": ("colspan", "rowspan"),
    "hr": (),
    "figure": ("data-picture",),
}
# An element without these means nothing: the editor's filter drops it, keeping its text.
REQUIRED = {("a", "href"), ("figure", "data-picture")}
# `document:108863` is a reference to a document, resolved when the text is shown.
SCHEMES = ("http", "https", "mailto", "tel", "document")
FORMATS = ("p", "h2", "h3", "h4")
# Groups of the toolbar: which tag each button makes. Undo, Redo and RemoveFormat make none.
BUTTONS = (
    (("strong", "Bold"), ("em", "Italic"), (None, "RemoveFormat")),
    (("ul", "BulletedList"), ("ol", "NumberedList"), ("blockquote", "Blockquote")),
    (("a", "Link"), ("a", "Unlink")),
    (("figure", "Picture"), ("table", "Table"), ("hr", "HorizontalRule"), (None, "SpecialChar")),
    ((None, "Undo"), (None, "Redo")),
)

# The last step of every way in. What reaches it is already in order; it is here to be the one
# thing that has to be right: an HTML5 parser that knows nothing but the list above.
CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    # "*": none on every tag; nh3 would let title and lang through.
    attributes={"*": set()} | {tag: set(names) for tag, names in ALLOWED.items() if names},
    url_schemes=set(SCHEMES),
    url_relative="deny",  # also refuses "//host/", which has a host and no scheme
    link_rel=None,  # added when shown: it is no part of the text
    strip_comments=True,
    clean_content_tags={"script", "style", "noscript", "template", "title", "iframe"},
)


def editor_filter() -> str:
    """CKEditor's `allowedContent`: "p h2 …; a[!href]; ol[start]; …"."""
    rules = [" ".join(tag for tag, names in ALLOWED.items() if not names)]
    for tag, names in ALLOWED.items():
        if names:
            marked = (f"!{name}" if (tag, name) in REQUIRED else name for name in names)
            rules.append(f"{tag}[{','.join(marked)}]")
    return "; ".join(rules)


def editor_toolbar() -> list[list[str]]:
    groups = [["Format"]]
    for group in BUTTONS:
        groups.append([button for tag, button in group if tag is None or tag in ALLOWED])
    return groups


def editor_formats() -> str:
    return ";".join(tag for tag in FORMATS if tag in ALLOWED)
