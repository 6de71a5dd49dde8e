"""What an address answers: one function, and one query whatever the reason for "unknown"."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import BigIntegerField, CharField, DateTimeField
from django.http import Http404

from portal.prepared import prepared
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
    """The answer of a numbered address at the current moment: see `answer_at`."""
    return answer_at(model, language, document__number=number)


def answer_at(
    model: type[Edition], language: str, fallbacks: Iterable[str] = (), **address: int | str
) -> Found:
    """The answer at the current moment; `address` is a look-up that one document fits. Where that
    never had a text in the language, its live one in the first of `fallbacks` that has one stands
    in.

    Raises Http404 for an address that is unknown, and just so for a draft, for something
    scheduled, and for a text in another language only.
    """
    at, including = clock.current().at, clock.current().including
    [(look_up, value)] = address.items()
    shape, values = (tuple(fallbacks), look_up), {"at": at, "language": language, "value": value}
    if including:  # the statement would be another for each preview
        rows = first_of(model.objects.begun(), *shape, **values | {"value": value or None})
    else:
        rows = (by_number if isinstance(value, int) else by_word)(model, *shape, **values)
    edition = next(iter(rows), None)
    if edition is None:
        raise Http404
    included = (edition.timeline_id, edition.number) in including
    if included or edition.live_until is None or edition.live_until > at:
        return Found(edition)
    ending = Ending.objects.get(timeline=edition.timeline_id, at=edition.live_until)
    return Found(edition, ending, target_of(ending, language))


def begun_by(model: type[Edition], fallbacks, look_up, *, at, **values):
    return first_of(model.objects.begun(at), fallbacks, look_up, at=at, **values)


by_number = prepared(at=DateTimeField(), language=CharField(), value=BigIntegerField())(begun_by)
by_word = prepared(at=DateTimeField(), language=CharField(), value=CharField())(begun_by)


def first_of(begun, fallbacks, look_up, *, at, language, value):
    found = begun.in_first_of(language, fallbacks, at).filter(**{look_up: value})
    return found.select_related("document", *found.model.declaration.related)[:1]


def target_of(ending: Ending, language: str) -> Entry | None:
    """The entry that a redirect leads to, while there is one: else the content is simply gone."""
    if ending.answer != Answer.REDIRECT:
        return None
    live = Entry.objects.live().for_language(language)
    return live.filter(document=ending.target_id).first()
