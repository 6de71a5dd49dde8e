"""The context of an article's page, put together from its topics."""

from news.archive import archive_calendar
from news.models import Article, Layout
from news.reading.around import surroundings
from news.reading.files import attachments_of, video_of
from news.reading.photos import photos_of
from news.reading.subjects import mentions_of, subjects_on
from portal.publishing import clock
from portal.publishing.changes import major_changes, publication_of
from portal.publishing.models import Ending
from portal.richtext import cover_and_rest


def reading_context(article: Article, withdrawal: Ending | None = None) -> dict:
    """At most six queries: pictures, files, subjects, what stands around, the days of the month,
    and the changes if there may be any.

    Of a withdrawn article that is read under a notice the pictures and files are gone.
    """
    published_at = publication_of(article)
    day = clock.local_date(published_at)
    pictures = [] if withdrawal else article.pictures_to_show()
    files = [] if withdrawal else article.files_to_offer()
    subjects = subjects_on(article, day)
    around = surroundings(article, published_at, subjects)
    changes = major_changes(article, published_at)
    cover, below = told_apart(article, pictures)
    return {
        "article": article,
        "withdrawal": withdrawal,
        "published_at": published_at,
        "updated_at": changes[0].at if changes else None,
        "changes": changes,
        "pictures": pictures,
        "cover": cover,
        "below": below,
        "image": next(iter(pictures), None),
        "photos": photos_of(article, pictures),
        "video": video_of(article, files),
        "attachments": attachments_of(files),
        "mentions": mentions_of(article, subjects),
        "calendar": archive_calendar(article.language, day, is_day=True),
        "linked": around.linked,
        "alternates": around.alternates,
        "previous": around.previous,
        "next": around.following,
        "related": around.related,
    }


def told_apart(article: Article, pictures: list) -> tuple:
    """The cover and those for below the text: a photo report shows them in its own way."""
    if article.layout == Layout.PHOTO:
        return None, []
    return cover_and_rest(article.body, pictures)
