"""What stands around an article: its languages, its neighbours, what is related."""

from news.archive import archive_calendar, around_month
from news.models import Article
from portal.publishing import clock
from portal.publishing.models import Entry

RELATED = 3


def reading_context(article: Article, entries) -> dict:
    """The context of the article's page. `entries` are all that a reader may see besides."""
    published_at = article.first_published_at or clock.current().at
    day = clock.local_date(published_at)
    others = entries.in_section(article.section).exclude(document=article.document_id)
    place = (published_at, article.document.number or 0)
    older = others.older_than(*place).newest_first()
    newer = others.newer_than(*place).oldest_first()
    near = list(Entry.objects.first_of(older, newer, *around_month(entries, day)))
    beside = [entry for entry in near if entry.section == article.section]
    translations = Entry.objects.live().filter(document=article.document_id)
    return {
        "article": article,
        "published_at": published_at,
        "pictures": article.pictures.select_related("picture"),
        "alternates": [(entry.language, entry.get_absolute_url()) for entry in translations],
        "calendar": archive_calendar(entries, day, is_day=True, near=near),
        "previous": max((e for e in beside if position(e) < place), key=position, default=None),
        "next": min((e for e in beside if position(e) > place), key=position, default=None),
        "related": others.newest_first()[:RELATED],
    }


def position(entry: Entry) -> tuple:
    """Its place in a list of the oldest first."""
    return (entry.first_published_at, entry.number)
