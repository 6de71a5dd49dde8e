"""Lists by what contents are about, read from one index however long the list is."""

from collections.abc import Iterable

from django.db.models import Q, Subquery

from portal.publishing.models import Document, Entry
from portal.subjects.models import EntrySubject, Subject


def rows_about(subjects: Iterable[Subject], kind: str, language: str):
    """What is public of a kind and about all of these, as rows that carry the places of their
    entries in the list of the first of them. Put the rarest first.
    """
    first, *others = subjects
    rows = EntrySubject.objects.live().filter(subject=first).for_language(language).for_kind(kind)
    for other in others:
        rows = rows.also_about(other)
    return rows


def sharing_subjects(
    subjects: Iterable[Subject], language: str, *, without: Document, most: int = 3
):
    """Entries of any kind that share a subject, live and the newest first: of each subject the
    `most` newest, without those of the document itself.

    Each is named by a subquery of one row, so that it stays cheap inside an "or" with others
    (`Entry.objects.first_of`).
    """
    wanted = Q(pk=None)
    for subject in subjects:
        rows = EntrySubject.objects.live().filter(subject=subject).for_language(language)
        newest = rows.exclude(number=without.number).newest_first().values("entry")
        for place in range(most):
            wanted |= Q(pk=Subquery(newest[place : place + 1]))
    return Entry.objects.live().filter(wanted).newest_first()
