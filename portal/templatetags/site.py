"""What the base page is built of: who the site is, its languages, absolute addresses.

None of these makes a query or reads a user, so every page and every error page may hold them.
"""

from dataclasses import dataclass
from itertools import zip_longest

from django import template
from django.conf import settings
from django.utils.translation import get_language

from portal import languages
from portal.breadcrumbs import breadcrumbs as breadcrumbs_of
from portal.publishing import world
from portal.structured import breadcrumb_list
from portal.templatetags.structured import json_ld

register = template.Library()


@dataclass(frozen=True)
class Switch:
    """A language, named in itself, and an address in it."""

    code: str
    title: str
    html_lang: str
    url: str
    is_current: bool

    @classmethod
    def to(cls, code, url):
        name, html_lang = languages.native_name(code), languages.html_lang(code)
        return cls(code, name, html_lang, url, is_current=code == _language())


@register.simple_tag
def site_name():
    return settings.SITE_NAME


@register.simple_tag
def identity():
    """`{% identity as site %}`: who this site is, in the language of the page."""
    return settings.IDENTITY.in_language(get_language())


@register.simple_tag(takes_context=True)
def language_switches(context):
    """The languages that this page exists in, in the site's order; none where there is no other."""
    translations = dict(context.get("alternates") or ())
    switches = [
        Switch.to(code, translations[code]) for code in languages.CODES if code in translations
    ]
    return tuple(switches) if any(not switch.is_current for switch in switches) else ()


@register.simple_tag
def language_homes():
    """The home page in every language but the page's own."""
    homes = [Switch.to(*home) for home in languages.everywhere("")]
    return [home for home in homes if not home.is_current]


@register.simple_tag(takes_context=True)
def absolute(context, path=None):
    """The whole address of a path, or of this page without its query, for those elsewhere: of the
    site itself, in whichever world the page is read.
    """
    return world.absolute(context["request"], path)


@register.simple_tag(takes_context=True)
def breadcrumbs(context, *parts):
    """`{% breadcrumbs title url title url … title %}` below Home; the last without an address is
    this page.
    """
    pairs = zip_longest(parts[::2], parts[1::2], fillvalue="")
    return breadcrumbs_of(context["request"], ((title, url, "") for title, url in pairs))


@register.simple_tag
def breadcrumb_data(crumbs):
    return json_ld(breadcrumb_list((crumb.title, crumb.address) for crumb in crumbs))


@register.filter
def html_lang(code):
    return languages.html_lang(code)


@register.filter
def native_name(code):
    return languages.native_name(code)


@register.filter
def locale(code):
    return languages.locale(code)


def _language():
    return get_language() or settings.LANGUAGE_CODE
