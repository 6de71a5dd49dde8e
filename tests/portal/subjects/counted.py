"""The counts as they should be: every live edition looked at, one by one."""

from collections import Counter

from news.models import Article, Stream
from portal.listing import first_entries
from portal.publishing import clock
from portal.publishing.intervals import live_at
from portal.publishing.models import Entry
from portal.subjects.facets import count_within
from portal.subjects.lists import rows_about
from portal.subjects.models import Subject

KIND = "news.article"
LANGUAGES = ("en", "ru")


def facets_of_live_editions(at) -> list[tuple[str, set[str]]]:
    live = Article.objects.filter(live_at(at)).select_related("stream").prefetch_related("subjects")
    return [
        (edition.language, {edition.section, *(str(s.pk) for s in edition.subjects.all())})
        for edition in live
    ]


def assert_counts_are_right(at=None) -> None:
    """Of everything, of each stream and of each subject, in two languages."""
    at = at or clock.now()
    live = facets_of_live_editions(at)
    subjects = {str(subject.pk): subject for subject in Subject.objects.all()}
    sections = [stream.section for stream in Stream.objects.all()]
    for base in ("", *sections, *subjects):
        own = [(code, facets) for code, facets in live if not base or base in facets]
        for language in LANGUAGES:
            counts = count_within(base, KIND, language, at=at)
            expected: Counter = Counter()
            for code, facets in own:
                expected.update(facets - ({base} & subjects.keys()) if code == language else ())
            facets = {facet: number for facet, number in counts.facets.items() if number}
            assert facets == expected, (base, language, at)
            assert counts.total == sum(code == language for code, _facets in own)
        if base in subjects:
            assert counts.languages == {code for code, _facets in own}


def assert_lists_are_as_long_as_counted(at) -> None:
    subjects = {str(subject.pk): subject for subject in Subject.objects.all()}
    with clock.moment(at):
        for base in ("", "news/first", *subjects):
            listed = len(first_entries(rows_of(base, subjects).newest_first(), 999))
            assert count_within(base, KIND, "en").total == listed, (base, at)


def rows_of(base: str, subjects: dict):
    if base in subjects:
        return rows_about([subjects[base]], KIND, "en")
    entries = Entry.objects.live().for_language("en").for_kind(KIND)
    return entries.in_section(base) if base else entries
