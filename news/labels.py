"""What the public may know of streams, topics, people and regions at this moment."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404
from django.urls import reverse

from news.models import Stream
from portal.publishing import clock
from portal.subjects.models import Subject, SubjectKind

KIND = "news.article"
STREAM = "stream"
FACETS = (STREAM, *SubjectKind.values)


@dataclass(frozen=True)
class Labels:
    """Those of one language. Each of the two tables is read once, when first asked."""

    language: str

    @cached_property
    def streams(self) -> list[Stream]:
        """All but campaigns that have not opened: those are unknown."""
        at = clock.current().at
        return [stream for stream in Stream.objects.all() if stream.is_known(at)]

    @cached_property
    def subjects(self) -> list[Subject]:
        """Those that something public in this language is about; the others are unknown."""
        return list(Subject.objects.public(KIND, self.language))

    def of(self, facet: str) -> list:
        if facet == STREAM:
            return self.streams
        return [subject for subject in self.subjects if subject.kind == facet]

    def find(self, facet: str, slug: str):
        for label in self.of(facet):
            if label.slug == slug:
                return label
        raise Http404


def facet_of(label) -> str:
    return STREAM if isinstance(label, Stream) else label.kind


def counted_as(label) -> str:
    """The facet's name in portal.subjects.facets."""
    return label.section if isinstance(label, Stream) else str(label.pk)


def label_url(label, view: str = "") -> str:
    """The page of a label, or beside it `view`: "feed", "feed_atom"."""
    if isinstance(label, Stream):
        return reverse("_".join(filter(None, ["news:stream", view])), args=[label.slug])
    name = "_".join(filter(None, ["news:subject", view]))
    return reverse(name, args=[label.kind, label.slug])
