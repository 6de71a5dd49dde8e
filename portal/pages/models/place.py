"""The tree in which pages stand. It has no time line: what moves, moves at once."""

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Length, Replace
from django.db.models.lookups import LessThan
from django.utils.translation import gettext_lazy as _

from portal.converters import LONGEST_WORD
from portal.publishing.models import Document

LEVELS = 4
# At the top of the tree these would hide other addresses, now or later: a test compares them with
# the resolver.
RESERVED = frozenset(
    {
        *("news", "tourism", "calendar", "events", "places", "media", "static", "admin", "search"),
        *("at", "preview", "plain", "health", "robots", "favicon", "sitemap", "feed", "feeds"),
        *("api", "data", "page", "pages", "home", "manifest", "humans", "security", "login"),
        *("feedback", "alerts", "subscribe", "opensearch", "site-map", "be", "ru", "en", "zh"),
        *("identity", "accessibility", "contact", "language"),
    }
)


class PlaceQuerySet(models.QuerySet):
    def within(self, path: str):
        """The place at `path` and all below it."""
        return self.filter(Q(path=path) | Q(path__startswith=f"{path}/"))


class Place(models.Model):
    """One word of an address, below those of its parents: "about/geography".

    `path` and `order` are derived by `portal.pages.tree`, and nothing else writes them. `order`
    sorts the tree as it is read: each place before what stands below it.
    """

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="children", verbose_name=_("below")
    )
    word = models.CharField(_("word in the address"), max_length=LONGEST_WORD)
    path = models.CharField(max_length=190, unique=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    order = models.CharField(max_length=20, default="", editable=False)
    # Whose editions stand here; null until the first of them is begun.
    document = models.OneToOneField(
        Document, models.PROTECT, null=True, related_name="place", editable=False
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in the tree")
        verbose_name_plural = _("places in the tree")
        ordering = ["order", "path"]
        constraints = [
            models.UniqueConstraint(fields=["parent", "word"], name="pages_place_word_once"),
            models.CheckConstraint(
                condition=Q(parent=None, path=F("word"))
                | Q(parent__isnull=False, path__endswith=Concat(Value("/"), F("word"))),
                name="pages_place_path_ends_with_word",
            ),
            models.CheckConstraint(
                condition=Q(word__regex=r"^[a-z][a-z0-9-]*$"), name="pages_place_word_is_latin"
            ),
            models.CheckConstraint(
                condition=LessThan(
                    Length("path") - Length(Replace("path", Value("/"), Value(""))), LEVELS
                ),
                name="pages_place_four_levels",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="pages_place_not_below_itself"
            ),
        ]
        indexes = [models.Index(fields=["order"], name="pages_place_order")]

    def __str__(self):
        return self.path

    @property
    def level(self) -> int:
        """1 at the top."""
        return self.path.count("/") + 1

    @property
    def section(self) -> str:
        return f"pages/{self.path}"

    @property
    def address(self) -> str:
        """Behind the language."""
        return f"{self.path}/"

    @property
    def paths_above(self) -> list[str]:
        """Of its ancestors, the top of the tree first."""
        words = self.path.split("/")
        return ["/".join(words[:count]) for count in range(1, len(words))]

    def path_below(self, parent: "Place | None") -> str:
        return f"{parent.path}/{self.word}" if parent else self.word
