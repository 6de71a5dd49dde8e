"""What a news article is. How one gets public stands in portal.publishing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.media.models import Picture
from portal.publishing.declaration import Declaration
from portal.publishing.models import Edition, Label, Part
from portal.richtext import RichTextField, document_numbers


class Stream(Label):
    """News, press releases, opinions …: each article stands in one."""

    reserved = frozenset({"archive", "feed", "page", "preview", "search", "topic", "topics"})

    class Meta(Label.Meta):
        verbose_name = _("stream")
        verbose_name_plural = _("streams")

    @property
    def section(self) -> str:
        return f"news/{self.slug}"


class Article(Edition):
    stream = models.ForeignKey(
        Stream, models.PROTECT, related_name="articles", verbose_name=_("stream")
    )
    dateline_town = models.CharField(_("dateline, town"), max_length=100, blank=True)
    dateline_on = models.DateField(
        _("dateline, day"),
        null=True,
        blank=True,
        help_text=_("Shown as “MINSK, 5 June”; it orders nothing."),
    )
    body = RichTextField(_("text"), blank=True)
    author_line = models.CharField(_("author"), max_length=200, blank=True)
    source_name = models.CharField(
        _("source agency"), max_length=100, blank=True, help_text=_("For a text from an agency.")
    )
    source_url = models.URLField(_("address at the source"), blank=True)

    declaration = Declaration(required=("title", "lead", "body"), related=("stream",))

    class Meta(Edition.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def section(self) -> str:
        return self.stream.section

    @classmethod
    def within(cls, path: str) -> models.Q:
        kind, _slash, slug = path.partition("/")
        if kind != "news":
            return models.Q(pk=None)
        return models.Q(stream__slug=slug) if slug else models.Q()

    @property
    def path(self) -> str:
        return f"news/{self.numbered_path_part}"

    @property
    def cover(self) -> "ArticlePicture | None":
        return next(iter(self.shown_pictures()), None)

    def obstacles(self, verb):
        yield from super().obstacles(verb)
        if verb in {"submit", "approve", "adopt"}:
            for picture in self.shown_pictures():
                if not picture.alt and not picture.is_decorative:
                    yield _(
                        "Describe the picture for those who cannot see it, or mark it decorative."
                    )

    def referenced_numbers(self) -> set[int]:
        return document_numbers(self.body)

    def shown_pictures(self):
        if self.pk is None:
            return [part for part in self.new_parts if isinstance(part, ArticlePicture)]
        return self.pictures.all()


class ArticlePicture(Part):
    """A picture in this article; the first is the cover."""

    edition = models.ForeignKey(Article, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(
        Picture, models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    alt = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("What the picture tells, for those who cannot see it."),
    )
    is_decorative = models.BooleanField(_("decorative: tells nothing"), default=False)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        return self.caption or self.alt or str(self.picture_id)
