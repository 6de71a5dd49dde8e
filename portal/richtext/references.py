"""Addresses in links: which are kept, and which of them are references to documents."""

import re
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http.request import validate_host

from portal import languages

# What browsers remove from an address before they read it.
_IGNORED = re.compile(r"[\x00-\x1f\x7f\u200b\ufeff]")
_UNQUOTED = re.compile(r"[\s\"<>\\^`{|}\xa0]")
# A slip of the link dialog ("https://" before what was typed) is understood.
_REFERENCE = re.compile(r"(?:https?://)?document:/{0,2}([0-9]{6,12})/?", re.IGNORECASE)
_OUTSIDE = re.compile(r"https?://[^/]", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+", re.IGNORECASE)
_PHONE = re.compile(r"tel:\+?[0-9()\-.,;=a-z*#]*[0-9][0-9()\-.,;=a-z*#]*", re.IGNORECASE)
# A world's prefix, a language, sections, the number, the slug: "/preview/x1/en/news/108863/slug/".
_OWN = re.compile(
    r"(?:/(?:preview|at|plain)[/-][^/]+)?"
    rf"/(?:{'|'.join(map(languages.prefix, languages.CODES))})"
    r"/(?:[a-z][a-z-]*/)+([0-9]{6,12})(?:/[^/]*)?/?"
)
_LINK = re.compile(r'<a href="document:([0-9]{6,12})">')


def normal(href: str) -> str | None:
    """The address as texts keep it, or None where it may not be kept.

    Kept are whole addresses (http, https, mailto, tel) and references, "document:108863"; an
    address of a document on this site, relative, whole or inside a preview, becomes one.
    """
    href = _IGNORED.sub("", href).strip()
    if match := _REFERENCE.fullmatch(href):
        return _reference(match[1])
    href = _UNQUOTED.sub(_quoted, href.replace("\\", "/"))
    if href.startswith("/"):
        return _own(href)
    if _OUTSIDE.match(href):
        return _own(href) or _outside(href)
    if href.lower().startswith("tel:"):
        href = href.replace("%20", "").replace("%C2%A0", "")
        return href if _PHONE.fullmatch(href) else None
    return href if _MAIL.fullmatch(href) else None


def numbers_in(html: str) -> set[int]:
    """The public numbers of the documents that a cleaned text refers to."""
    return {int(number) for number in _LINK.findall(html)}


def _reference(digits):
    return f"document:{int(digits):06d}"


def _quoted(match):
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


def _own(href):
    """The reference that an address of this site stands for, or None for any other address."""
    match = _OWN.fullmatch(path_here(href) or "")
    return _reference(match[1]) if match else None


def path_here(href: str) -> str | None:
    """The path of an address of this site, or None for any other address."""
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return None
    if parts.netloc and not _is_ours(host or ""):
        return None
    return unquote(parts.path)


def _is_ours(host: str) -> bool:
    # "*" lets every Host header in; it does not make every site ours.
    return validate_host(host, [own for own in settings.ALLOWED_HOSTS if own != "*"])


def _outside(href):
    try:
        parts = urlsplit(href)
        known = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return href if known else None
