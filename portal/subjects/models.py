"""What contents are about: topics, people and regions, in one table of labels."""

from datetime import datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.publishing.intervals import Interval
from portal.publishing.models import Entry, Label, ListedQuerySet
from portal.publishing.models.label import in_words


class SubjectKind(models.TextChoices):
    TOPIC = "topic", _("topic")
    PERSON = "person", pgettext_lazy("subject", "person")
    REGION = "region", _("region")


class SubjectQuerySet(models.QuerySet):
    def public(self, kind: str, language: str, at: datetime | None = None):
        """Those that something of this kind, public in this language, is about: now, or at `at`.

        One that only a text to come is about is unknown like one that does not exist.
        """
        rows = EntrySubject.objects.live(at).for_kind(kind).for_language(language)
        return self.filter(Exists(rows.filter(subject=OuterRef("pk"))))


class Subject(Label):
    """A topic, a person or a region. One table, so that a text reads all of its own at once."""

    kind = models.CharField(_("kind"), max_length=10, choices=SubjectKind, editable=False)
    slug = models.CharField(
        _("word in the address"),
        max_length=50,
        help_text=_("Small Latin letters, digits and hyphens; it cannot be changed later."),
    )

    objects = SubjectQuerySet.as_manager()

    # What a proxy makes of the rows that it stores.
    OF_KIND: ClassVar[str] = ""

    class Meta(Label.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="subjects_subject_slug")
        ]

    def clean(self):
        super().clean()
        same = Subject.objects.filter(kind=self.kind or self.OF_KIND, slug=self.slug)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"slug": _("There is one with this word. Choose another.")})

    def save(self, *args, **kwargs):
        self.kind = self.kind or self.OF_KIND
        super().save(*args, **kwargs)


class OfKind(models.Manager.from_queryset(SubjectQuerySet)):
    def __init__(self, kind: SubjectKind):
        super().__init__()
        self.kind = kind

    def get_queryset(self):
        return super().get_queryset().filter(kind=self.kind)


class Topic(Subject):
    OF_KIND = SubjectKind.TOPIC
    objects = OfKind(OF_KIND)

    class Meta(Label.Meta):
        proxy = True
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Person(Subject):
    OF_KIND = SubjectKind.PERSON
    objects = OfKind(OF_KIND)

    class Meta(Label.Meta):
        proxy = True
        verbose_name = pgettext_lazy("subject", "person")
        verbose_name_plural = _("people")


class Region(Subject):
    OF_KIND = SubjectKind.REGION
    objects = OfKind(OF_KIND)

    class Meta(Label.Meta):
        proxy = True
        verbose_name = _("region")
        verbose_name_plural = _("regions")


class Office(models.Model):
    """What a person was, from a day to a day (the last included; none: to this day)."""

    person = models.ForeignKey(
        Subject,
        models.CASCADE,
        related_name="offices",
        limit_choices_to={"kind": SubjectKind.PERSON},
        verbose_name=pgettext_lazy("subject", "person"),
    )
    titles = models.JSONField(_("titles"), default=dict)  # by language
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="subjects_office_ends_after_start",
                violation_error_message=_("The last day comes before the first."),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        return in_words(self.titles)[1] or str(self.from_on)

    @property
    def title_lang(self) -> str:
        """What `lang` says of the title; "" where it is in the language of the page."""
        return in_words(self.titles)[0]


class EntrySubjectQuerySet(ListedQuerySet):
    def also_about(self, subject: Subject | int):
        """Those whose entry is about that subject as well."""
        beside = EntrySubject.objects.filter(entry=OuterRef("entry"), subject=subject)
        return self.filter(Exists(beside))


class EntrySubject(Interval):
    """This entry is about that subject. Derived; it carries the entry's dates and place in lists,
    so that a list by subject is read from one index.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="subjects")
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=50)
    language = models.CharField(max_length=10)
    section = models.CharField(max_length=200)
    number = models.PositiveBigIntegerField()

    objects = EntrySubjectQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "subject"], name="subjects_entry_once")
        ]
        indexes = [
            models.Index(
                fields=[
                    *("subject", "language", "-first_published_at", "-number"),
                    *("live_from", "live_until"),
                ],
                name="subjects_entry_list",
            ),
            models.Index(fields=["live_from"], name="subjects_entry_starts"),
            models.Index(fields=["live_until"], name="subjects_entry_ends"),
        ]

    def __str__(self):
        return f"{self.entry_id} → {self.subject_id}"


class Settlement(models.Model):
    """Up to when the kept numbers count: one row, locked by whoever writes what they count.

    Never settled, nothing is kept and everything is counted.
    """

    settled_at = models.DateTimeField(null=True)

    def __str__(self):
        return str(self.settled_at)


class Tally(models.Model):
    """How many entries of a kind and a language were public at the settlement, within `base` and
    of `facet`. Each of the two is the path of a section or the id of a subject; `base` is "" for
    everything. Derived.
    """

    kind = models.CharField(max_length=50)
    language = models.CharField(max_length=10)
    base = models.CharField(max_length=200, blank=True)
    facet = models.CharField(max_length=200)
    count = models.IntegerField()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "base", "language", "facet"], name="subjects_tally_once"
            )
        ]

    def __str__(self):
        return f"{self.base or '–'} / {self.facet}: {self.count}"
