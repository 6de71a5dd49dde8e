"""The states of an edition, and how editions are asked for."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from portal.publishing import clock
from portal.publishing.intervals import IntervalQuerySet, live_at


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")
    DISCARDED = "discarded", _("discarded")


OPEN = (State.DRAFT, State.IN_REVIEW)


class EditionQuerySet(IntervalQuerySet):
    def live(self, at=None):
        """L1. A preview's moment shows the editions it includes in place of those now live."""
        if at is not None:
            return super().live(at)
        return self.filter(self._as_seen(live_at(clock.current().at)))

    def begun(self, at: datetime | None = None):
        """Editions that are or have been public by a moment, the newest first; by default as the
        current moment shows them.
        """
        if at is None:
            begun = self._as_seen(Q(live_from__lte=clock.current().at))
        else:
            begun = Q(live_from__lte=at)
        return self.filter(begun).order_by(F("live_from").desc(nulls_first=True))

    def in_first_of(self, language: str, fallbacks: Iterable[str], at: datetime):
        """Of editions in order: those in the language, then what is live in each of `fallbacks`."""
        if not fallbacks:
            return self.filter(language=language)
        order = [language, *fallbacks]
        rank = Case(*(When(language=code, then=n) for n, code in enumerate(order)))
        public = Q(language__in=list(fallbacks)) & live_at(at)
        found = self.filter(Q(language=language) | public)
        return found.order_by(rank, *self.query.order_by)

    def whole(self):
        """With all that the workflow reads of an edition: its labels and its parts."""
        parts = [parts_with_more(relation) for relation in self.model.part_relations()]
        labels = [field.name for field in self.model._meta.many_to_many]
        related = self.model.declaration.related
        return self.select_related(*related).prefetch_related(*parts, *labels)

    def heads(self):
        """One row a timeline: what an editor works on next, or else the latest."""
        return self.filter(is_head=True)

    def open(self):
        return self.filter(state__in=OPEN)

    def _as_seen(self, public: Q) -> Q:
        """`public`, but on the timelines that the moment includes an edition of, just that one."""
        including = clock.current().including
        if not including:
            return public
        included = Q(*(Q(timeline=t, number=n) for t, n in including), _connector=Q.OR)
        return included | (public & ~Q(timeline__in=[timeline for timeline, _n in including]))


def parts_with_more(relation) -> models.Prefetch:
    """The parts of one type, each with the rows that are asked for wherever the edition is."""
    part = relation.related_model
    rows = part.objects.select_related(*part.read_along) if part.read_along else None
    return models.Prefetch(relation.get_accessor_name(), rows)
