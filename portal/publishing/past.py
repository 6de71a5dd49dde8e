"""The moments of the time machine, as its addresses name them: in the site's zone."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.publishing import clock

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", re.ASCII)
FIRST_YEAR = 1970


class NoSuchPast(ValueError):
    """There is nothing to look at; says why, as a sentence for staff."""


@dataclass(frozen=True)
class Past:
    """What an address asks for. Without `at` it asks for nothing that can be shown."""

    text: str
    at: datetime | None = None


def past_of(text: str) -> Past:
    try:
        return Past(text, moment_of(text))
    except NoSuchPast:
        return Past(text)


def moment_of(text: str) -> datetime:
    """Raises NoSuchPast."""
    if not MOMENT.fullmatch(text):
        raise NoSuchPast(_("Write the moment as in 2019-06-05T12:00; seconds may follow."))
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise NoSuchPast(_("There is no such day or hour. Choose another one.")) from error
    if at.year < FIRST_YEAR:
        raise NoSuchPast(_("The site remembers nothing as early as that. Choose a later moment."))
    # Of an hour that came twice it is the first; one that was left out is read by what came before.
    at = timezone.make_aware(at, timezone.get_default_timezone())
    if at > clock.now():
        raise NoSuchPast(
            _(
                "That moment lies ahead, and the time machine shows only what was. What is to come "
                "is shown by the preview of a text."
            )
        )
    return at


def written(at: datetime) -> str:
    """A moment as addresses name it; to the second, or to the minute where it has none."""
    local = timezone.localtime(at, timezone.get_default_timezone())
    return local.strftime("%Y-%m-%dT%H:%M:%S" if local.second else "%Y-%m-%dT%H:%M")


def address(at: datetime, path: str) -> str:
    """Of a page of the site, as it stood at that moment."""
    root = get_script_prefix()
    return f"{root}at/{written(at)}/{path.removeprefix(root)}"
