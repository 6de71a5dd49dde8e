"""Where a link of the navigation leads: to a document, to a page of a room, or elsewhere."""

from collections.abc import Iterable, Iterator

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.navigation.rooms import openings
from portal.publishing.models import Document

OUTSIDE = "https://"


def at_most_one_target() -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(room="", address="")
        | Q(target__isnull=True, room="")
        | Q(target__isnull=True, address=""),
        name="%(app_label)s_%(class)s_one_target",
    )


class Targeted(models.Model):
    """At most one of the three is filled."""

    target = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("document"),
    )
    # After the language: "news/".
    room = models.CharField(gettext_lazy("page of this site"), max_length=200, blank=True)
    address = models.URLField(gettext_lazy("address elsewhere"), max_length=500, blank=True)

    class Meta:
        abstract = True

    @property
    def has_target(self) -> bool:
        return bool(self.target_id or self.room or self.address)


def numbers_of(rows: Iterable[Targeted]) -> set[int]:
    return {row.target.number for row in rows if row.target_id and row.target.number}


def target_obstacles(rows: Iterable[Targeted]) -> Iterator[str]:
    """What is wrong with addresses. Documents are judged with all other links of an edition."""
    rows = list(rows)
    known = openings({row.room for row in rows if row.room})
    for row in rows:
        if row.room and row.room not in known:
            yield _("“%(link)s” leads to “%(path)s”, where there is no page. Change the link.") % {
                "link": row,
                "path": row.room,
            }
        if row.address and not row.address.startswith(OUTSIDE):
            yield _("“%(link)s” leads elsewhere: write its address with https:// before it.") % {
                "link": row
            }


def sentence_of_dead_target(rows: Iterable[Targeted], number: int) -> str:
    names = [f"“{row}”" for row in rows if row.target_id and row.target.number == number]
    return _(
        "%(links)s: document %(number)s is not public in this language. Change or remove the link."
    ) % {"links": ", ".join(names), "number": number}
