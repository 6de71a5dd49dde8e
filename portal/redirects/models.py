"""Redirects, the batches they came in, and addresses that were asked for in vain."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from portal.publishing import clock
from portal.publishing.models import Document, Entry
from portal.redirects.paths import LONGEST, Old


class Origin(models.TextChoices):
    MOVE = "move", _("a move")
    FILE = "file", _("a file")
    HAND = "hand", _("by hand")


class Batch(models.Model):
    """Redirects made in one step, which one step undoes."""

    origin = models.CharField(_("made by"), max_length=10, choices=Origin)
    title = models.CharField(_("what it was"), max_length=200, blank=True)
    made_at = models.DateTimeField(_("made"), default=clock.now)
    # Null where a move made it and nobody said who moved.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("batch of redirects")
        verbose_name_plural = _("batches of redirects")

    def __str__(self):
        return (
            f"{self.get_origin_display()}: {self.title}"
            if self.title
            else self.get_origin_display()
        )


class AddressQuerySet(models.QuerySet):
    def for_addresses(self, addresses):
        """A list of the rows of exactly these."""
        wanted = set(addresses)
        found = self.filter(path__in={old.path for old in wanted})
        return [row for row in found if row.old in wanted]


class Address(models.Model):
    """An address that no page has, in the form of `paths`."""

    # A code, EVERY or OUTSIDE.
    language = models.CharField(max_length=10, blank=True)
    path = models.CharField(max_length=LONGEST)

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.old)

    @property
    def old(self) -> Old:
        return Old(self.language, self.path)


class RedirectQuerySet(AddressQuerySet):
    def standing(self):
        """Those not undone."""
        return self.filter(undone_at=None)

    def with_people(self):
        return self.select_related("document", "undone_by", "batch__made_by")

    def with_present_path(self, language: str):
        """Each with `present_path`: where its document is live now, in the language it leads to
        or else in this one; None where it is not, and for redirects to an address.
        """
        spoken = models.Case(
            models.When(to_language="", then=models.Value(language)), default=F("to_language")
        )
        live = Entry.objects.live().filter(document=OuterRef("document"))
        chosen = live.filter(language=OuterRef("spoken"))
        return self.annotate(spoken=spoken).annotate(
            present_path=Subquery(chosen.values("path")[:1])
        )


class Redirect(Address):
    """What stood at this address is found elsewhere: wherever a document is live at the moment,
    or at an address that is none of a document. Rows are never deleted, only undone.
    """

    batch = models.ForeignKey(
        Batch, models.PROTECT, related_name="redirects", verbose_name=_("batch")
    )
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="redirects", verbose_name=_("document")
    )
    # The language to lead to; empty: that of the address asked for.
    to_language = models.CharField(max_length=10, blank=True)
    # "/en/news/…" or "https://…", where no document is the target.
    to_address = models.CharField(max_length=1_000, blank=True)
    hits = models.PositiveBigIntegerField(_("hits"), default=0)
    last_hit_at = models.DateTimeField(_("last hit"), null=True)
    undone_at = models.DateTimeField(_("undone"), null=True)
    # Null while it stands, and where a page took the address or a later redirect its place.
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("undone by"),
    )

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [
            models.UniqueConstraint(
                fields=["path", "language"],
                condition=Q(undone_at=None),
                name="redirects_one_for_an_address",
            ),
            models.CheckConstraint(
                condition=Q(document=None) ^ Q(to_address=""), name="redirects_one_target"
            ),
        ]
        indexes = [
            models.Index(fields=["-hits", "-id"], name="redirects_by_hits"),
            models.Index(
                fields=["to_address"],
                condition=Q(undone_at=None) & ~Q(to_address=""),
                name="redirects_to_address",
            ),
        ]

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


class LostPageQuerySet(AddressQuerySet):
    def most_asked_for(self):
        return self.order_by("-hits", "-last_seen_at", "-pk")


class LostPage(Address):
    """Visitors asked for it and there was nothing. Counted by `run_schedule`, and forgotten after
    a while (`counting.forget`).
    """

    hits = models.PositiveBigIntegerField(_("hits"))
    # Of these, the ones that a page of this site had sent there.
    own_hits = models.PositiveBigIntegerField(_("from our own pages"), default=0)
    first_seen_at = models.DateTimeField(_("first"))
    last_seen_at = models.DateTimeField(_("last"))
    is_ignored = models.BooleanField(_("ignored"), default=False)

    objects = LostPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("lost page")
        verbose_name_plural = _("lost pages")
        constraints = [
            models.UniqueConstraint(fields=["path", "language"], name="redirects_lost_once")
        ]
        indexes = [
            models.Index(fields=["-hits", "-last_seen_at", "-id"], name="redirects_lost_by_hits"),
            models.Index(fields=["last_seen_at"], name="redirects_lost_last"),
        ]


class SpoolCounted(models.Model):
    """A file of the spool that was added up: written in the same transaction, so that none is
    counted twice.
    """

    name = models.CharField(max_length=100, unique=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self):
        return self.name
