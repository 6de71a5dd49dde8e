"""The public index: what lists, feeds and links read instead of the editions themselves."""

from datetime import datetime

from django.apps import apps
from django.db import models
from django.db.models import Q, Value

from portal import languages
from portal.publishing import scopes
from portal.publishing.declaration import Declaration
from portal.publishing.intervals import Interval, IntervalQuerySet
from portal.publishing.models.document import Document, Timeline
from portal.publishing.models.edition import Edition


def kinds_without_page() -> list[str]:
    models = apps.get_models()
    types = [model for model in models if issubclass(model, Edition)]
    return [model._meta.label_lower for model in types if not model.declaration.has_page]


class ListedQuerySet(IntervalQuerySet):
    """Rows with a place in lists: of entries, or of what is derived from them and carries it."""

    def for_language(self, language: str):
        return self.filter(language=language)

    def for_kind(self, kind: str):
        return self.filter(kind=kind)

    def in_section(self, section: str):
        return self.filter(section=section)

    def published_in(self, bounds: tuple[datetime | None, datetime | None]):
        """Those first published in the half-open range of instants; None leaves an end open."""
        start, end = bounds
        found = self if start is None else self.filter(first_published_at__gte=start)
        return found if end is None else found.filter(first_published_at__lt=end)

    def begun_in(self, bounds: tuple[datetime, datetime]):
        """Those whose text went public in the half-open range of instants."""
        start, end = bounds
        return self.filter(live_from__gte=start, live_from__lt=end)

    def newest_first(self):
        return self.order_by("-first_published_at", "-number")

    def oldest_first(self):
        return self.order_by("first_published_at", "number")

    def older_than(self, first_published_at: datetime, number: int):
        """Those that follow the given place in a list of the newest first."""
        return self.filter(
            Q(first_published_at__lt=first_published_at) | Q(number__lt=number),
            first_published_at__lte=first_published_at,
        )

    def newer_than(self, first_published_at: datetime, number: int):
        return self.filter(
            Q(first_published_at__gt=first_published_at) | Q(number__gt=number),
            first_published_at__gte=first_published_at,
        )


class EntryQuerySet(ListedQuerySet):
    def with_pages(self):
        """Those that have a page of their own, which lists and links can lead to."""
        return self.exclude(kind__in=kinds_without_page())

    def first_of(self, *querysets):
        """The first row of each of these, in one query and no order."""
        firsts = (Q(pk=models.Subquery(found.values("pk")[:1])) for found in querysets)
        return self.filter(Q(*firsts, _connector=Q.OR))

    def told_apart(self, *lists):
        """Several short lists of entries as one query: pairs of a name, by which its rows are
        `found_as`, and a queryset. They come in no order.

        A union, and not one condition with OR, because each is read by an index of its own.
        """
        rows = [
            # An inner query, for SQLite takes no LIMIT in a member of a union.
            (self.filter(pk__in=found.values("pk")) if found.query.is_sliced else found)
            .order_by()
            .annotate(found_as=Value(name))
            for name, found in lists
        ]
        return self.none().union(*rows, all=True)


class Entry(Interval):
    """One row for each approved edition: what a card shows, and when it may be shown.

    Derived: written by the door in the same transaction, rebuilt by `rebuild_entries`.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="entries")
    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="entries")
    edition_number = models.PositiveIntegerField()
    number = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=50)
    language = languages.LanguageField(max_length=10)
    section = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    lead = models.TextField()
    path = models.CharField(max_length=300)
    # What a card says of what awaits the reader: "12 photos", "Video".
    photo_count = models.PositiveSmallIntegerField(default=0)
    has_video = models.BooleanField(default=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["timeline", "edition_number"], name="publishing_entry_edition"
            )
        ]
        indexes = [
            models.Index(
                fields=["language", "-first_published_at", "-number", "live_from", "live_until"],
                name="publishing_entry_list",
            ),
            models.Index(
                fields=[
                    "kind",
                    "language",
                    "-first_published_at",
                    "-number",
                    "live_from",
                    "live_until",
                ],
                name="publishing_entry_kind",
            ),
            models.Index(
                fields=[
                    "section",
                    "language",
                    "-first_published_at",
                    "-number",
                    "live_from",
                    "live_until",
                ],
                name="publishing_entry_section",
            ),
            models.Index(fields=["number", "language"], name="publishing_entry_number"),
            models.Index(fields=["live_from"], name="publishing_entry_starts"),
            models.Index(fields=["live_until"], name="publishing_entry_ends"),
        ]

    def __str__(self):
        return self.title

    @classmethod
    def from_db(cls, db, field_names, values):
        entry = super().from_db(db, field_names, values)
        scopes.reads_document(entry)
        return entry

    @property
    def declaration(self) -> Declaration:
        """Of the type of its edition, so that rights are asked of an entry as well."""
        return apps.get_model(self.kind).declaration

    def get_absolute_url(self) -> str:
        return languages.localise(self.language, self.path)


class Reference(models.Model):
    """This entry's text points at that document. Derived, like the entry."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="references")
    document = models.ForeignKey(Document, models.CASCADE, related_name="referenced_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "document"], name="publishing_reference_once")
        ]

    def __str__(self):
        return f"{self.entry_id} → {self.document_id}"
