"""Home, an index of news with archive months, and articles, as in Wagtail's own tutorial."""

from django.core.paginator import Paginator
from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

PER_PAGE = 20


class HomePage(Page):
    def get_context(self, request):
        newest = published().order_by("-published_at")[:10]
        return super().get_context(request) | {"articles": newest}


class NewsIndexPage(RoutablePageMixin, Page):
    @path("")
    def newest(self, request):
        return self.render_list(request, published().child_of(self))

    @path("<int:year>/<int:month>/")
    def month(self, request, year, month):
        found = published().child_of(self)
        return self.render_list(
            request, found.filter(published_at__year=year, published_at__month=month)
        )

    def render_list(self, request, articles):
        pages = Paginator(articles.order_by("-published_at", "-pk"), PER_PAGE)
        return self.render(
            request, context_overrides={"page_of": pages.get_page(request.GET.get("page"))}
        )


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("ArticlePage", on_delete=models.CASCADE, related_name="tagged")


class ArticlePage(Page):
    published_at = models.DateTimeField(db_index=True)
    stream = models.CharField(max_length=50, db_index=True)
    lead = models.TextField()
    body = RichTextField()
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    def get_context(self, request):
        same = published().filter(stream=self.stream)
        return super().get_context(request) | {
            "earlier": same.filter(published_at__lt=self.published_at)
            .order_by("-published_at")
            .first(),
            "later": same.filter(published_at__gt=self.published_at)
            .order_by("published_at")
            .first(),
        }


def published():
    return ArticlePage.objects.live().public()
