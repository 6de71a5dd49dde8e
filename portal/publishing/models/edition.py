"""The edition: a full row of real columns, abstract here, concrete in each content type."""

from typing import ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.publishing import clock, scopes
from portal.publishing.constraints import NoOverlap
from portal.publishing.errors import NotADraft, StaleSave
from portal.publishing.folding import FoldedField
from portal.publishing.hashing import content_hash
from portal.publishing.models.content import Content
from portal.publishing.models.document import Authorship, Document, Timeline, lock_documents
from portal.publishing.models.part import Part
from portal.publishing.models.state import EditionQuerySet, State
from portal.publishing.slugs import slug_for

# Not content, and written with every save of a draft.
SAVED_ALONG = ("version", "changed_at", "changed_by", "folded_title")


class Edition(Content, models.Model):
    """One text (or one set of facts) that goes through the workflow as a whole.

    Live, scheduled, superseded and withdrawn are words for an approved edition at a moment:
    see `portal.publishing.words`. A concrete type inherits `Edition.Meta` and says of
    itself what `Content` asks.
    """

    timeline = models.ForeignKey(Timeline, models.PROTECT, related_name="+", editable=False)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", editable=False)
    language = languages.LanguageField(_("language"), max_length=10)
    number = models.PositiveIntegerField(_("edition"), editable=False)
    based_on = models.PositiveIntegerField(null=True, editable=False)

    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    live_from = models.DateTimeField(null=True, editable=False)
    live_until = models.DateTimeField(null=True, editable=False)
    first_published_at = models.DateTimeField(null=True, editable=False)
    is_head = models.BooleanField(default=True, editable=False)

    # Counts the saves of a draft; a save that starts from an older count is refused.
    version = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("changed by"),
    )

    title = models.CharField(_("title"), max_length=200, blank=True)
    folded_title = FoldedField(source="title")
    slug = models.SlugField(
        _("words in the address"),
        max_length=80,
        blank=True,
        db_index=False,
        help_text=_("Made from the title when left empty."),
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences, shown in lists as well.")
    )

    is_major = models.BooleanField(
        _("major change"),
        default=False,
        help_text=_("Readers see the note below, with its date, in the history of the text."),
    )
    change_note = models.TextField(
        _("what has changed, for readers"),
        blank=True,
        help_text=_("One or two sentences. A slip of the pen needs none."),
    )

    objects = EditionQuerySet.as_manager()

    # To be stored with an edition that is not stored itself yet: `with_parts()`, `with_labels()`.
    new_parts: tuple[Part, ...] = ()
    new_labels: ClassVar[dict[str, list]] = {}
    # Of the content, what says something of one edition alone and is not copied into the next.
    OF_ONE_EDITION: ClassVar[frozenset[str]] = frozenset({"is_major", "change_note"})
    # What only a text with a page of its own has: words in its address, notes for its readers.
    OF_A_PAGE: ClassVar[frozenset[str]] = frozenset({"slug", "is_major", "change_note"})
    # Set by the door on reading and writing; nothing else assigns these.
    WORKFLOW: ClassVar[frozenset[str]] = frozenset(
        {
            *("timeline", "document", "language", "number", "based_on", "state"),
            *("live_from", "live_until", "first_published_at", "is_head"),
            *SAVED_ALONG,
        }
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["timeline", "number"], name="%(app_label)s_%(class)s_number"
            ),
            models.UniqueConstraint(
                fields=["timeline"],
                condition=Q(state="draft") | Q(state="in_review"),
                name="%(app_label)s_%(class)s_one_open",
            ),
            models.UniqueConstraint(
                fields=["timeline"],
                condition=Q(live_from__isnull=False, live_until__isnull=True),
                name="%(app_label)s_%(class)s_one_endless",
            ),
            models.UniqueConstraint(
                fields=["timeline"],
                condition=Q(is_head=True),
                name="%(app_label)s_%(class)s_one_head",
            ),
            models.CheckConstraint(
                condition=Q(state="approved", live_from__isnull=False)
                | (~Q(state="approved") & Q(live_from__isnull=True)),
                name="%(app_label)s_%(class)s_approved_has_start",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True)
                | Q(live_from__isnull=False, live_until__gt=F("live_from")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
            models.CheckConstraint(
                # "is not null" is said aloud: a CHECK passes when a comparison is unknown.
                condition=Q(live_from__isnull=True, first_published_at__isnull=True)
                | Q(
                    live_from__isnull=False,
                    first_published_at__isnull=False,
                    first_published_at__lte=F("live_from"),
                ),
                name="%(app_label)s_%(class)s_first_before_start",
            ),
            NoOverlap(name="%(app_label)s_%(class)s_no_overlap"),
        ]
        indexes = [
            models.Index(
                fields=["-changed_at", "-id"],
                condition=Q(is_head=True),
                name="%(app_label)s_%(class)s_heads",
            ),
            # What the filters of the desk's list narrow by is read in the list's own order.
            models.Index(
                fields=["state", "-changed_at", "-id"],
                condition=Q(is_head=True),
                name="%(app_label)s_%(class)s_states",
            ),
            models.Index(
                fields=["changed_by", "-changed_at", "-id"],
                condition=Q(is_head=True),
                name="%(app_label)s_%(class)s_people",
            ),
            models.Index(
                fields=["language", "-changed_at", "-id"],
                condition=Q(is_head=True),
                name="%(app_label)s_%(class)s_tongues",
            ),
            models.Index(
                fields=["language", "state", "-changed_at"],
                condition=Q(live_from__isnull=True),
                name="%(app_label)s_%(class)s_desk",
            ),
            models.Index(
                fields=["live_from"],
                condition=Q(live_from__isnull=False),
                name="%(app_label)s_%(class)s_starts",
            ),
        ]

    def __str__(self):
        return self.title or str(_("untitled"))

    def get_absolute_url(self) -> str:
        return languages.localise(self.language, self.path)

    @property
    def content_hash(self) -> str:
        """What an approver approves: the fields, parts and labels as stored."""
        return content_hash(self)

    @property
    def numbered_path_part(self) -> str:
        slug = f"{self.slug}/" if self.slug else ""
        return f"{self.document.number or 0:06d}/{slug}"

    @classmethod
    def from_db(cls, db, field_names, values):
        edition = super().from_db(db, field_names, values)
        scopes.reads_document(edition)
        return edition

    @classmethod
    def content_fields(cls) -> list[models.Field]:
        left_out = cls.WORKFLOW if cls.declaration.has_page else cls.WORKFLOW | cls.OF_A_PAGE
        return [
            field
            for field in cls._meta.concrete_fields
            if not field.primary_key and field.name not in left_out
        ]

    @classmethod
    def part_relations(cls) -> list:
        """The reverse relations to the types of its parts."""
        return [r for r in cls._meta.related_objects if issubclass(r.related_model, Part)]

    def normalise(self) -> None:
        """Give a new edition the content that storing it would: the door judges what readers get,
        and a text is cleaned once.
        """
        for field in self.content_fields():
            field.pre_save(self, add=True)

    def with_parts(self, *parts: "Part") -> "Edition":
        """This edition, not stored yet, with the parts that the door is to store along."""
        self.new_parts = parts
        return self

    def with_labels(self, **labels: list) -> "Edition":
        """This edition, not stored yet, with rows for its many-to-many fields, by field name."""
        self.new_labels = self.new_labels | labels
        return self

    def lock_draft(self) -> None:
        """Hold this edition's document until the transaction ends, and make sure that the
        edition is still the draft that was read.

        Raises NotADraft or StaleSave, with a sentence for the editor.
        """
        lock_documents([self.document_id])
        stored = type(self).objects.values_list("state", "version").get(pk=self.pk)
        if stored[0] != State.DRAFT:
            raise NotADraft(self, State(stored[0]))
        if stored[1] != self.version:
            raise StaleSave(self)

    def save(self, *args, **kwargs):
        """Store a draft's content. Workflow columns are left alone: those are the door's."""
        if self._state.adding:
            raise TypeError('An edition is begun by take("start", ...), not by save().')
        self.slug = slug_for(self.title, self.language, self.slug)
        with transaction.atomic():
            self.lock_draft()
            self.version += 1
            self.changed_at = clock.now()
            written = [field.name for field in self.content_fields()]
            super().save(update_fields=[*written, *SAVED_ALONG])
            Authorship.objects.get_or_create(
                timeline_id=self.timeline_id, number=self.number, person_id=self.changed_by_id
            )

    def delete(self, *args, **kwargs):
        raise TypeError("Editions are never deleted; a draft can be discarded.")
