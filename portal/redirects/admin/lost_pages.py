"""The list of addresses that visitors asked for in vain."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from portal.publishing.admin.filters import ChoiceFilter
from portal.redirects.admin.addresses import AddressAdmin
from portal.redirects.models import LostPage


class IgnoredFilter(ChoiceFilter):
    """Shows what is not ignored unless asked."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("ours", _("linked from our own pages")), ("ignored", _("ignored"))]

    def queryset(self, request, queryset):
        if self.value() == "ignored":
            return queryset.filter(is_ignored=True)
        wanted = queryset.filter(is_ignored=False)
        return wanted.filter(own_hits__gt=0) if self.value() == "ours" else wanted


@admin.register(LostPage)
class LostPageAdmin(AddressAdmin):
    list_display = ("address", "hits", "own_hits", "first_seen_at", "last_seen_at", "remedy")
    list_display_links = None
    list_filter = (IgnoredFilter,)
    ordering = ("-hits", "-last_seen_at", "-pk")
    search_help_text = _("Part of the address.")
    actions = ("ignore", "heed")
    fields = (*list_display[:-1], "is_ignored", "remedy")
    readonly_fields = fields

    @admin.display(description=_("address"))
    def address(self, page):
        return str(page.old)

    @admin.display(description=_("remedy"))
    def remedy(self, page):
        question = urlencode({"from": str(page.old)})
        return format_html(
            '<a href="{}?{}">{}</a>',
            reverse("admin:redirects_redirect_add"),
            question,
            gettext("Make a redirect"),
        )

    @admin.action(description=_("Ignore the chosen addresses"))
    def ignore(self, request, queryset):
        self.set_ignored(request, queryset, True, gettext("Ignored."))

    @admin.action(description=_("List the chosen addresses again"))
    def heed(self, request, queryset):
        self.set_ignored(request, queryset, False, gettext("Listed again."))

    def set_ignored(self, request, queryset, is_ignored, words):
        rows = list(queryset)
        count = LostPage.objects.filter(pk__in=[row.pk for row in rows]).update(
            is_ignored=is_ignored
        )
        self.log(request, rows, words)
        sentence = ngettext(
            "%(count)s address is changed.", "%(count)s addresses are changed.", count
        )
        messages.success(request, sentence % {"count": count})
