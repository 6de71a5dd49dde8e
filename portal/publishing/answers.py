"""What an address answers: one function, one query, whatever the reason for "unknown"."""

from dataclasses import dataclass

from django.http import Http404

from portal.publishing import clock
from portal.publishing.models import Edition


@dataclass(frozen=True)
class Answer:
    """`edition` is what is live; a `gone` one was public and is withdrawn (410)."""

    edition: Edition
    gone: bool = False


def answer(model: type[Edition], number: int, language: str) -> Answer:
    """The answer at the current moment. Raises Http404 for a number that is unknown, and just so
    for a draft, for something scheduled, and for a text in another language only.
    """
    address = {"document__number": number} if number else {"document__number": None}
    begun = model.objects.begun().select_related("document", *model.declaration.related)
    edition = begun.filter(language=language, **address).first()
    if edition is None:
        raise Http404
    at = clock.current().at
    ended = edition.live_until is not None and edition.live_until <= at
    included = (edition.timeline_id, edition.number) in clock.current().including
    return Answer(edition, gone=ended and not included)
