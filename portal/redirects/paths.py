"""Old addresses, brought to one form.

Written whole, "/en/about/old/" is the address in one language, "/*/about/old/" the address behind
every language's prefix, and "/by/about" one that stands outside of the languages.
"""

import re
import unicodedata
from typing import NamedTuple

from portal import languages

EVERY = ""  # behind the prefix of every language
OUTSIDE = "-"  # behind no prefix at all
LONGEST = 400
# Nothing moves there, and whoever guesses there is no lost reader.
LEFT_ALONE = ("/admin/", "/media/", "/static/", "/health/", "/preview/", "/at/", "/plain-")
# What servers of old put at the end of an address and nobody meant.
ENDINGS = re.compile(r"(/(index|default))?\.(html?|aspx?|php|jsp)\Z")
# What is asked of every server on the net by machines that look for holes, and by browsers on
# their own. "@" and "%40" may be somebody's mail address.
JUNK = re.compile(
    r"(^|/)(\.|wp-|wordpress|wlwmanifest|xmlrpc|cgi-bin|phpmyadmin|pma/|vendor/|autodiscover|actuator"
    r"|owa/|solr/|boaform|eval-stdin|favicon|apple-touch-icon|browserconfig)|@|%40|[\ufffd<>\\\"]"
    r"|\.(env|git|sql|bak|zip|gz|rar|ini|ya?ml|cgi|exe)\Z",
    re.IGNORECASE,
)
LONGEST_LOST = 200
UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class Old(NamedTuple):
    """An old address: its language (or EVERY, OUTSIDE) and its path in normal form."""

    language: str
    path: str

    def __str__(self):
        if self.language == OUTSIDE:
            return f"/{self.path}"
        prefix = "*" if self.language == EVERY else languages.prefix(self.language)
        return f"/{prefix}/{self.path}/"


def normal(path: str) -> str:
    """ "/About//Old.HTML" → "about/old": slashes, capitals and the ending make no difference.

    No two pages of a site differ by these alone, so nothing is found that was not meant.
    """
    path = unicodedata.normalize("NFC", UNSPEAKABLE.sub("\ufffd", path[: 2 * LONGEST]))
    words = [word for word in path.casefold().split("/") if word]
    return ENDINGS.sub("", "/".join(words)).strip("/")


def split(path: str) -> Old:
    """The address that a path without host and question names."""
    first, _slash, rest = path.strip("/").partition("/")
    if first == "*":
        return Old(EVERY, normal(rest))
    if code := languages.code_for(first.lower()):
        return Old(code, normal(rest))
    return Old(OUTSIDE, normal(path))


def is_junk(path: str) -> bool:
    """Whether nobody needs to know that it was asked for in vain."""
    return len(path) > LONGEST_LOST or JUNK.search(UNSPEAKABLE.sub("\ufffd", path)) is not None
