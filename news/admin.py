"""The editors' desk of the news: only what is particular to articles."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from news.forms import ArticleForm
from news.models import Article, ArticleFile, ArticlePicture, Stream
from news.stream_form import StreamForm
from portal.illustrated.admin import AttachmentInline, IllustrationInline
from portal.publishing.admin import EditionAdmin, LabelAdmin
from portal.publishing.admin.filters import HeadsFilter
from portal.publishing.admin.narrowing import Condition, standing_in
from portal.publishing.rights import sections_of
from portal.richtext import relaxed_for_editor
from portal.subjects.models import Topic


@admin.register(Stream)
class StreamAdmin(LabelAdmin):
    form = StreamForm
    own_fields = ("slug", "position", "opens_at", "ends_at")
    list_display = (*LabelAdmin.list_display, "opens_at", "ends_at")

    def get_fields(self, request, obj=None):
        return [*super().get_fields(request, obj), "landing_number"]


class StreamFilter(HeadsFilter):
    """The streams that the person may see."""

    title = _("stream")
    parameter_name = "stream"

    def lookups(self, request, model_admin):
        paths = sections_of(request.user, Article)
        return [
            (stream.pk, stream.name)
            for stream in Stream.objects.all()
            if paths is None or {"news", stream.section} & set(paths)
        ]

    def condition_for(self, value):
        return Condition(Q(stream=value), is_indexed=True)


class TopicFilter(HeadsFilter):
    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request, model_admin):
        return [(topic.pk, topic.name) for topic in Topic.objects.all()]

    def condition_for(self, value):
        about = Article.subjects.through.objects.filter(subject=value)
        return standing_in("pk", about, "article")


class ArticlePictureInline(IllustrationInline):
    model = ArticlePicture


class ArticleFileInline(AttachmentInline):
    model = ArticleFile


@admin.register(Article)
class ArticleAdmin(EditionAdmin):
    form = ArticleForm
    list_display = ("title_link", "badge", "language_name", "stream", "changed", "changed_by")
    list_filter = (
        *(EditionAdmin.list_filter[0], StreamFilter, *EditionAdmin.list_filter[1:]),
        TopicFilter,
    )
    inlines = (ArticlePictureInline, ArticleFileInline)
    text_template = "admin/news/article/text.html"
    rich_fields = ("body",)
    fieldsets = (
        (None, {"fields": ("language", "stream", "layout", "title", "lead")}),
        (_("Text"), {"fields": (("dateline_town", "dateline_on"), "body", "author_line")}),
        (_("Topics, people, regions"), {"fields": ("subjects",)}),
        (_("Source"), {"fields": ("source_name", "source_url")}),
        (_("Video and related"), {"fields": ("remote_video", "related")}),
        (_("Address"), {"fields": ("slug",)}),
    )

    # Only the form: the page to read has no editor and stays as strict as the rest.
    render_change_form = relaxed_for_editor(EditionAdmin.render_change_form)
