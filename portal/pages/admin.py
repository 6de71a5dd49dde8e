"""The editors' desk of the pages: only what is particular to them."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from portal.illustrated.admin import AttachmentInline, IllustrationInline
from portal.pages.forms import PageForm
from portal.pages.models import Page, PageFact, PageFile, PagePicture
from portal.pages.move_views import Moves
from portal.pages.tree import plant
from portal.publishing.admin import EditionAdmin, PartInline
from portal.publishing.admin.filters import ChoiceFilter
from portal.richtext import relaxed_for_editor


class BranchFilter(ChoiceFilter):
    """What stands at the top of the tree, with all below it."""

    title = _("part of the tree")
    parameter_name = "branch"

    def lookups(self, request, model_admin):
        visible = model_admin.get_queryset(request).order_by("place__order")
        paths = visible.values_list("place__path", flat=True).distinct()
        roots = dict.fromkeys(path.partition("/")[0] for path in paths)
        return [(root, root) for root in roots]

    def narrow(self, request, queryset, value):
        return queryset.filter(Page.within(f"pages/{value}"))


class FactsFilter(ChoiceFilter):
    """Pages that say something which should have been checked by now, and how much of it."""

    title = _("facts")
    parameter_name = "facts"

    def lookups(self, request, model_admin):
        visible = model_admin.get_queryset(request).values("timeline")
        count = PageFact.objects.overdue().filter(edition__timeline__in=visible).count()
        return [("overdue", _("facts to check (%(count)s)") % {"count": count})]

    def narrow(self, request, queryset, value):
        due = PageFact.objects.overdue().filter(edition__timeline=OuterRef("timeline"))
        return queryset.filter(Exists(due))


class PagePictureInline(IllustrationInline):
    model = PagePicture


class PageFactInline(PartInline):
    model = PageFact
    fields = (
        *("label", "value", "as_of"),
        *("source_name", "source_url", "check_every", "position"),
    )


class PageFileInline(AttachmentInline):
    model = PageFile


@admin.register(Page)
class PageAdmin(Moves, EditionAdmin):
    form = PageForm
    list_display = ("title_in_tree", "address", "badge", "language_name", "changed", "changed_by")
    list_display_links = ("title_in_tree",)
    list_filter = (
        EditionAdmin.list_filter[0],
        BranchFilter,
        FactsFilter,
        *EditionAdmin.list_filter[1:],
    )
    ordering = ("place__order", "language", "-pk")
    inlines = (PageFactInline, PagePictureInline, PageFileInline)
    text_template = "admin/pages/page/text.html"
    rich_fields = ("body",)
    fieldsets = (
        (None, {"fields": ("language", "title", "lead")}),
        (_("Address"), {"fields": ("parent", "word")}),
        (_("Text"), {"fields": ("body",)}),
    )

    # Only the form: the page to read has no editor and stays as strict as the rest.
    render_change_form = relaxed_for_editor(EditionAdmin.render_change_form)

    class Media:
        css = {"all": ["portal/css/tree.css"]}

    def get_fieldsets(self, request, obj=None):
        """Where a page stands is asked once; later it is moved."""
        first, address, *others = super().get_fieldsets(request, obj)
        place = (address[0], {"fields": ("address",)}) if obj else address
        return (first, place, *others)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(["address"] if obj else []))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.place = plant(obj.place.parent, obj.place.word)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("title"), ordering="place__order")
    def title_in_tree(self, page):
        title = self.title_link(page)
        return format_html('<span class="tree tree--{}">{}</span>', page.place.level, title)

    @admin.display(description=_("address"), ordering="place__order")
    def address(self, page):
        return page.get_absolute_url()
