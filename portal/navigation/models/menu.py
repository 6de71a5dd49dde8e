"""Menus: one for each place on the page and language."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from django.db import models
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.navigation.models.around import Around
from portal.navigation.models.target import Targeted, at_most_one_target
from portal.publishing.declaration import Declaration
from portal.publishing.models import Part, State

FIRST, SECOND = 1, 2


class Slot(models.TextChoices):
    MAIN = "main", gettext_lazy("main menu")
    QUICK = "quick", gettext_lazy("quick links")
    FOOT = "foot", gettext_lazy("foot of the page")


class Menu(Around):
    """All links of one place, published as a whole. Its title is the place's name."""

    SECTION = "navigation/menus"

    slot = models.CharField(
        gettext_lazy("place"),
        max_length=10,
        choices=Slot,
        help_text=gettext_lazy("It cannot be changed later."),
    )

    declaration = Declaration(required=(), has_page=False, around_pages=True)

    class Meta(Around.Meta):
        verbose_name = gettext_lazy("menu")
        verbose_name_plural = gettext_lazy("menus")
        constraints = [
            *Around.Meta.constraints,
            models.UniqueConstraint(
                fields=["slot", "language"],
                condition=Q(is_head=True) & ~Q(state="discarded"),
                name="%(app_label)s_%(class)s_one_of_each",
            ),
        ]

    @staticmethod
    def name_of(slot: str, language: str) -> str:
        with translation.override(language):
            return str(Slot(slot).label).capitalize()

    def links(self) -> Iterable["MenuItem"]:
        return self.new_parts if self.pk is None else self.items.all()

    def obstacles_to_begin(self, language: str) -> Iterator[str]:
        others = Menu.objects.heads().filter(slot=self.slot, language=language)
        if others.exclude(state=State.DISCARDED).exclude(document=self.document_id).exists():
            yield _("In this language there is a menu for this place already. Revise that one.")

    def obstacles(self, verb: str) -> Iterator[str]:
        yield from super().obstacles(verb)
        if verb in self.CHECKED_FOR:
            yield from self.obstacles_of_order()

    def obstacles_of_order(self) -> Iterator[str]:
        links = list(self.links())
        if not links:
            yield _("The menu is empty. Add a link.")
        elif links[0].level != FIRST:
            yield _("“%(link)s” comes first, so it has to be of the first level.") % {
                "link": links[0]
            }
        for link, following in zip_longest(links, links[1:]):
            heads = link.level == FIRST and following and following.level == SECOND
            if not link.has_target and not heads:
                yield _(
                    "“%(link)s” leads nowhere. Say where to, or let links of the second level "
                    "follow it."
                ) % {"link": link}


class Links(models.Manager):
    """Wherever a link is asked for, so is the number of its document."""

    def get_queryset(self):
        return super().get_queryset().select_related("target")


class MenuItem(Targeted, Part):
    """A link; one of the first level heads those of the second that follow, and may lead nowhere
    itself.
    """

    edition = models.ForeignKey(Menu, models.CASCADE, related_name="items")
    label = models.CharField(gettext_lazy("words of the link"), max_length=120)
    level = models.PositiveSmallIntegerField(
        gettext_lazy("level"),
        choices=[(FIRST, gettext_lazy("first")), (SECOND, gettext_lazy("second"))],
        default=FIRST,
    )

    objects = Links()

    class Meta(Part.Meta):
        verbose_name = gettext_lazy("link")
        verbose_name_plural = gettext_lazy("links")
        constraints = [at_most_one_target()]

    def __str__(self):
        return self.label
