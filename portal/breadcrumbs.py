"""The way back to the home page, written once for readers and for machines."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.fragments import fragment
from portal.publishing.world import absolute


class Crumb(NamedTuple):
    """`url` and `address`, the whole one, are "" for the page itself; `lang` is what `lang` says of
    the title, "" where that is in the language of the page.
    """

    title: str
    url: str
    address: str
    lang: str = ""


def breadcrumbs(request, parts: Iterable[tuple[str, str, str]]) -> SafeString:
    """Home, and below it these: title, path ("" for the page itself) and `lang` of each."""
    crumbs = (
        Crumb(str(title), url, url and absolute(request, url), lang)
        for title, url, lang in [(_("Home"), reverse("home"), ""), *parts]
    )
    return fragment("components/breadcrumbs.html", crumbs=tuple(crumbs))
