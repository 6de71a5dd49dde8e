"""The list: one row a timeline, at the cost of the same few queries whatever its length."""

from functools import cache

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import InvalidPage, Paginator
from django.db.models import Q, TextField
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from portal import languages
from portal.publishing.admin import narrowing
from portal.publishing.admin.badges import Badge, badges_for
from portal.publishing.admin.filters import (
    DeskFilter,
    HeadsFilter,
    LanguageFilter,
    MineFilter,
    WordFilter,
)
from portal.publishing.admin.gates import refuse_side_doors
from portal.publishing.admin.narrowing import Condition
from portal.publishing.folding import fold
from portal.publishing.models import Document
from portal.publishing.rights import sections_of, visible_to

MOST_COUNTED = 1_000
MOST_MERGED = 3  # sections of a desk
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


class KeysPaginator(Paginator):
    """Of the first keys of a list, read already, with one more than editors leaf to."""

    def __init__(self, keys: list[int], per_page: int):
        super().__init__(keys[:MOST_COUNTED], per_page)
        self.is_capped = len(keys) > MOST_COUNTED


class Heads(ChangeList):
    """Reads the keys of all that editors leaf through, and then the rows of one page by theirs:
    with all that a row is joined to in one question, SQLite begins with the people or the streams
    and sorts a million rows.
    """

    # How many of the newest were looked through, where not all were.
    looks_through = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_queryset(self, request, exclude_parameters=None):
        long = [f.name for f in self.model._meta.concrete_fields if isinstance(f, TextField)]
        self.rows = self.root_queryset.select_related("timeline").defer(*long)
        self.root_queryset = self.root_queryset.heads()
        heads = super().get_queryset(request, exclude_parameters)
        filters = [spec for spec in self.filter_specs if isinstance(spec, HeadsFilter)]
        asked = [spec.condition for spec in filters if spec.condition]
        if sought := self.sought():
            heads = heads.filter(sought.q)
            asked.append(sought)
        self.sections = self.sections_to_merge(request.user) if not asked else []
        visible = visible_to(request.user, self.model)
        if visible and not self.sections:
            asked.append(Condition(visible))
        if any(condition.is_cut for condition in asked):
            self.looks_through = narrowing.MOST_GATHERED
        if last := narrowing.bound(self.model.objects.heads(), asked):
            self.looks_through = narrowing.MOST_LOOKED_THROUGH
            return heads.filter(changed_at__gt=last)
        return heads

    def sought(self) -> Condition | None:
        """By number where the person sees such a document, else by words of the title in any
        case.
        """
        term = self.query.strip()
        if term.isdecimal() and len(term) <= LONGEST_NUMBER:
            document = Document.objects.filter(number=int(term)).first()
            numbered = Q(document=document)
            if document and self.root_queryset.filter(numbered).exists():
                return Condition(numbered, is_few=True)
        words = [Q(folded_title__contains=word) for word in fold(term).split()]
        return Condition(Q(*words)) if words else None

    def sections_to_merge(self, user) -> list[str]:
        """Those of the person's desk, where each has a list that an index gives in its order; that
        of them all it does not.
        """
        sections = sections_of(user, self.model) or []
        return sections if len(sections) <= MOST_MERGED else []

    def keys(self) -> list[int]:
        heads = self.queryset
        lists = [heads.filter(self.model.within(section)) for section in self.sections]
        return narrowing.first_keys(lists or [heads], MOST_COUNTED + 1)

    def get_results(self, request):
        self.paginator = KeysPaginator(self.keys(), self.list_per_page)
        self.result_count, self.full_result_count = self.paginator.count, None
        self.multi_page = self.result_count > self.list_per_page
        self.can_show_all, self.show_admin_actions = False, True
        self.show_full_result_count = False
        try:
            page = self.paginator.page(self.page_num if self.multi_page else 1)
        except InvalidPage as error:
            raise IncorrectLookupParameters from error
        rows = self.rows.in_bulk(page.object_list)
        self.result_list = [rows[pk] for pk in page.object_list if pk in rows]
        # Most rows say the same, so it is drawn once.
        draw = cache(drawn)
        for pk, badges in badges_for(self.result_list).items():
            rows[pk].drawn_badges = draw(tuple(badges))

    @cached_property
    def address(self) -> str:
        return reverse(self.model_admin.url_name("changelist"))

    def url_for_result(self, result):
        """As Django's, without asking the router for each row."""
        return f"{self.address}{result.pk}/change/"


def drawn(badges: tuple[Badge, ...]) -> str:
    return render_to_string("admin/publishing/badges.html", {"badges": badges})


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
        """The list itself seeks: what it reads for that depends on its filters."""
        return queryset, False

    @admin.display(description=_("title"), ordering="title")
    def title_link(self, edition):
        return format_html(
            '<span lang="{}">{}</span>', languages.html_lang(edition.language), edition
        )

    @admin.display(description=_("state"))
    def badge(self, edition):
        return edition.drawn_badges

    @admin.display(description=_("language"))
    def language_name(self, edition):
        return languages.native_name(edition.language)

    @admin.display(description=_("changed"), ordering="changed_at")
    def changed(self, edition):
        return edition.changed_at
