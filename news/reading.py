"""What stands around an article: its languages, its neighbours, what is related."""

from datetime import datetime

from news.archive import archive_calendar, around_month
from news.models import Article
from portal import languages
from portal.publishing import clock
from portal.publishing.models import Entry
from portal.richtext import not_placed

RELATED = 3


def reading_context(article: Article, entries) -> dict:
    """The context of the article's page. `entries` are all that a reader may see besides."""
    published_at = publication_of(article)
    day = clock.local_date(published_at)
    others = entries.in_section(article.section).exclude(document=article.document_id)
    place = (published_at, article.document.number or 0)
    older = others.older_than(*place).newest_first()
    newer = others.newer_than(*place).oldest_first()
    near = list(Entry.objects.first_of(older, newer, *around_month(entries, day)))
    beside = [entry for entry in near if entry.section == article.section]
    previous = max((e for e in beside if position(e) < place), key=position, default=None)
    following = min((e for e in beside if position(e) > place), key=position, default=None)
    newest = others.newest_first()[: RELATED + 2]
    related = [entry for entry in newest if entry not in (previous, following)]
    pictures = list(article.pictures.select_related("picture"))
    around = not_placed(article.body, pictures)
    return {
        "article": article,
        "published_at": published_at,
        "pictures": pictures,
        # Shown on top and below the text; those that the text places are shown there.
        "cover": next((part for part in around if part == pictures[0]), None),
        "below": [part for part in around if part != pictures[0]],
        "alternates": alternates(article),
        "calendar": archive_calendar(entries, day, is_day=True, near=near),
        "previous": previous,
        "next": following,
        "related": related[:RELATED],
    }


def publication_of(article: Article) -> datetime:
    """Its text's first; a draft in a preview has none, so that of its timeline or the moment."""
    started = article.first_published_at or article.timeline.first_published_at
    return started or clock.current().at


def position(entry: Entry) -> tuple:
    """Its place in a list of the oldest first."""
    return (entry.first_published_at, entry.number)


def alternates(article: Article) -> list[tuple[str, str]]:
    """The languages in which it is public, in the site's order, with its address in each."""
    translations = Entry.objects.live().filter(document=article.document_id)
    addresses = {entry.language: entry.get_absolute_url() for entry in translations}
    return [(code, addresses[code]) for code in languages.CODES if code in addresses]
