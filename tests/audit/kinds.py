"""An address of every page kind in a language, found in the demo's content."""

from news.models import Article, Layout
from portal import languages
from portal.publishing.models import Entry


def page_kinds(code: str) -> dict[str, str]:
    """By the name of the kind; kinds that have no content in this language are left out."""
    root = f"/{languages.prefix(code)}/"
    found = {
        "home": root,
        "list": f"{root}news/",
        "narrowed list": f"{root}news/?from=2019-02-31&until=2019-12-31",
        "archive year": f"{root}news/2019/",
        "archive month": f"{root}news/2019/06/",
        "tourism": f"{root}tourism/",
        "calendar": f"{root}calendar/",
        "accessibility": f"{root}accessibility/",
        "error page": f"{root}news/999999/",
    }
    return found | articles(code) | pages(code)


def articles(code: str) -> dict[str, str]:
    """The newest of each layout, and a photo of the report."""
    live = Article.objects.live().filter(language=code).select_related("document")
    newest = {
        layout: live.filter(layout=layout).order_by("-first_published_at").first()
        for layout in Layout.values
    }
    found = {f"article, {layout}": a.get_absolute_url() for layout, a in newest.items() if a}
    if report := newest[Layout.PHOTO]:
        found["photo"] = languages.localise(code, f"news/{report.document.number}/photo/1/")
    return found


def pages(code: str) -> dict[str, str]:
    """The deepest page of the tree and the root with the most below it."""
    live = list(Entry.objects.live().filter(kind="pages.page", language=code))
    found = {}
    if live:
        found["page"] = max(live, key=lambda e: (e.path.count("/"), e.number)).get_absolute_url()
        found["section"] = min(live, key=lambda e: (e.path.count("/"), e.number)).get_absolute_url()
    return found
