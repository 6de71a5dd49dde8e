"""An address of every kind of page in a language, found in the demo's content."""

from django.db.models import Count

from news.models import Article, Layout
from portal import languages
from portal.pages.models import Page


def page_kinds(code: str) -> dict[str, str]:
    """By the name of the kind; kinds that have no content in this language are left out."""
    root = f"/{languages.prefix(code)}/"
    found = {
        "home": root,
        "list": f"{root}news/",
        "narrowed list": f"{root}news/?from=2019-02-31&until=2019-12-31",
        "stream": f"{root}news/opinions/",
        "subject": f"{root}news/topic/culture/",
        "archive year": f"{root}news/2019/",
        "archive month": f"{root}news/2019/06/",
        "tourism": f"{root}tourism/",
        "calendar": f"{root}calendar/",
        "site map": f"{root}site-map/",
        "accessibility": f"{root}accessibility/",
        "low vision": f"/plain-200-black{root}",
        "error page": f"{root}news/999999/",
    }
    return found | articles(code) | pages(code)


def articles(code: str) -> dict[str, str]:
    """The newest of each layout, and a photo of the report."""
    live = Article.objects.live().filter(language=code).order_by("-first_published_at")
    newest = {layout: live.filter(layout=layout).first() for layout in Layout.values}
    found = {f"article, {layout}": a.get_absolute_url() for layout, a in newest.items() if a}
    if report := newest[Layout.PHOTO]:
        found["photo"] = languages.localise(code, f"news/{report.document.number}/photo/1/")
    return found


def pages(code: str) -> dict[str, str]:
    """The one with most facts, and one that has others below it."""
    live = Page.objects.live().filter(language=code).select_related("place")
    page = live.annotate(count=Count("facts")).order_by("-count", "pk").first()
    section = live.filter(place__parent=None).order_by("place__order").first()
    found = {"page": page, "section": section}
    return {kind: each.get_absolute_url() for kind, each in found.items() if each}
