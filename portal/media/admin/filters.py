"""Filters of the library. Their choices are fixed."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from portal.media.models import File
from portal.media.where import PARTS
from portal.publishing import clock
from portal.publishing.admin.filters import ChoiceFilter, LanguageFilter
from portal.publishing.models import Entry

__all__ = ["KindFilter", "LanguageFilter", "LicenceFilter", "UploaderFilter", "UseFilter"]


class UseFilter(ChoiceFilter):
    """By what everybody may know: nothing of what is not public yet."""

    title = _("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return [("public", _("Used publicly")), ("never", _("Not yet used publicly"))]

    def narrow(self, request, queryset, value):
        model = queryset.model
        uses, name = model._meta.get_field("uses").related_model.objects, PARTS[model][1]
        now = clock.now()
        if value == "public":
            live = uses.filter(entry__in=Entry.objects.live(now))
            return queryset.filter(pk__in=live.values(name))
        # Asked of each row of the list, so that nobody gathers all uses there are.
        begun = uses.filter(entry__live_from__lte=now, **{name: OuterRef("pk")})
        return queryset.filter(~Exists(begun))


class UploaderFilter(ChoiceFilter):
    title = _("person")
    parameter_name = "uploaded"

    def lookups(self, request, model_admin):
        return [("me", _("Uploaded by me"))]

    def narrow(self, request, queryset, value):
        return queryset.filter(created_by=request.user)


class LicenceFilter(ChoiceFilter):
    title = _("licence")
    parameter_name = "licence"

    def lookups(self, request, model_admin):
        return [("missing", _("Missing"))]

    def narrow(self, request, queryset, value):
        return queryset.filter(licence="")


class KindFilter(ChoiceFilter):
    title = _("type")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return File.Kind.choices

    def narrow(self, request, queryset, value):
        return queryset.filter(kind=value)
