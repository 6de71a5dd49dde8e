"""What the public may know of streams, topics, people and regions at this moment."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import BigIntegerField, CharField, DateTimeField
from django.http import Http404
from django.urls import reverse
from django.utils import translation

from news.models import Stream
from portal.page_cache.remembering import remembered
from portal.prepared import prepared
from portal.publishing import clock
from portal.publishing.models import Label
from portal.subjects.models import Subject, SubjectKind

KIND = "news.article"
STREAM = "stream"
FACETS = (STREAM, *SubjectKind.values)


class Named(NamedTuple):
    """A label as pages in a language name it. `key` is what it is counted as; `name_lang` is what
    `lang` says of the name, "" where that is in the language of the page.
    """

    key: str
    slug: str
    name: str
    name_lang: str

    @classmethod
    def of(cls, label: Label) -> "Named":
        return cls(counted_as(label), label.slug, label.name, label.name_lang)


@remembered
def all_streams() -> tuple[Stream, ...]:
    return tuple(Stream.objects.all())


@remembered
def all_subjects() -> dict[tuple[str, str], Subject]:
    """By kind and word, in their order."""
    return {(subject.kind, subject.slug): subject for subject in Subject.objects.all()}


@remembered
def named_subjects(language: str) -> dict[str, tuple[Named, ...]]:
    """By kind, in their order."""
    found = defaultdict(list)
    with translation.override(language):
        for subject in all_subjects().values():
            found[subject.kind].append(Named.of(subject))
    return {kind: tuple(named) for kind, named in found.items()}


@dataclass(frozen=True)
class Labels:
    """Those of one language, as the public may know them at the current moment. Each table is read
    once at most.
    """

    language: str

    @cached_property
    def streams(self) -> list[Stream]:
        """All but campaigns that have not opened: those are unknown."""
        at = clock.current().at
        return [stream for stream in all_streams() if stream.is_known(at)]

    @cached_property
    def subjects(self) -> dict[str, tuple[Named, ...]]:
        return named_subjects(self.language)

    def stream(self, slug: str) -> Stream:
        """Raises Http404 for one that is unknown."""
        for stream in self.streams:
            if stream.slug == slug:
                return stream
        raise Http404

    def find(self, wanted: Mapping[str, str]) -> dict[str, Label]:
        """The labels of these words, by facet. Raises Http404 for one that is unknown, as a subject
        is that nothing public in this language is about.
        """
        found = {facet: self.stream(slug) for facet, slug in wanted.items() if facet == STREAM}
        subjects = {f: all_subjects().get((f, wanted[f])) for f in wanted if f != STREAM}
        # Asked of words that nobody knows as well, so that no clock tells the two apart.
        keys = tuple(subject.pk if subject else 0 for subject in subjects.values())
        if keys:
            public = public_subjects(at=clock.current().at, language=self.language, keys=keys)
            if len(public) < len(keys):
                raise Http404
        return {facet: (found | subjects)[facet] for facet in wanted}

    def offered(self, facet: str) -> Sequence[Named]:
        """In their order. What nothing public is about counts nothing."""
        if facet == STREAM:
            return [Named.of(stream) for stream in self.streams]
        return self.subjects.get(facet, ())


@prepared(at=DateTimeField(), language=CharField(), keys=BigIntegerField())
def public_subjects(*, at, language, keys):
    found = Subject.objects.filter(pk__in=keys).public(KIND, language, at)
    return found.order_by().values_list("pk")


def facet_of(label) -> str:
    return STREAM if isinstance(label, Stream) else label.kind


def counted_as(label) -> str:
    """The facet's name in portal.subjects.facets."""
    return label.section if isinstance(label, Stream) else str(label.pk)


def label_url(label, view: str = "") -> str:
    """The page of a label, or beside it `view`: "feed", "feed_atom"."""
    return facet_url(facet_of(label), label.slug, view)


def facet_url(facet: str, slug: str, view: str = "") -> str:
    """The same of the label that has this word in the facet."""
    if facet == STREAM:
        return reverse("_".join(filter(None, ["news:stream", view])), args=[slug])
    return reverse("_".join(filter(None, ["news:subject", view])), args=[facet, slug])
