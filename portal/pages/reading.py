"""The context of a page, put together from the tree, the public index and its own parts."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
)
from django.utils.translation import get_language

from portal import languages
from portal.listing import alternates, by_list
from portal.pages.models import Page
from portal.prepared import prepared
from portal.publishing import clock, scopes
from portal.publishing.answers import Found
from portal.publishing.changes import major_changes, publication_of
from portal.publishing.intervals import live_at
from portal.publishing.models import Entry
from portal.richtext import cover_and_rest
from portal.richtext.headings import FEWEST, headings_in


@dataclass(frozen=True)
class Neighbour:
    """A page above or below; `lang` is "" where its title is in the language of this address."""

    title: str
    lead: str
    url: str
    lang: str = ""


def fallbacks_of(language: str) -> list[str]:
    return settings.LANGUAGE_FALLBACKS.get(language, [])


def reading_context(found: Found) -> dict:
    """At most five queries: pictures, files, facts, what stands around, and the changes if there
    may be any. Of a page that is read under a notice the pictures and files are gone.
    """
    page, withdrawal, language = found.edition, found.ending, get_language()
    published_at = publication_of(page)
    pictures = [] if withdrawal else page.pictures_to_show()
    files = [] if withdrawal else page.files_to_offer()
    changes = major_changes(page, published_at)
    cover, below = cover_and_rest(page.body, pictures)
    around = surroundings(page, language)
    headings = headings_in(page.body, page.language)
    return {
        "edition": page,
        "withdrawal": withdrawal,
        # The address at which the text is at home, where this is another.
        "home": page.get_absolute_url() if page.language != language else "",
        "published_at": published_at,
        "updated_at": changes[0].at if changes else published_at,
        "changes": changes,
        "pictures": pictures,
        "cover": cover,
        "below": below,
        "image": next(iter(pictures), None),
        "facts": list(page.facts.all()),
        "attachments": files,
        "headings": headings if len(headings) >= FEWEST else [],
        "above": chosen(around["above"], language),
        "children": chosen(around["below"], language),
        "linked": around["linked"],
        "alternates": alternates(around["translations"]),
    }


def surroundings(page: Page, language: str) -> dict[str, list[Entry]]:
    """What is public around a page, by one query. Rows in the tree know their `order` there."""
    own, fallbacks, numbers = page.place, fallbacks_of(language), page.referenced_numbers()
    scopes.reads(*(scopes.listing(page.kind, code) for code in [language, *fallbacks]))
    scopes.reads(*map(scopes.numbered, numbers))
    rows = standing_around(
        tuple(fallbacks),
        at=clock.current().at,
        language=language,
        place=own.pk,
        paths=tuple(own.paths_above),
        document=page.document_id,
        text=page.language,
        linked=tuple(sorted(numbers)),
    )
    return by_list(rows)


@prepared(
    at=DateTimeField(),
    language=CharField(),
    place=BigIntegerField(),
    paths=CharField(),
    document=BigIntegerField(),
    text=CharField(),
    linked=BigIntegerField(),
)
def standing_around(fallbacks: tuple, *, at, language, place, paths, document, text, linked):
    """`text` is the language of the page itself."""
    placed = Entry.objects.annotate(order=F("document__place__order"))
    readable = placed.filter(readable_in(language, fallbacks, at))
    public = placed.live(at)
    return Entry.objects.told_apart(
        ("above", readable.filter(document__place__path__in=paths)),
        ("below", readable.filter(document__place__parent=place)),
        ("linked", public.for_language(text).filter(number__in=linked)),
        ("translations", public.filter(document=document)),
    )


def readable_in(language, fallbacks: tuple, at) -> Q:
    """Of live entries of pages: those that a reader in this language may be led to."""
    own = Entry.objects.filter(document=OuterRef("document"), language=language, live_from__lte=at)
    by_rule = Q(language__in=fallbacks) & ~Exists(own)
    return live_at(at) & (Q(language=language) | by_rule)


def chosen(entries: list[Entry], language: str) -> list[Neighbour]:
    """One of each document, in the best language, in the order of the tree."""
    order = [language, *fallbacks_of(language)]
    best = {}
    for entry in sorted(entries, key=lambda entry: order.index(entry.language)):
        best.setdefault(entry.document_id, entry)
    return [neighbour(e, language) for e in sorted(best.values(), key=lambda entry: entry.order)]


def neighbour(entry: Entry, language: str) -> Neighbour:
    url = languages.localise(language, entry.path)
    lang = "" if entry.language == language else languages.html_lang(entry.language)
    return Neighbour(entry.title, entry.lead, url, lang)
