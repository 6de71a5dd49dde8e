"""The one way in: HTML of any origin → the text that is kept."""

import re

from portal.richtext.allowed import CLEANER
from portal.richtext.blocks import blocks_of
from portal.richtext.looks import seen
from portal.richtext.parsing import parse
from portal.richtext.writing import write

_BARE_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def clean(html: str) -> str:
    """The text as it may be stored: only what `allowed.ALLOWED` holds, valid, tidy, whole.

    Cleaning twice changes nothing. Raises nothing: a text without content is "".
    """
    # A lone surrogate, which JSON can bring in, has no UTF-8.
    html = (html or "").encode("utf-8", "replace").decode("utf-8")
    cleaned = CLEANER.clean(write(blocks_of(seen(parse(html).children))))
    # nh3 takes an address away that its own parser of addresses refuses, and leaves the tag.
    return _BARE_LINK.sub(r"\1", cleaned).strip()
