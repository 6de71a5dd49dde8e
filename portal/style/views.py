"""The style page of the desk: the tokens, the scripts and every component as visitors meet them."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation

from portal import languages
from portal.style import samples
from portal.style.tokens import DARK, FILE, MORE, SCHEMES, colours, pairs, tokens
from portal.templatetags.icons import FOLDER

# The addresses of the schemes, and what a browser is told instead of asking its reader.
NAMES = {name.replace(", ", "-").replace(" ", "-"): name for name in SCHEMES}
ALWAYS, NEVER = "(min-width: 0)", "(max-width: 0)"


def style_page(request):
    """In the language and the scheme that the address asks for, else in the reader's own."""
    language = request.GET.get("language")
    language = language if language in languages.CODES else translation.get_language()
    scheme = request.GET.get("scheme")
    with translation.override(language):
        context = (
            samples.everything(language)
            | token_tables()
            | {
                "alternates": languages.everywhere(""),
                "site_languages": languages.CODES,
                "chosen": language,
                "schemes": NAMES,
                "scheme": scheme if scheme in NAMES else "",
                "scripts": samples.scripts(),
                "icons": sorted(path.stem for path in FOLDER.glob("*.svg")),
            }
        )
        return render(request, "admin/style/page.html", context)


def token_tables():
    """Each colour and each pair of colours in all schemes; sizes, spaces and measures."""
    known = {scheme: colours(scheme) for scheme in SCHEMES}
    judged = zip(*(pairs(scheme) for scheme in SCHEMES), strict=True)
    plain = tokens()["light"]
    return {
        "scheme_names": list(SCHEMES),
        "colours": [(name, [known[s].get(name) for s in SCHEMES]) for name in known["light"]],
        "pairs": [(row[0], row) for row in judged],
        "sizes": [name for name in plain if name.startswith("size-")],
        "spaces": [(name, value) for name, value in plain.items() if name.startswith("space-")],
    }


def scheme_css(request, scheme):
    """The tokens of one scheme, whatever the reader's system prefers."""
    if scheme not in NAMES:
        raise Http404
    queries = SCHEMES[NAMES[scheme]]
    css = FILE.read_text()
    if own := settings.IDENTITY.files.get("colours"):
        css += own.content.decode()
    for query in (DARK, MORE):
        css = css.replace(query, ALWAYS if query in queries else NEVER)
    css = css.replace("color-scheme: light dark", f"color-scheme: {scheme_of(queries)}")
    return HttpResponse(css, content_type="text/css; charset=utf-8")


def scheme_of(queries):
    return "dark" if DARK in queries else "light"
