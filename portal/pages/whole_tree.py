"""All pages in the order of the tree, for readers who look for one."""

from dataclasses import dataclass, field

from django.db.models import F

from portal.pages.models import Page
from portal.pages.reading import Neighbour, chosen, fallbacks_of, readable_in
from portal.publishing import clock, scopes
from portal.publishing.models import Entry


@dataclass
class Branch:
    page: Neighbour
    branches: list["Branch"] = field(default_factory=list)


def whole_tree(language: str) -> list[Branch]:
    """The pages that a reader in this language may be led to, each below the nearest of them that
    stands above it. One query.
    """
    kind, fallbacks = Page._meta.label_lower, tuple(fallbacks_of(language))
    scopes.reads(*(scopes.listing(kind, code) for code in (language, *fallbacks)))
    readable = Entry.objects.filter(readable_in(language, fallbacks, clock.current().at))
    entries = readable.exclude(document__place=None).annotate(order=F("document__place__order"))
    top, above = [], []
    for page in chosen(entries, language):
        while above and not page.url.startswith(above[-1].page.url):
            above.pop()
        branch = Branch(page)
        (above[-1].branches if above else top).append(branch)
        above.append(branch)
    return top
