"""Filters of the list. Their choices are fixed: none reads the distinct values of a column."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.accounts.models import Desk
from portal.publishing import clock
from portal.publishing.models import Ending, State, Urgency
from portal.publishing.words import Word


class ChoiceFilter(admin.SimpleListFilter):
    """A value that is not among the choices filters nothing."""

    def queryset(self, request, queryset):
        value = self.value()
        if value is None or value not in {str(choice) for choice, _label in self.lookup_choices}:
            return queryset
        return self.narrow(request, queryset, value)


class WordFilter(ChoiceFilter):
    """By what a timeline is, or has, at this moment."""

    title = _("state")
    parameter_name = "word"

    def lookups(self, request, model_admin):
        words = (Word.DRAFT, Word.IN_REVIEW, Word.SCHEDULED, Word.LIVE, Word.WITHDRAWN)
        named = [(word.value, word.label) for word in (*words, Word.DISCARDED)]
        return [*named, ("flagged", _("urgent, not confirmed"))]

    def narrow(self, request, queryset, value):
        return getattr(self, value)(queryset, queryset.model.objects, clock.now())

    def draft(self, heads, editions, now):
        # "live_from is null" says nothing new; the index asks for it.
        return heads.filter(state=State.DRAFT, live_from=None)

    def in_review(self, heads, editions, now):
        return heads.filter(state=State.IN_REVIEW, live_from=None)

    def discarded(self, heads, editions, now):
        return heads.filter(state=State.DISCARDED, live_from=None)

    def scheduled(self, heads, editions, now):
        return heads.filter(timeline__in=editions.filter(live_from__gt=now).values("timeline"))

    def flagged(self, heads, editions, now):
        waiting = Urgency.objects.filter(confirmed_at=None)
        return heads.filter(timeline__in=waiting.values("timeline"))

    def live(self, heads, editions, now):
        return heads.filter(Exists(editions.live(now).filter(timeline=OuterRef("timeline"))))

    def withdrawn(self, heads, editions, now):
        ended = Ending.objects.filter(at__lte=now).values("timeline")
        public = editions.live(now).filter(timeline=OuterRef("timeline"))
        return heads.filter(~Exists(public), timeline__in=ended)


class LanguageFilter(ChoiceFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return [(code, languages.native_name(code)) for code in languages.CODES]

    def narrow(self, request, queryset, value):
        return queryset.filter(language=value)


class DeskFilter(ChoiceFilter):
    """The desks of the person; all, for those who work on all."""

    title = _("desk")
    parameter_name = "desk"

    def lookups(self, request, model_admin):
        memberships = request.user.desk_memberships
        if request.user.is_superuser or any(m.desk is None for m in memberships):
            return list(Desk.objects.values_list("pk", "name"))
        return sorted({(m.desk.pk, m.desk.name) for m in memberships})

    def narrow(self, request, queryset, value):
        return queryset.filter(document__desk=value)


class MineFilter(ChoiceFilter):
    title = _("person")
    parameter_name = "mine"

    def lookups(self, request, model_admin):
        return [("begun", _("Begun by me")), ("changed", _("Changed by me last"))]

    def narrow(self, request, queryset, value):
        mine = {"begun": Q(document__owner=request.user), "changed": Q(changed_by=request.user)}
        return queryset.filter(mine[value])
