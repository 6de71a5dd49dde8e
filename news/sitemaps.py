"""The lists of news in the site map: those under which something is public."""

from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Concat

from news.labels import KIND
from news.models import Stream
from portal import languages
from portal.publishing import clock, scopes
from portal.publishing.models import Entry
from portal.sitemaps import PlaceSitemap
from portal.subjects.models import EntrySubject, Subject


class ListSitemap(PlaceSitemap):
    """Streams, topics, people and regions in each language; two queries."""

    def items(self):
        scopes.reads(scopes.INDEX)
        entries = Entry.objects.live().for_kind(KIND)
        section = Concat(Value("news/"), OuterRef("slug"))
        streams = in_languages(Stream.objects.all(), entries.filter(section=section))
        at = clock.current().at
        rows = EntrySubject.objects.live().for_kind(KIND)
        subjects = in_languages(Subject.objects.all(), rows.filter(subject=OuterRef("pk")))
        found = [(each, f"news/{each.slug}/") for each in streams if each.is_known(at)]
        found += [(each, f"news/{each.kind}/{each.slug}/") for each in subjects]
        return [
            (code, path)
            for label, path in found
            for code in languages.CODES
            if getattr(label, column(code))
        ]


def in_languages(labels, rows):
    """Labels, each with a column that says whether `rows` has something in a language."""
    return labels.annotate(
        **{column(code): Exists(rows.filter(language=code)) for code in languages.CODES}
    )


def column(code: str) -> str:
    return f"in_{code.replace('-', '_')}"
