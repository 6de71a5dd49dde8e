"""What contents are about: topics, people and regions, in one table of labels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.publishing.intervals import Interval
from portal.publishing.models import Entry, Label


class SubjectKind(models.TextChoices):
    TOPIC = "topic", _("topic")
    PERSON = "person", _("person")
    REGION = "region", _("region")


class Subject(Label):
    """A topic, a person or a region. One table, so that a text reads all of its own at once."""

    kind = models.CharField(_("kind"), max_length=10, choices=SubjectKind, editable=False)
    slug = models.CharField(
        _("word in the address"),
        max_length=50,
        help_text=_("Small Latin letters, digits and hyphens; it cannot be changed later."),
    )

    class Meta(Label.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="subjects_subject_slug")
        ]


class OfKind(models.Manager):
    def __init__(self, kind: SubjectKind):
        super().__init__()
        self.kind = kind

    def get_queryset(self):
        return super().get_queryset().filter(kind=self.kind)


class Topic(Subject):
    objects = OfKind(SubjectKind.TOPIC)

    class Meta(Label.Meta):
        proxy = True
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Person(Subject):
    objects = OfKind(SubjectKind.PERSON)

    class Meta(Label.Meta):
        proxy = True
        verbose_name = _("person")
        verbose_name_plural = _("people")


class Region(Subject):
    objects = OfKind(SubjectKind.REGION)

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
        verbose_name=_("person"),
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
                condition=models.Q(until_on=None) | models.Q(until_on__gte=models.F("from_on")),
                name="subjects_office_ends_after_start",
                violation_error_message=_("The last day comes before the first."),
            )
        ]

    def __str__(self):
        return next(iter(self.titles.values()), str(self.from_on))


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
