"""What a news article is. How one gets public stands in portal.publishing."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.illustrated import Illustrated
from portal.media.models import FilePart, PicturePart
from portal.publishing import scopes
from portal.publishing.declaration import Declaration
from portal.publishing.models import Document, Edition, Label
from portal.publishing.words import spoken
from portal.richtext import RichTextField
from portal.subjects.models import Subject


class Stream(Label):
    """News, press releases, opinions …: each article stands in one."""

    reserved = frozenset(
        {
            *("archive", "campaign", "campaigns", "feed", "page", "people", "person", "preview"),
            *("region", "regions", "search", "stream", "streams", "topic", "topics"),
        }
    )

    # A campaign (a festival, the Games) has a beginning and an end; without them it is for good.
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    landing = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("landing article"),
        help_text=_("Its picture is the banner, its lead and text open the stream's page."),
    )

    class Meta(Label.Meta):
        constraints = [
            models.CheckConstraint(
                # "is not null" is said aloud: a CHECK passes when a comparison is unknown.
                condition=models.Q(opens_at=None, ends_at=None)
                | models.Q(
                    opens_at__isnull=False,
                    ends_at__isnull=False,
                    ends_at__gt=models.F("opens_at"),
                ),
                name="news_stream_ends_after_opening",
                violation_error_message=_(
                    "Give both a beginning and a later end, or neither of them."
                ),
            )
        ]
        verbose_name = _("stream")
        verbose_name_plural = _("streams")

    @classmethod
    def from_db(cls, db, field_names, values):
        stream = super().from_db(db, field_names, values)
        scopes.expires_with(stream.opens_at, stream.ends_at)
        return stream

    @property
    def section(self) -> str:
        return f"news/{self.slug}"

    @property
    def is_campaign(self) -> bool:
        return self.opens_at is not None

    @property
    def last_moment(self) -> datetime | None:
        """Just before it ends, so that an end at midnight belongs to the day before."""
        return self.ends_at and self.ends_at - timedelta(microseconds=1)

    def is_known(self, at: datetime) -> bool:
        """Before a campaign opens nobody outside may know of it."""
        return self.opens_at is None or self.opens_at <= at

    def is_over(self, at: datetime) -> bool:
        return self.ends_at is not None and self.ends_at <= at


FEWEST_PHOTOS = 2


class Layout(models.TextChoices):
    TEXT = "text", pgettext_lazy("form of an article", "text")
    PHOTO = "photo", _("photo report")
    VIDEO = "video", _("video")


class Article(Illustrated, Edition):
    layout = models.CharField(
        _("form"),
        max_length=10,
        choices=Layout,
        default=Layout.TEXT,
        help_text=_("How it is laid out."),
    )
    stream = models.ForeignKey(
        Stream, models.PROTECT, related_name="articles", verbose_name=_("stream")
    )
    dateline_town = models.CharField(_("dateline, town"), max_length=100, blank=True)
    dateline_on = models.DateField(
        _("dateline, day"),
        null=True,
        blank=True,
        help_text=_("Shown as “GENEVA, 5 June”; it orders nothing."),
    )
    body = RichTextField(_("text"), blank=True)
    author_line = models.CharField(_("author"), max_length=200, blank=True)
    source_name = models.CharField(
        _("source agency"), max_length=100, blank=True, help_text=_("For a text from an agency.")
    )
    source_url = models.URLField(_("address at the source"), blank=True)
    remote_video = models.URLField(
        _("video on another site"),
        blank=True,
        help_text=_("Nothing of that site is loaded before the reader asks for it."),
    )
    subjects = models.ManyToManyField(
        Subject, blank=True, related_name="+", verbose_name=_("topics, people, regions")
    )
    related = models.ManyToManyField(
        Document, blank=True, related_name="+", verbose_name=_("related")
    )

    declaration = Declaration(
        required=("title", "lead", "body"), related=("stream",), news_sitemap=True
    )

    class Meta(Edition.Meta):
        indexes = [
            *Edition.Meta.indexes,
            models.Index(
                fields=["stream", "-changed_at", "-id"],
                condition=models.Q(is_head=True),
                name="news_article_streams",
            ),
        ]
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
        if not slug:
            return models.Q()
        # One value, and not a join, so that a list by stream is read in the order of its index.
        return models.Q(
            stream=models.Subquery(Stream.objects.filter(slug=slug).order_by().values("pk"))
        )

    @property
    def path(self) -> str:
        return f"news/{self.numbered_path_part}"

    @property
    def cover(self) -> "ArticlePicture | None":
        return next(iter(self.shown_pictures()), None)

    @property
    def photo_count(self) -> int:
        return len(self.shown_pictures()) if self.layout == Layout.PHOTO else 0

    @property
    def has_video(self) -> bool:
        return bool(self.remote_video) or any(p.file.is_video for p in self.offered_files())

    def obstacles(self, verb):
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from self.obstacles_of_layout()

    def obstacles_to_start(self, at):
        if not self.stream.is_known(at):
            yield _("“%(stream)s” opens on %(moment)s. Choose that time or a later one.") % {
                "stream": self.stream,
                "moment": spoken(self.stream.opens_at),
            }

    def about(self):
        return self.subjects.all()

    def obstacles_of_layout(self):
        if self.layout == Layout.PHOTO and self.photo_count < FEWEST_PHOTOS:
            yield _("A photo report has at least two pictures. Add some, or choose another form.")
        if self.layout == Layout.VIDEO and not self.has_video:
            yield _(
                "There is no video. Add the file, or its address on another site, or choose "
                "another form."
            )


class ArticlePicture(PicturePart):
    """A picture in this article; the first is the cover."""

    edition = models.ForeignKey(Article, models.CASCADE, related_name="pictures")


class ArticleFile(FilePart):
    """A document to take along, the video of this article, or the captions of that video."""

    edition = models.ForeignKey(Article, models.CASCADE, related_name="files")
