"""The home page: one in each language, composed by editors of slots."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.publishing.declaration import Declaration
from portal.publishing.models import Document, Edition, Part

# All languages are one document: its origin is unique, and so is a document's line in a language.
ORIGIN = "portal:home"
SECTION = "home"
FEATURE_PLACES, LATEST_PLACES = 3, 6
MOST_PLACES = 30


def home_document(**fields) -> Document:
    """The one there is, or one not stored yet."""
    return Document.objects.filter(origin=ORIGIN).first() or Document(origin=ORIGIN, **fields)


class HomePage(Edition):
    lead_story = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead story"),
        help_text=_(
            "Its number or its address. While there is none, or it is not public, the first "
            "feature leads, and without features the newest story."
        ),
    )
    feature_places = models.PositiveSmallIntegerField(
        _("places for features"),
        default=FEATURE_PLACES,
        validators=[MaxValueValidator(MOST_PLACES)],
        help_text=_("The features chosen below come first; the latest stories fill the rest."),
    )
    latest_title = models.CharField(
        _("heading of the latest"),
        max_length=100,
        blank=True,
        help_text=_("Left empty: “Latest news”."),
    )
    latest_places = models.PositiveSmallIntegerField(
        _("places for the latest"),
        default=LATEST_PLACES,
        validators=[MaxValueValidator(MOST_PLACES)],
    )
    latest_from = models.TextField(
        _("the latest come from"),
        blank=True,
        help_text=_("Nothing chosen: from all news."),
    )
    strip_title = models.CharField(
        _("heading of the pages"),
        max_length=100,
        blank=True,
        help_text=_("Above the pages chosen below, for example “About the country”."),
    )

    declaration = Declaration(
        required=("title",), related=("lead_story",), has_page=False, sitemap=False
    )

    class Meta(Edition.Meta):
        constraints = [
            *Edition.Meta.constraints,
            models.UniqueConstraint(
                fields=["language"], condition=Q(is_head=True), name="home_one_in_a_language"
            ),
        ]
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def section(self) -> str:
        return SECTION

    @classmethod
    def within(cls, path: str) -> Q:
        return Q() if path == SECTION else Q(pk=None)

    @property
    def path(self) -> str:
        """The root of its language."""
        return ""

    @property
    def sections(self) -> list[str]:
        """Where the latest come from; nothing means from all news."""
        return self.latest_from.split()

    @property
    def picks(self) -> list["Pick"]:
        return [*self.features.all(), *self.strip.all()] if self.pk else list(self.new_parts)

    def picked(self) -> list[Document]:
        """The documents in its slots, in order; one that is chosen twice comes twice."""
        lead = [self.lead_story] if self.lead_story else []
        return [*lead, *(pick.document for pick in self.picks)]

    def referenced_numbers(self) -> set[int]:
        return {document.number for document in self.picked() if document.number}

    def sentence_of_dead_link(self, number: int) -> str:
        return _(
            "Document %(number)s is chosen for the home page and is not public in this language. "
            "Choose another one, or have it published first."
        ) % {"number": number}

    def obstacles_to_begin(self, language: str):
        others = HomePage.objects.heads().filter(language=language)
        if self.pk is not None:
            others = others.exclude(document=self.document_id)
        if others.exists():
            yield _("There is a home page in this language already: open it and revise it.")

    def obstacles(self, verb):
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            numbers = [document.number for document in self.picked()]
            for number in sorted({n for n in numbers if numbers.count(n) > 1}):
                yield _(
                    "Document %(number)s is chosen twice; the home page shows nothing twice. "
                    "Empty one of the two places."
                ) % {"number": number}


class Pick(Part):
    """A document in a slot of the home page. A concrete part adds `edition`."""

    read_along = ("document",)

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="+", verbose_name=_("document")
    )

    class Meta(Part.Meta):
        abstract = True

    def __str__(self):
        return str(self.document.number or "")


class Feature(Pick):
    """A story that editors put at the top of the home page."""

    edition = models.ForeignKey(HomePage, models.CASCADE, related_name="features")

    class Meta(Pick.Meta):
        verbose_name = _("feature")
        verbose_name_plural = _("features")


class StripPage(Pick):
    """A page in the strip at the foot of the home page."""

    edition = models.ForeignKey(HomePage, models.CASCADE, related_name="strip")

    class Meta(Pick.Meta):
        verbose_name = _("page of the strip")
        verbose_name_plural = _("pages of the strip")
