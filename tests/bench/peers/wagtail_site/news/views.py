from django.contrib.syndication.views import Feed
from django.shortcuts import render
from wagtail_site.news.models import ArticlePage, published


class LatestFeed(Feed):
    title, link, description = "News", "/", "The latest"

    def items(self):
        return published().order_by("-published_at")[:20]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.lead

    def item_link(self, item):
        return item.full_url

    def item_pubdate(self, item):
        return item.published_at


def search(request):
    words = request.GET.get("q", "")
    found = ArticlePage.objects.live().search(words)[:20] if words else []
    return render(request, "news/search.html", {"articles": found, "words": words})
