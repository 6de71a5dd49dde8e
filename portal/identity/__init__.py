"""Who this site is: its names, languages, zone, signs and colours, read from one TOML file.

The settings read it before Django is there, so nothing here may ask Django's settings.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.conf.locale import LANG_INFO

ADDRESS = "/identity/"


@dataclass(frozen=True)
class Contact:
    """What a language does not give is ""; `address` may have several lines."""

    address: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True)
class File:
    """A picture or stylesheet of the site's own. Its address names its bytes: it is kept for
    good by whoever fetched it, and another identity has other addresses.
    """

    name: str
    kind: str
    content: bytes

    @property
    def digest(self) -> str:
        return hashlib.blake2b(self.content, digest_size=8).hexdigest()

    @property
    def url(self) -> str:
        return f"{ADDRESS}{self.digest}/{self.name}"


@dataclass(frozen=True)
class Site:
    """The site as it presents itself in one language; what the file does not give is ""."""

    name: str
    short_name: str
    owner: str
    description: str
    licence: str
    contact: Contact
    country: str = ""  # ISO 3166-1, two letters
    social: tuple[str, ...] = ()
    security_contact: str = ""
    emblem_url: str = ""
    favicon_url: str = ""
    ornament_url: str = ""
    colours_url: str = ""  # a stylesheet of custom properties, to be linked after tokens.css


@dataclass(frozen=True)
class Language:
    """`locale` is what Open Graph calls it ("zh_CN"); `fallbacks` are codes, the best first."""

    code: str
    prefix: str
    locale: str
    fallbacks: tuple[str, ...]
    site: Site

    @property
    def title(self) -> str:
        """Its name in English, which Django's catalogues translate."""
        return LANG_INFO[self.code]["name"]


@dataclass(frozen=True)
class Identity:
    path: Path
    languages: tuple[Language, ...]
    language_code: str
    time_zone: str
    theme_colour: str = ""  # "#rrggbb", of the ground in the light scheme
    files: dict[str, File] = field(default_factory=dict)

    def in_language(self, code: str | None) -> Site:
        """The site in a language; in the default one for a language that it does not have."""
        sites = {language.code: language.site for language in self.languages}
        return sites.get(code or "") or sites[self.language_code]
