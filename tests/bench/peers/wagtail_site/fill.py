"""Loads so many articles in bulk: `python -m wagtail_site.fill 20000 < texts.json`.

The tree's columns are written as treebeard would; the search index is made by Wagtail's command.
What refers to what, which no page asks, is left out.
Prints the addresses to measure, as JSON.
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from urllib.parse import quote_plus

import django

UNTIL = datetime(2026, 6, 1, tzinfo=UTC)  # the newest article


def main(count: int, texts: list[dict]) -> dict[str, str]:
    from django.contrib.contenttypes.models import ContentType
    from django.core.management import call_command
    from django.db import connection
    from wagtail import fields
    from wagtail.models import Locale, Page, Site
    from wagtail_site.news.models import ArticlePage, ArticleTag, HomePage, NewsIndexPage

    call_command("migrate", verbosity=0)
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    root.get_children().delete()
    root = Page.objects.get(pk=root.pk)
    home = root.add_child(instance=HomePage(title="Home", slug="front"))
    Site.objects.create(hostname="127.0.0.1", root_page=home, is_default_site=True)
    news = home.add_child(instance=NewsIndexPage(title="News", slug="news", show_in_menus=True))
    kind, locale = ContentType.objects.get_for_model(ArticlePage), Locale.objects.first()
    now, step = UNTIL, timedelta(days=365.25 * 15) / count
    articles = [
        ArticlePage(
            path=Page._get_path(news.path, news.depth + 1, place + 1),
            depth=news.depth + 1,
            content_type=kind,
            locale=locale,
            slug=f"article-{place}",
            url_path=f"{news.url_path}article-{place}/",
            draft_title=text["title"],
            stream=f"stream-{place % 10}",
            published_at=now - step * (count - place),
            first_published_at=now - step * (count - place),
            last_published_at=now - step * (count - place),
            live=True,
            **text,
        )
        for place, text in zip(range(count), repeated(texts), strict=False)
    ]
    insert(ArticlePage, articles)
    tag(ArticlePage, ArticleTag, articles)
    Page.objects.filter(pk=news.pk).update(numchild=count)
    # Texts are told again and again; each is read for its words once.
    fields.get_text_for_indexing = cache(fields.get_text_for_indexing)
    call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    month = articles[len(articles) * 9 // 10].published_at
    words = quote_plus(" ".join(articles[0].title.split()[:2]))
    return {
        "home": "/",
        "list": "/news/",
        "deep": f"/news/?page={count // 40}",
        "month": f"/news/{month.year}/{month.month}/",
        "article": f"/news/article-{count // 2}/",
        "search": f"/search/?q={words}",
        "rss": "/feed/",
        "sitemap": "/sitemap.xml",
    }


def repeated(texts: list[dict]):
    while True:
        yield from texts


def insert(model, articles: list) -> None:
    """Multi-table inheritance has no bulk_create: the parents' rows, then their own."""
    from django.db import connection
    from django.db.models.sql import InsertQuery
    from wagtail.models import Page

    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    parents = [Page(**{name: getattr(article, name) for name in names}) for article in articles]
    Page.objects.bulk_create(parents, batch_size=1000)
    for article, parent in zip(articles, parents, strict=True):
        article.pk = article.id = article.page_ptr_id = parent.pk
    local = model._meta.local_concrete_fields
    for start in range(0, len(articles), 1000):
        query = InsertQuery(model)
        query.insert_values(local, articles[start : start + 1000])
        query.get_compiler(connection=connection).execute_sql()


def tag(model, through, articles: list) -> None:
    from taggit.models import Tag

    tags = [Tag(name=f"topic-{place}", slug=f"topic-{place}") for place in range(60)]
    Tag.objects.bulk_create(tags)
    through.objects.bulk_create(
        [
            through(content_object_id=article.pk, tag=tags[(place * 7 + shift) % 60])
            for place, article in enumerate(articles)
            for shift in range(place % 4)
        ],
        batch_size=2000,
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wagtail_site.settings")
    django.setup()
    print(json.dumps(main(int(sys.argv[1]), json.load(sys.stdin))))
