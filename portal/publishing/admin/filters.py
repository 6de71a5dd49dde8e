"""Filters of the list. Their choices are fixed: none reads the distinct values of a column."""

from dataclasses import replace

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.accounts.models import Desk
from portal.publishing import clock
from portal.publishing.admin.narrowing import Condition, standing_in, standing_in_first
from portal.publishing.models import Document, Ending, State, Urgency
from portal.publishing.words import Word


class ChoiceFilter(admin.SimpleListFilter):
    """A value that is not among the choices filters nothing."""

    def queryset(self, request, queryset):
        value = self.value()
        if value is None or value not in {str(choice) for choice, _label in self.lookup_choices}:
            return queryset
        return self.narrow(request, queryset, value)


class HeadsFilter(ChoiceFilter):
    """A filter of a list of heads, which has to know what reading it costs."""

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.request, self.model = request, model

    def queryset(self, request, queryset):
        return queryset.filter(self.condition.q) if self.condition else queryset

    @cached_property
    def condition(self) -> Condition | None:
        value = self.value()
        is_offered = value in {str(choice) for choice, _label in self.lookup_choices}
        return self.condition_for(value) if is_offered else None


class WordFilter(HeadsFilter):
    """By what a timeline is, or has, at this moment."""

    title = _("state")
    parameter_name = "word"

    def lookups(self, request, model_admin):
        words = (Word.DRAFT, Word.IN_REVIEW, Word.SCHEDULED, Word.LIVE, Word.WITHDRAWN)
        named = [(word.value, word.label) for word in (*words, Word.DISCARDED)]
        return [*named, ("flagged", _("urgent, not confirmed"))]

    def condition_for(self, value):
        return getattr(self, value)(self.model.objects, clock.now())

    def draft(self, editions, now):
        return self.unapproved(State.DRAFT)

    def in_review(self, editions, now):
        return self.unapproved(State.IN_REVIEW)

    def discarded(self, editions, now):
        return self.unapproved(State.DISCARDED)

    def unapproved(self, state):
        # "live_from is null" says nothing new; the index asks for it.
        return Condition(Q(state=state, live_from=None), is_indexed=True)

    def scheduled(self, editions, now):
        ahead = editions.filter(live_from__gt=now).order_by("live_from")
        return standing_in_first("timeline", ahead, "timeline")

    def flagged(self, editions, now):
        return standing_in("timeline", Urgency.objects.filter(confirmed_at=None), "timeline")

    def live(self, editions, now):
        return Condition(Q(Exists(editions.live(now).filter(timeline=OuterRef("timeline")))))

    def withdrawn(self, editions, now):
        public = editions.live(now).filter(timeline=OuterRef("timeline"))
        ends = Ending.objects.filter(at__lte=now).order_by("-at")
        ended = standing_in_first("timeline", ends, "timeline")
        return replace(ended, q=ended.q & ~Exists(public))


class LanguageFilter(HeadsFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return [(code, languages.native_name(code)) for code in languages.CODES]

    def condition_for(self, value):
        return Condition(Q(language=value), is_indexed=True)


class DeskFilter(HeadsFilter):
    """The desks of the person; all, for those who work on all."""

    title = _("desk")
    parameter_name = "desk"

    def lookups(self, request, model_admin):
        memberships = request.user.desk_memberships
        if request.user.is_superuser or any(m.desk is None for m in memberships):
            return list(Desk.objects.values_list("pk", "name"))
        return sorted({(m.desk.pk, m.desk.name) for m in memberships})

    def condition_for(self, value):
        return standing_in("document", Document.objects.filter(desk=value))


class MineFilter(HeadsFilter):
    title = _("person")
    parameter_name = "mine"

    def lookups(self, request, model_admin):
        return [("begun", _("Begun by me")), ("changed", _("Changed by me last"))]

    def condition_for(self, value):
        person = self.request.user
        if value == "changed":
            return Condition(Q(changed_by=person), is_indexed=True)
        return standing_in("document", Document.objects.filter(owner=person))
