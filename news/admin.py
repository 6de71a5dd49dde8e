"""The editors' desk of the news: only what is particular to articles."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from news.forms import ArticleForm
from news.models import Article, ArticlePicture, Stream
from portal.media.admin import PicturePartInline
from portal.publishing.admin import EditionAdmin, LabelAdmin, PartInline
from portal.publishing.admin.filters import ChoiceFilter
from portal.richtext import relaxed_for_editor
from portal.richtext.rows import PlacedInText

admin.site.register(Stream, LabelAdmin)


class StreamFilter(ChoiceFilter):
    title = _("stream")
    parameter_name = "stream"

    def lookups(self, request, model_admin):
        return [(stream.pk, stream.name) for stream in Stream.objects.all()]

    def narrow(self, request, queryset, value):
        return queryset.filter(stream=value)


class ArticlePictureInline(PlacedInText, PicturePartInline, PartInline):
    model = ArticlePicture
    fields = ("picture", "upload", "alt", "is_decorative", "caption", "credit", "position")
    fields += ("in_text",)


@admin.register(Article)
class ArticleAdmin(EditionAdmin):
    form = ArticleForm
    list_display = ("title_link", "badge", "language_name", "stream", "changed", "changed_by")
    list_filter = (EditionAdmin.list_filter[0], StreamFilter, *EditionAdmin.list_filter[1:])
    inlines = (ArticlePictureInline,)
    text_template = "admin/news/article/text.html"
    rich_fields = ("body",)
    fieldsets = (
        (None, {"fields": ("language", "stream", "title", "lead")}),
        (_("Text"), {"fields": (("dateline_town", "dateline_on"), "body", "author_line")}),
        (_("Source"), {"fields": ("source_name", "source_url")}),
        (_("Address"), {"fields": ("slug",)}),
    )

    # Only the form: the page to read has no editor and stays as strict as the rest.
    render_change_form = relaxed_for_editor(EditionAdmin.render_change_form)
