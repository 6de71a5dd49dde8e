"""The labels that a list offers to narrow it by, and how much is under each."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from news.labels import FACETS, KIND, Labels, counted_as
from news.selection import Selection
from portal.page_cache.remembering import remembered
from portal.publishing import scopes
from portal.subjects.facets import Counts, count_combined, count_within

MOST = 60  # of a facet; the rarer ones have pages of their own, and articles lead to them


class Offer(NamedTuple):
    """A label to narrow the list by. `count` is None where there is too much to count."""

    slug: str
    name: str
    name_lang: str
    count: int | None


@dataclass(frozen=True)
class Offers:
    """`by_facet` has the most frequent first."""

    counts: Counts
    by_facet: dict[str, tuple[Offer, ...]]

    @classmethod
    def of(cls, counts: Counts, language: str) -> "Offers":
        known = Labels(language)
        return cls(counts, {facet: tuple(most_frequent(facet, counts, known)) for facet in FACETS})


def offers_of(selection: Selection) -> Offers:
    """One query; none while those of all news or of a stream are remembered."""
    if len(selection.labels) > 1 or selection.days.query:
        return Offers.of(count_combined(selection.listed.rows), selection.language)
    base = next(map(counted_as, selection.labels.values()), "")
    if base.isdecimal():
        return Offers.of(count_within(base, KIND, selection.language), selection.language)
    return offers_within(base, selection.language)


@remembered
def offers_within(section: str, language: str) -> Offers:
    """Of everything (""), or of a section."""
    scopes.reads(scopes.listing(KIND, language))
    return Offers.of(count_within(section, KIND, language), language)


def most_frequent(facet: str, counts: Counts, known: Labels) -> Iterator[Offer]:
    there = [
        (count, label) for label in known.offered(facet) if (count := counts.facets.get(label.key))
    ]
    for count, label in nlargest(MOST, there, key=itemgetter(0)):
        number = None if counts.is_capped else count
        yield Offer(label.slug, label.name, label.name_lang, number)
