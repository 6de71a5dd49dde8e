"""What an old address answers."""

from django.conf import settings
from django.db.models import Q
from django.urls import get_script_prefix

from portal import languages
from portal.redirects.models import Redirect
from portal.redirects.paths import EVERY, OUTSIDE, split

LONGEST_QUESTION = 2_000


def destination(path: str, question: str = "") -> tuple[Redirect, str] | None:
    """The redirect that stands for this path and the address that it leads to; None where there
    is none, or where its document is not live, which nobody can tell apart.

    One query in any case. A question ("a=1&b=2") goes along to addresses of this site.
    """
    old = split(path)
    is_meant = Q(path=old.path, language=old.language)
    if old.language != OUTSIDE:
        is_meant |= Q(path=old.path, language=EVERY)
    language = settings.LANGUAGE_CODE if old.language == OUTSIDE else old.language
    standing = Redirect.objects.standing().filter(is_meant).with_present_path(language)
    # The redirect of one language comes before that of all.
    for redirect in standing.order_by("-language"):
        address = address_of(redirect)
        if address and split_own(address) != path:
            return redirect, asking(address, question)
    return None


def address_of(redirect: Redirect) -> str:
    """Inside the world of this request; "" while the document is not live."""
    if redirect.to_address.startswith("/"):
        return get_script_prefix() + redirect.to_address[1:]
    if redirect.to_address:
        return redirect.to_address
    if redirect.present_path is None:
        return ""
    return languages.localise(redirect.spoken, redirect.present_path)


def split_own(address: str) -> str:
    """The path inside the world."""
    prefix = get_script_prefix()
    return "/" + address.removeprefix(prefix).partition("?")[0]


def asking(address: str, question: str) -> str:
    """A question of the target's own stands; what a campaign put behind the old address is kept,
    but told to nobody else's site.
    """
    is_kept = address.startswith("/") and "?" not in address
    if not (question and is_kept and len(question) <= LONGEST_QUESTION):
        return address
    return f"{address}?{question}"
