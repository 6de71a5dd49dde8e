"""Addresses and targets as people write them, in a form or in a file."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http.request import validate_host
from django.utils.translation import gettext as _

from portal import languages
from portal.redirects.paths import LONGEST, UNSPEAKABLE, Old, split

Hosts = frozenset[str]
NUMBER = re.compile(r"(?:document:|#)?([0-9]{6,12})(?: +([a-z-]{2,10}))?", re.ASCII)
LONGEST_TARGET = 1_000
is_elsewhere = URLValidator(schemes=["https"])


def old_named(text: str, hosts: Hosts = frozenset()) -> Old:
    """The old address that was written, whole or from its first slash. `hosts` are names that
    the site had before. Raises ValidationError with a sentence.
    """
    parts = own_parts(text, hosts)
    path = parts and path_of(parts)
    if not path or not path.startswith("/"):
        raise ValidationError(
            _(
                "“%(text)s” is no address of this site. Write it from the first slash: /en/old/ in "
                "one language, /*/old/ in every language."
            ),
            params={"text": text[:100]},
        )
    if parts.query or parts.fragment:
        raise ValidationError(
            _("Leave out “?” and “#” with what follows: a redirect answers whatever stands there.")
        )
    if UNSPEAKABLE.search(path):
        raise ValidationError(_("The address holds characters that no address can hold."))
    old = split(path)
    if not old.path:
        raise ValidationError(_("This is a home page, which is never redirected."))
    if len(old.path) > LONGEST:
        raise ValidationError(
            _("The address is longer than %(most)s characters."), params={"most": LONGEST}
        )
    return old


def own_parts(text: str, hosts: Hosts = frozenset()) -> SplitResult | None:
    """The parts of an address of this site; None for any other."""
    try:
        parts = urlsplit(text.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if not parts.netloc and not parts.scheme:
        return parts
    if parts.scheme not in ("http", "https"):
        return None
    own = {name for name in settings.ALLOWED_HOSTS if name != "*"}
    own |= hosts | {urlsplit(settings.SITE_ADDRESS).hostname}
    return parts if validate_host(host, own) else None


def path_of(parts: SplitResult) -> str | None:
    """ "/en/a%20b/" → "/en/a b/"; None where it is no text."""
    try:
        path = unquote(parts.path, errors="strict")
    except UnicodeDecodeError:
        return None
    return path or ("/" if parts.netloc else "")


def number_named(text: str) -> tuple[int, str] | None:
    """ "108863", "document:108863" or "108863 ru" → the number and the language to lead to."""
    found = NUMBER.fullmatch(text.strip())
    if not found:
        return None
    language = found[2] and languages.code_for(found[2])
    if found[2] and not language:
        raise ValidationError(
            _("“%(language)s” is no language of this site."), params={"language": found[2]}
        )
    return int(found[1]), language or ""


def elsewhere_named(text: str) -> str:
    """An address of another site. Raises ValidationError with a sentence."""
    address = text.strip()
    try:
        is_elsewhere(address)
        parts = urlsplit(address)
    except (ValidationError, ValueError):
        parts = None
    if parts is None or "@" in parts.netloc or len(address) > LONGEST_TARGET:
        raise ValidationError(
            _(
                "“%(text)s” leads nowhere. Write a document’s number, an address of this site from "
                "its first slash, or a whole address that begins with https://."
            ),
            params={"text": text[:100]},
        )
    return address
