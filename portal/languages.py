"""The languages of the site, and the addresses that each of them has."""

from django.conf import settings
from django.db import models
from django.urls import URLResolver, get_script_prefix
from django.urls.resolvers import LocalePrefixPattern
from django.utils.translation import get_language, get_language_info
from django.utils.translation.trans_real import (
    get_supported_language_variant,
    parse_accept_lang_header,
)

CODES = [code for code, _name in settings.LANGUAGES]
_PREFIXES = {code: settings.LANGUAGE_PREFIXES.get(code, code) for code in CODES}
_CODES_BY_PREFIX = {prefix: code for code, prefix in _PREFIXES.items()}


def prefix(code):
    """The first part of an address in this language: "zh-hans" → "zh". Texts in a language that
    the site gave up have addresses that lead nowhere.
    """
    return _PREFIXES.get(code, code)


def code_for(prefix):
    """The language of an address that starts with `prefix`, or None."""
    return _CODES_BY_PREFIX.get(prefix)


def of_path(path):
    """The language that an address belongs to, or None: "/zh/news/" → "zh-hans"."""
    return code_for(path.lstrip("/").partition("/")[0])


def native_name(code):
    """The language's name in the language itself, as its switch shows it."""
    name = "中文" if code == "zh-hans" else get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]


def html_lang(code):
    """What `lang`, `hreflang` and Content-Language say (BCP 47): "zh-hans" → "zh-Hans"."""
    language, *more = code.split("-")
    return "-".join([language, *(_subtag(each) for each in more)])


def _subtag(text):
    """As BCP 47 likes it written: territories are BR, scripts are Hans, variants are valencia."""
    return {2: text.upper(), 4: text.title()}.get(len(text), text)


def locale(code):
    """What Open Graph calls it, which wants a territory: "zh-hans" → "zh_CN"."""
    return settings.LANGUAGE_LOCALES[code]


def localise(language, path):
    """The address of `path` ("news/") in a language, inside the world of this request."""
    return f"{get_script_prefix()}{prefix(language)}/{path}"


def everywhere(path):
    """The same page in each language, for pages that exist in all: [(code, address), …]."""
    return [(code, localise(code, path)) for code in CODES]


def accepted(header):
    """The site's best language for an Accept-Language header; the default when none fits."""
    wishes = parse_accept_lang_header(header.lower())
    refused = {supported(code) for code, quality in wishes if not quality}
    for code, quality in wishes:
        if code == "*" or not quality:
            break
        if found := supported(code):
            return found
    willing = [code for code in (settings.LANGUAGE_CODE, *CODES) if code not in refused]
    return (willing or [settings.LANGUAGE_CODE])[0]


def supported(code):
    """The site's language for one of another region or script: "zh-tw" → "zh-hans", or None."""
    try:
        return get_supported_language_variant(code)
    except LookupError:
        return None


class LanguageField(models.CharField):
    """The code of a language of the site. Forms offer its languages; migrations know nothing of
    them, so that a site with others has none that waits.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs | {"choices": settings.LANGUAGES})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("choices")
        return name, "django.db.models.CharField", args, kwargs


class PrefixPattern(LocalePrefixPattern):
    """Django's own pattern with our prefixes: the code "zh-hans" has the address "/zh/"."""

    @property
    def language_prefix(self):
        return f"{prefix(get_language() or settings.LANGUAGE_CODE)}/"


def language_patterns(*patterns):
    """`i18n_patterns` with our prefixes; only the root URLconf may use it, once."""
    return [URLResolver(PrefixPattern(), list(patterns))]
