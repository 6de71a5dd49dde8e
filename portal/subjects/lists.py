"""Lists by what contents are about, read from one index however long the list is."""

from collections.abc import Iterable
from datetime import datetime

from portal.subjects.models import EntrySubject, Subject


def rows_about(
    subjects: Iterable[Subject | int], kind: str, language: str, at: datetime | None = None
):
    """What is public of a kind and about all of these (or those with these keys), as rows that
    carry the places of their entries in the list of the first of them. Put the rarest first.
    """
    first, *others = subjects
    rows = EntrySubject.objects.live(at).filter(subject=first)
    rows = rows.for_language(language).for_kind(kind)
    for other in others:
        rows = rows.also_about(other)
    return rows


def sharing(subject, language: str, *, without, at: datetime | None = None):
    """What is live of any kind about a subject, as rows, the newest first; without the document of
    that number.
    """
    rows = EntrySubject.objects.live(at).filter(subject=subject).for_language(language)
    return rows.exclude(number=without).newest_first()
