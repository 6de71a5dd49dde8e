"""The list: one row a timeline, at the cost of the same few queries whatever its length."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import TextField
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.publishing.admin.badges import badges_for
from portal.publishing.admin.filters import DeskFilter, LanguageFilter, MineFilter, WordFilter
from portal.publishing.admin.gates import refuse_side_doors
from portal.publishing.folding import fold

MOST_COUNTED = 1_000
LONGEST_NUMBER = 12  # digits


class CappedPaginator(Paginator):
    """Counts no further than editors leaf; to see the other end, they turn the order round."""

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST_COUNTED)

    @cached_property
    def counted(self) -> int:
        return len(self.object_list.order_by().values_list("pk")[: MOST_COUNTED + 1])

    @property
    def is_capped(self) -> bool:
        return self.counted > MOST_COUNTED


class Heads(ChangeList):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_queryset(self, request, exclude_parameters=None):
        long = [f.name for f in self.model._meta.concrete_fields if isinstance(f, TextField)]
        self.root_queryset = self.root_queryset.heads().select_related("timeline").defer(*long)
        return super().get_queryset(request, exclude_parameters)

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        badges = badges_for(self.result_list)
        for head in self.result_list:
            head.badges = badges[head.pk]


class HeadsAdmin:
    """Mixin: the list of an admin of editions. A type adds columns and filters of its own."""

    list_display = ("title_link", "badge", "language_name", "changed", "changed_by")
    list_display_links = ("title_link",)
    list_filter = (WordFilter, LanguageFilter, DeskFilter, MineFilter)
    list_per_page = 50
    list_max_show_all = 0
    ordering = ("-changed_at", "-pk")
    sortable_by = ("changed",)
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ("folded_title",)
    search_help_text = _("Words of the title, or the number of a document.")

    def get_changelist(self, request, **kwargs):
        return Heads

    def changelist_view(self, request, extra_context=None):
        refuse_side_doors(request)
        return super().changelist_view(request, extra_context)

    def get_search_results(self, request, queryset, search_term):
        """By number where there is such a document, else by words of the title in any case."""
        term = search_term.strip()
        if term.isdecimal() and len(term) <= LONGEST_NUMBER:
            numbered = queryset.filter(document__number=int(term))
            if numbered.exists():
                return numbered, False
        for word in fold(term).split():
            queryset = queryset.filter(folded_title__contains=word)
        return queryset, False

    @admin.display(description=_("title"), ordering="title")
    def title_link(self, edition):
        return format_html(
            '<span lang="{}">{}</span>', languages.html_lang(edition.language), edition
        )

    @admin.display(description=_("state"))
    def badge(self, edition):
        return render_to_string("admin/publishing/badges.html", {"badges": edition.badges})

    @admin.display(description=_("language"))
    def language_name(self, edition):
        return languages.native_name(edition.language)

    @admin.display(description=_("changed"), ordering="changed_at")
    def changed(self, edition):
        return edition.changed_at
