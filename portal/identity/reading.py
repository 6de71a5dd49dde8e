"""Reads the file of a site's identity; what is wrong stops the start with one sentence."""

from dataclasses import replace
from math import floor
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

from portal.identity import Contact, File, Identity, Language, Site
from portal.identity.colours import LEAST_CONTRAST, PAPERS, Palette, contrast, stylesheet, text_on
from portal.identity.table import Table

NEUTRAL = Path(__file__).parent / "neutral" / "identity.toml"
SVG = "image/svg+xml"
URL = r"(https?://[^\s\"<>]+|/[^\s\"<>]*)"
EMAIL = r"[^\s@<>]+@[^\s@<>]+"
REPORTS = rf"(https://[^\s\"<>]+|mailto:{EMAIL}|tel:\+[0-9-]+)"
COLOUR = r"#[0-9a-fA-F]{6}"
CONTACT = {
    "address": ("write the postal address as a text", r"(?s).+"),
    "phone": ("write it with the country's number, as in +41 58 462 21 11", r"\+[0-9 ()-]+"),
    "email": ("write an address as in info@portal.example", EMAIL),
    "url": ("write https://… or a path of this site, /…", URL),
}
# Texts that one language gives are given by each: no page has a foreign word in its foot.
TEXTS = ("short_name", "owner", "description", "licence")
# Languages that Django writes under a name of their own; the others only lead to one of these.
KNOWN = [code for code, about in LANG_INFO.items() if "name" in about]


def read(path: Path | None) -> Identity:
    """The identity in a file, or the neutral one that comes with the code."""
    top = Table.of_file(path or NEUTRAL)
    files = pictures(top)
    schemes = schemes_of(top)
    if colours := colours_file(schemes, files):
        files["colours"] = colours
    site = common(top, files)
    languages = languages_of(top, site)
    codes = [language.code for language in languages]
    language_code = top.text(
        "default_language", f"write one of its languages: {', '.join(codes)}", default=codes[0]
    )
    if language_code not in codes:
        raise top.wrong("default_language", f"write one of its languages: {', '.join(codes)}")
    zone = top.text("time_zone", "write a zone as in Europe/Paris", default="UTC")
    if not is_zone(zone):
        raise top.wrong("time_zone", "write a zone of the IANA list, as in Europe/Paris")
    top.close()
    theme = schemes["light"].ground if schemes else ""
    return Identity(top.path, languages, language_code, zone, theme, files)


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def common(top: Table, files: dict[str, File]) -> Site:
    """What is the same in each language; the rest is filled in by `language_of`."""
    urls = {f"{name}_url": file.url for name, file in files.items()}
    return Site(
        name="",
        short_name="",
        owner="",
        description="",
        licence="",
        contact=contact_of(top.table("contact", "write a table [contact]"), Contact()),
        country=top.text(
            "country", "write two letters of ISO 3166-1, as in FR", pattern="[A-Z]{2}"
        ),
        social=top.texts(
            "social", "write a list of addresses that start with https://", pattern=r"https://\S+"
        ),
        security_contact=top.text(
            "security_contact",
            "write an address as in mailto:security@portal.example or https://portal.example/report",
            pattern=REPORTS,
        ),
        **urls,
    )


def contact_of(table: Table, given: Contact) -> Contact:
    """What this table says, and for what it leaves out what is given."""
    found = {
        key: table.text(key, wish, pattern=pattern, default=getattr(given, key))
        for key, (wish, pattern) in CONTACT.items()
    }
    table.close()
    return Contact(**found)


def languages_of(top: Table, site: Site) -> tuple[Language, ...]:
    wish = "write a table for each language of the site, as in [languages.en]"
    tables = top.table("languages", wish)
    if not tables.values:
        raise top.wrong("languages", wish)
    languages = [language_of(code, tables, site) for code in tables.values]
    prefixes = [language.prefix for language in languages]
    for table, language in zip(tables.values, languages, strict=True):
        if prefixes.count(language.prefix) > 1:
            raise tables.wrong(f"{table}.prefix", "write another: two languages have this one")
    for key in TEXTS:
        given = [bool(getattr(language.site, key)) for language in languages]
        if any(given) and not all(given):
            code = languages[given.index(False)].code
            raise tables.wrong(f"{code}.{key}", "write it here too, since other languages have it")
    return tuple(languages)


def language_of(code: str, tables: Table, site: Site) -> Language:
    if code not in KNOWN:
        raise tables.wrong(code, f"write a language of Django's: {', '.join(KNOWN)}")
    table = tables.table(code, "write a table")
    short, _, _ = code.partition("-")
    others = [other for other in tables.values if other != code]
    one_of = f"write a list of other languages of the site: {', '.join(others) or 'there is none'}"
    fallbacks = table.texts("fallbacks", one_of, pattern=r"[a-z-]+")
    if set(fallbacks) - set(others):
        raise table.wrong("fallbacks", one_of)
    prefix = table.text(
        "prefix", f"write {code} or {short}", pattern=f"{code}|{short}", default=code
    )
    territory = table.text(
        "territory", "write two letters of ISO 3166-1, as in FR", pattern="[A-Z]{2}"
    )
    texts = {key: table.text(key, "write one line of text") for key in TEXTS}
    texts["name"] = table.text("name", "write the site's name in this language", default=None)
    texts["short_name"] = texts["short_name"] or texts["name"]
    contact = contact_of(table.table("contact", "write a table"), site.contact)
    table.close()
    locale = f"{short}_{territory or territory_in(code)}".rstrip("_")
    return Language(code, prefix, locale, fallbacks, replace(site, contact=contact, **texts))


def territory_in(code: str) -> str:
    """The territory that some codes name: BR in pt-br; none in zh-hans, where it is a script."""
    second = code.partition("-")[2]
    return second.upper() if len(second) == 2 else ""


def pictures(top: Table) -> dict[str, File]:
    files = {}
    for key in ("emblem", "favicon", "ornament"):
        wish = "write the name of an SVG file that lies beside this one, as in emblem.svg"
        if name := top.text(key, wish, pattern=r"[A-Za-z0-9_-]+\.svg"):
            try:
                content = (top.path.parent / name).read_bytes()
                is_svg = ElementTree.fromstring(content).tag == "{http://www.w3.org/2000/svg}svg"
            except (OSError, ElementTree.ParseError) as error:
                raise top.wrong(key, wish) from error
            if not is_svg:
                raise top.wrong(key, wish)
            files[key] = File(f"{key}.svg", SVG, content)
    return files


def schemes_of(top: Table) -> dict[str, Palette]:
    """The site's own colours, if it has any."""
    table = top.table("colours", "write the tables [colours.light] and [colours.dark]")
    schemes = {}
    if table.values:
        schemes = {scheme: palette_of(table, scheme) for scheme in PAPERS}
    table.close()
    return schemes


def colours_file(schemes: dict[str, Palette], files: dict[str, File]) -> File | None:
    """The stylesheet of the site's own colours and ornament, if it has either."""
    ornament = files.get("ornament")
    if not schemes and not ornament:
        return None
    css = stylesheet(schemes, ornament.url if ornament else "")
    return File("colours.css", "text/css; charset=utf-8", css.encode())


def palette_of(colours: Table, scheme: str) -> Palette:
    table = colours.table(scheme, "write a table")
    wish = "write a colour as in #9d1b2b"
    given = {
        key: table.text(key, wish, pattern=COLOUR, default=None)
        for key in ("accent", "field", "ground")
    }
    table.close()
    for paper in PAPERS[scheme]:
        check(table, "accent", given["accent"], paper)
    for key in ("field", "ground"):
        check(table, key, given[key], text_on(given[key]))
    return Palette(**given)


def check(table: Table, key: str, colour: str, other: str) -> None:
    """Raises unless text in one of the colours can be read on the other."""
    if (found := contrast(colour, other)) < LEAST_CONTRAST:
        shade = "darker" if table.name.endswith("light") or key != "accent" else "lighter"
        ratio = floor(found * 10) / 10
        raise table.wrong(
            key,
            f"write a {shade} colour: text has a contrast of {ratio} between {colour} and "
            f"{other}, and {LEAST_CONTRAST} is the least that everyone can read",
        )


def of_settings(base: Path, path: str, language_code: str, time_zone: str) -> Identity:
    """By the variables SITE_IDENTITY (seen from `base`; without it the neutral one), and
    LANGUAGE_CODE and TIME_ZONE, which are stronger than the file where they are set.
    """
    identity = read(base / path if path else None)
    codes = [language.code for language in identity.languages]
    if language_code and language_code not in codes:
        raise ImproperlyConfigured(
            f"LANGUAGE_CODE={language_code} is no language of this site; write one of "
            f"{', '.join(codes)}, or leave it out: {identity.path} names the default."
        )
    if time_zone and not is_zone(time_zone):
        raise ImproperlyConfigured(
            f"TIME_ZONE={time_zone} is no zone of the IANA list; write one as in Europe/Paris, "
            f"or leave it out: {identity.path} names the zone."
        )
    return replace(
        identity,
        language_code=language_code or identity.language_code,
        time_zone=time_zone or identity.time_zone,
    )
