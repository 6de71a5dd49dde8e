"""Campaigns: streams that open, end and become an archive by themselves, to the second."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, DateTimeField

from news.labels import Named
from news.models import Stream
from portal.cards import Card
from portal.listing import told_covers, with_covers
from portal.prepared import prepared
from portal.publishing import clock, scopes
from portal.publishing.models import Entry


class Banner(NamedTuple):
    """A campaign that is open, and its landing article while that is public."""

    stream: Named
    landing: Card | None


class Past(NamedTuple):
    """A campaign that is over."""

    stream: Named
    opens_at: datetime
    last_moment: datetime


def in_navigation(streams: Iterable[Stream]) -> list[Stream]:
    at = clock.current().at
    return [stream for stream in streams if not stream.is_over(at)]


def past(streams: Iterable[Stream]) -> list[Past]:
    """The newest first."""
    at = clock.current().at
    over = [stream for stream in streams if stream.is_over(at)]
    over.sort(key=lambda stream: stream.ends_at, reverse=True)
    return [Past(Named.of(stream), stream.opens_at, stream.last_moment) for stream in over]


def banners(streams: Iterable[Stream], language: str) -> list[Banner]:
    """Of the campaigns that are open now; at most one query."""
    at = clock.current().at
    opened = [s for s in streams if s.is_campaign and s.is_known(at) and not s.is_over(at)]
    found = landings(opened, language)
    cards = {document: Card.of(entry) for document, entry in found.items()}
    return [Banner(Named.of(stream), cards.get(stream.landing_id)) for stream in opened]


def shown_by_banners(at: datetime):
    """The landing articles of the campaigns that are open at a moment, as a query."""
    opened = Stream.objects.filter(opens_at__lte=at, ends_at__gt=at, landing__isnull=False)
    return opened.order_by().values("landing")


def landings(streams: Iterable[Stream], language: str) -> dict[int, Entry]:
    """The cards of landing articles that are public, by document."""
    wanted = {stream.landing_id for stream in streams} - {None}
    scopes.reads(*map(scopes.document, wanted))
    if not wanted:
        return {}
    rows = public_cards(tuple(sorted(wanted)), at=clock.current().at, language=language)
    return {entry.document_id: entry for entry in told_covers(rows)}


@prepared(at=DateTimeField(), language=CharField())
def public_cards(documents: tuple[int, ...], *, at, language):
    public = Entry.objects.live(at).for_language(language)
    return with_covers(public.filter(document__in=documents))
