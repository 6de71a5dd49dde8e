"""What a page is. How one gets public stands in portal.publishing."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.illustrated import Illustrated
from portal.media.models import FilePart, PicturePart
from portal.pages.ageing import CheckByField
from portal.pages.models.place import Place
from portal.publishing import clock
from portal.publishing.declaration import Declaration
from portal.publishing.models import Edition, Part
from portal.richtext import RichTextField


class Page(Illustrated, Edition):
    """A text at a place of the tree; its address is the same in every language."""

    slug = None  # its words are those of its place

    place = models.ForeignKey(
        Place, models.PROTECT, related_name="editions", verbose_name=_("place in the tree")
    )
    body = RichTextField(_("text"), blank=True)

    declaration = Declaration(required=("title", "lead"), related=("place",))

    class Meta(Edition.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def section(self) -> str:
        return self.place.section

    @classmethod
    def within(cls, path: str) -> models.Q:
        kind, _slash, below = path.partition("/")
        if kind != "pages":
            return models.Q(pk=None)
        if not below:
            return models.Q()
        return models.Q(place__path=below) | models.Q(place__path__startswith=f"{below}/")

    @property
    def path(self) -> str:
        return self.place.address

    def obstacles(self, verb):
        yield from super().obstacles(verb)
        if self.place.document_id not in {None, self.document_id}:
            yield _("Another page stands at “%(path)s”. Choose another word.") % {
                "path": self.place.path
            }
        if verb in self.CHECKED_FOR:
            for fact in self.stated_facts():
                yield from fact.obstacles()

    def stated_facts(self) -> "list[PageFact]":
        return self.new_of(PageFact) if self.pk is None else list(self.facts.all())


class PagePicture(PicturePart):
    """A picture of this page; the first, unless the text places it, stands at the top."""

    edition = models.ForeignKey(Page, models.CASCADE, related_name="pictures")


class PageFile(FilePart):
    """A document to take along."""

    edition = models.ForeignKey(Page, models.CASCADE, related_name="files")


class PageFactQuerySet(models.QuerySet):
    def overdue(self, today: date | None = None):
        """Of the pages that are public now, what should have been checked by today."""
        due = self.filter(check_by__lt=today or clock.today())
        return due.filter(edition__in=Page.objects.live().values("pk"))


class PageFact(Part):
    """A figure or a name that was right on a day, as a source has it."""

    edition = models.ForeignKey(Page, models.CASCADE, related_name="facts")
    label = models.CharField(_("what"), max_length=200, blank=True)
    value = models.CharField(_("value"), max_length=300, blank=True)
    as_of = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("The day on which it was checked.")
    )
    source_name = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    check_every = models.PositiveSmallIntegerField(
        _("to be checked every … months"),
        null=True,
        blank=True,
        help_text=_("Left empty, it does not age."),
    )
    check_by = CheckByField(_("to be checked by"))

    objects = PageFactQuerySet.as_manager()

    class Meta(Part.Meta):
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        indexes = [
            models.Index(
                fields=["check_by"],
                condition=models.Q(check_by__isnull=False),
                name="pages_fact_check_by",
            )
        ]

    def __str__(self):
        return self.label or str(_("fact"))

    def obstacles(self):
        if not self.label or not self.value:
            yield _("A fact lacks its name or its value. Fill in both, or empty the row.")
        if self.as_of is None:
            yield self.about(_("Say on which day the fact “%(fact)s” was checked."))
        elif self.as_of > clock.today():
            yield self.about(_("The fact “%(fact)s” is dated ahead. Give the day of its check."))
        if not self.source_name:
            yield self.about(_("Say where the fact “%(fact)s” comes from: name its source."))

    def about(self, sentence: str) -> str:
        return sentence % {"fact": self}
