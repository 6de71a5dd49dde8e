"""What an address answers: one function, and one query whatever the reason for "unknown"."""

from dataclasses import dataclass

from django.http import Http404

from portal.publishing import clock
from portal.publishing.models import Answer, Edition, Ending, Entry


@dataclass(frozen=True)
class Found:
    """What stands behind an address at a moment.

    Without an `ending` the edition is live. Else it was public and is withdrawn: `notice` is read
    above its text, `target` takes its place, and with neither it is gone.
    """

    edition: Edition
    ending: Ending | None = None
    target: Entry | None = None

    @property
    def is_live(self) -> bool:
        return self.ending is None

    @property
    def is_noticed(self) -> bool:
        return self.ending is not None and self.ending.answer == Answer.NOTICE


def answer(model: type[Edition], number: int, language: str) -> Found:
    """The answer at the current moment. Raises Http404 for a number that is unknown, and just so
    for a draft, for something scheduled, and for a text in another language only.
    """
    address = {"document__number": number} if number else {"document__number": None}
    begun = model.objects.begun().select_related("document", *model.declaration.related)
    edition = begun.filter(language=language, **address).first()
    if edition is None:
        raise Http404
    at = clock.current().at
    included = (edition.timeline_id, edition.number) in clock.current().including
    if included or edition.live_until is None or edition.live_until > at:
        return Found(edition)
    ending = Ending.objects.get(timeline=edition.timeline_id, at=edition.live_until)
    return Found(edition, ending, target_of(ending, language))


def target_of(ending: Ending, language: str) -> Entry | None:
    """The entry that a redirect leads to, while there is one: else the content is simply gone."""
    if ending.answer != Answer.REDIRECT:
        return None
    live = Entry.objects.live().for_language(language)
    return live.filter(document=ending.target_id).first()
