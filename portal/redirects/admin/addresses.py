"""What the lists of redirects and of lost pages have in common."""

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.views.main import ChangeList
from django.utils.text import capfirst

from portal.accounts.roles import LABELS
from portal.publishing.admin.records import Records
from portal.redirects.paths import normal, split
from portal.redirects.written import own_parts, path_of


class Listed(ChangeList):
    """Read more often than changed, and titled so."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = capfirst(self.opts.verbose_name_plural)


class AddressAdmin(Records, admin.ModelAdmin):
    """For chief editors, as labels are."""

    search_fields = ("path",)

    def manages(self, request) -> bool:
        return request.user.has_perm(LABELS)

    def has_module_permission(self, request):
        return self.manages(request)

    def has_view_permission(self, request, obj=None):
        return self.manages(request)

    def get_changelist(self, request, **kwargs):
        return Listed

    def get_search_results(self, request, queryset, search_term):
        """Part of an address, as it is written or as a browser shows it."""
        parts = own_parts(search_term.strip()[:400])
        words = (parts and path_of(parts)) or search_term
        return queryset.filter(path__contains=searched(words)), False

    def log(self, request, rows, sentence):
        if rows:
            LogEntry.objects.log_actions(request.user.pk, rows, CHANGE, change_message=sentence)


def searched(text: str) -> str:
    """The part of a stored path: without the prefix of a language, if it was written along."""
    return split(text).path if text.startswith("/") else normal(text)
