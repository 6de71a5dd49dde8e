"""Campaigns: streams that open, end and become an archive by themselves, to the second."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from news.models import Stream
from portal.listing import cards
from portal.publishing import clock
from portal.publishing.models import Entry


@dataclass(frozen=True)
class Banner:
    """A campaign that is open, and the entry of its landing article while that is public."""

    stream: Stream
    landing: Entry | None


def in_navigation(streams: Iterable[Stream]) -> list[Stream]:
    at = clock.current().at
    return [stream for stream in streams if not stream.is_over(at)]


def past(streams: Iterable[Stream]) -> list[Stream]:
    """The newest first."""
    at = clock.current().at
    over = [stream for stream in streams if stream.is_over(at)]
    return sorted(over, key=lambda stream: stream.ends_at, reverse=True)


def banners(streams: Iterable[Stream], language: str) -> list[Banner]:
    """Of the campaigns that are open now; at most one query."""
    at = clock.current().at
    opened = [s for s in streams if s.is_campaign and s.is_known(at) and not s.is_over(at)]
    found = landings(opened, language)
    return [Banner(stream, found.get(stream.landing_id)) for stream in opened]


def shown_by_banners(at: datetime):
    """The landing articles of the campaigns that are open at a moment, as a query."""
    opened = Stream.objects.filter(opens_at__lte=at, ends_at__gt=at, landing__isnull=False)
    return opened.order_by().values("landing")


def landings(streams: Iterable[Stream], language: str) -> dict[int, Entry]:
    """The cards of landing articles that are public, by document."""
    wanted = {stream.landing_id for stream in streams} - {None}
    if not wanted:
        return {}
    public = Entry.objects.live().for_language(language).filter(document__in=wanted)
    return {entry.document_id: entry for entry in cards(public, len(wanted))}
