"""The tables that an article's rows go into, each with the columns that are told."""

from news.models import Article, ArticleFile, ArticlePicture
from portal.media.models import FileUse, Use
from portal.publishing.models import (
    Audit,
    Authorship,
    Document,
    Ending,
    Entry,
    Reference,
    Timeline,
)
from portal.subjects.models import EntrySubject
from tests.bench.archive.loading import Table

INTERVAL = ("live_from", "live_until", "first_published_at")
OF_PICTURE = ("position", "picture_id", "alt", "caption", "credit")
OF_AUDIT = (
    *("document_id", "sequence", "at", "verb", "person_id", "person_name", "language"),
    *("edition_number", "note", "details", "content_hash", "previous_hash"),
)


class Tables:
    def __init__(self):
        self.documents = Table(
            Document,
            *("kind", "number", "owner_id", "desk_id", "origin", "created_at"),
            *("audit_count", "audit_head"),
        )
        self.timelines = Table(
            Timeline, "document_id", "language", "editions_count", "first_published_at"
        )
        self.articles = Table(
            Article,
            *("timeline_id", "document_id", "language", "number", "based_on", "state", *INTERVAL),
            *("is_head", "changed_at", "changed_by_id", "title", "folded_title", "slug", "lead"),
            *("layout", "stream_id", "body", "source_name", "remote_video"),
        )
        self.pictures = Table(ArticlePicture, "edition_id", "key", *OF_PICTURE)
        self.files = Table(ArticleFile, "edition_id", "key", "position", "file_id", "title")
        self.subjects = Table(Article.subjects.through, "article_id", "subject_id")
        self.related = Table(Article.related.through, "article_id", "document_id")
        self.authors = Table(Authorship, "timeline_id", "number", "person_id")
        self.endings = Table(Ending, "timeline_id", "at", "reason", "answer", "notice", "target_id")
        self.entries = Table(
            Entry,
            *("document_id", "timeline_id", "edition_number", "number", "kind", "language"),
            *("section", "title", "lead", "path", "photo_count", "has_video", *INTERVAL),
        )
        self.references = Table(Reference, "entry_id", "document_id")
        self.entry_subjects = Table(
            EntrySubject,
            *("entry_id", "subject_id", "kind", "language", "section", "number", *INTERVAL),
        )
        self.uses = Table(Use, "entry_id", *OF_PICTURE)
        self.file_uses = Table(FileUse, "entry_id", "file_id")
        self.audit = Table(Audit, *OF_AUDIT, "hash")

    def all(self) -> list[Table]:
        return list(vars(self).values())
