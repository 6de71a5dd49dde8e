"""The identity of a content, and its time line in each language."""

import secrets
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Desk
from portal.publishing import clock

FIRST_NUMBER = 100_000


class Document(models.Model):
    """What all editions in all languages are editions of.

    The number is public, part of the address, and given at the first approval.
    """

    kind = models.CharField(_("kind"), max_length=50, editable=False)
    number = models.PositiveBigIntegerField(_("number"), unique=True, null=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="owned_documents",
        verbose_name=_("owner"),
    )
    desk = models.ForeignKey(
        Desk, models.PROTECT, null=True, related_name="documents", verbose_name=_("desk")
    )
    # Where an imported document came from; what makes an import repeatable.
    origin = models.CharField(max_length=200, unique=True, null=True, editable=False)  # noqa: DJ001
    created_at = models.DateTimeField(default=clock.now, editable=False)
    # The chain of audit rows ends here, so that a cut tail shows.
    audit_count = models.PositiveIntegerField(default=0, editable=False)
    audit_head = models.CharField(max_length=64, default="", editable=False)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return f"{self.kind} {self.number or '–'}"


def lock_documents(ids: Iterable[int]) -> dict[int, Document]:
    """Lock documents in the order of their keys, so that two doors never wait for each other.

    SQLite ignores it: there the transaction holds the only write lock from its beginning.
    """
    documents = Document.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")
    return {document.pk: document for document in documents}


class Timeline(models.Model):
    """One document in one language; what belongs to no single edition."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="timelines")
    language = models.CharField(max_length=10)
    editions_count = models.PositiveIntegerField(default=0)
    first_published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "language"], name="publishing_timeline_language"
            )
        ]

    def __str__(self):
        return f"{self.document}, {self.language}"


class Answer(models.TextChoices):
    """What the address of a withdrawn content says."""

    GONE = "gone", _("that it is gone")
    NOTICE = "notice", _("the text, under a notice that it was withdrawn")
    REDIRECT = "redirect", _("another document, which takes its place")


class Ending(models.Model):
    """A decision that a timeline ends at a moment: planned while ahead, a withdrawal once past.

    `reason` stays inside; `notice` is read by the public where that is the answer, and `target`
    is where a redirect leads.
    """

    timeline = models.ForeignKey(Timeline, models.PROTECT, related_name="endings")
    at = models.DateTimeField()
    reason = models.TextField()
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.GONE)
    notice = models.TextField(blank=True)
    target = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["at"], name="publishing_ending_at")]

    def __str__(self):
        return f"{self.timeline}, {self.at}"


class Urgency(models.Model):
    """An edition went out before a second person had read it: flagged until somebody confirms.

    Apart from the edition, since an approved row is never written again.
    """

    timeline = models.ForeignKey(Timeline, models.PROTECT, related_name="urgencies")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["timeline", "number"], name="publishing_urgency_edition"
            )
        ]
        indexes = [
            models.Index(
                fields=["timeline"],
                condition=models.Q(confirmed_at=None),
                name="publishing_urgency_flagged",
            )
        ]

    def __str__(self):
        return f"{self.timeline}, {self.number}"


class Numbering(models.Model):
    """The last public number given: one row, locked while numbers are reserved."""

    last = models.PositiveBigIntegerField(default=FIRST_NUMBER - 1)

    def __str__(self):
        return str(self.last)

    @classmethod
    def reserve(cls, count: int) -> list[int]:
        """Fresh numbers in random steps of 1 to 9, so that neither gaps nor order tell what is
        in preparation. Call inside the transaction that uses them.
        """
        row, _created = cls.objects.select_for_update().get_or_create(pk=1)
        numbers = []
        for _i in range(count):
            row.last += 1 + secrets.randbelow(9)
            numbers.append(row.last)
        row.save()
        return numbers


class Authorship(models.Model):
    """Somebody saved this edition since it was started; who did cannot approve it."""

    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="authorships")
    number = models.PositiveIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["timeline", "number", "person"], name="publishing_authorship_once"
            )
        ]

    def __str__(self):
        return f"{self.person}, {self.timeline_id}/{self.number}"
