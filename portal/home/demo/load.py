"""Composes the demo's home page in each language, and one edition that waits for its day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.management.base import CommandError
from django.db import transaction

from portal.accounts.demo_cast import Cast
from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import Role
from portal.home.models import ORIGIN, SECTION, Feature, HomePage, StripPage, home_document
from portal.publishing import clock
from portal.publishing.models import Document, Entry
from portal.publishing.workflow import take_all

DESK = "Front page desk"
MEMBERS = (("author", Role.AUTHOR), ("reviewer", Role.REVIEWER), ("publisher", Role.PUBLISHER))
STRIP = ("about/geography/", "about/history/", "about/symbols/", "government/")
DAYS_AHEAD = 4


@dataclass(frozen=True)
class Front:
    """`story` and `features` are keys of the news' demo."""

    title: str
    lead: str
    strip_title: str
    story: str
    features: tuple[str, ...]


FRONTS = {
    "be": Front(
        "Беларусь: зямля і людзі",
        "Навіны, культура і мясціны Беларусі на афіцыйным сайце краіны.",
        "Пра краіну",
        "nesvizh",
        ("kupalle", "year", "skaryna"),
    ),
    "ru": Front(
        "Беларусь: земля и люди",
        "Новости, культура и достопримечательности Беларуси на официальном сайте страны.",
        "О стране",
        "nesvizh",
        ("library", "kupalle", "year"),
    ),
    "en": Front(
        "Belarus, its land and people",
        "News, culture and places of Belarus on the official website of the country.",
        "About the country",
        "nesvizh",
        ("library", "kupalle", "year"),
    ),
    "zh-hans": Front(
        "白俄罗斯：土地与人民",
        "白俄罗斯官方网站：新闻、文化与名胜。",
        "关于白俄罗斯",
        "nesvizh",
        ("straw", "skaryna", "poets"),
    ),
}
# The edition that waits: its lead is scheduled for the same morning.
NEXT = {"language": "en", "story": "transport"}


@transaction.atomic
def load(people: Cast, write: Callable[[str], None]) -> list[tuple[str, str]]:
    """Once: what is there stays untouched. Returns nothing to visit that is not told already."""
    open_desk(people)
    # Read anew: the news' demo has asked these what they may do.
    people = {part: User.objects.get(pk=person.pk) for part, person in people.items()}
    if Document.objects.filter(origin=ORIGIN).exists():
        write("Home pages: they were there already.")
        return []
    document = home_document(owner=people["author"], desk=Desk.objects.get(name=DESK))
    homes = [home_of(language, front, document) for language, front in FRONTS.items()]
    made = go("adopt", homes, by=people["chief"], author=people["author"])
    schedule_next(next(home for home in made if home.language == NEXT["language"]), people)
    write(f"Home pages: {len(made)} loaded, the next edition of one is scheduled.")
    return []


def open_desk(people: Cast) -> None:
    desk, _new = Desk.objects.get_or_create(name=DESK, defaults={"sections": [SECTION]})
    for part, role in MEMBERS:
        Membership.objects.get_or_create(user=people[part], desk=desk, role=role)


def home_of(language: str, front: Front, document: Document) -> HomePage:
    home = HomePage(
        document=document,
        language=language,
        title=front.title,
        lead=front.lead,
        strip_title=front.strip_title,
        lead_story=next(iter(told([front.story], language)), None),
    )
    return home.with_parts(
        *parts(Feature, told(front.features, language)), *parts(StripPage, pages(language))
    )


def parts(slot, documents: list[Document]) -> list:
    return [slot(document=each, position=place) for place, each in enumerate(documents, 1)]


def told(keys, language: str) -> list[Document]:
    """The stories that are public in the language, in this order."""
    live = Entry.objects.live().for_language(language).select_related("document")
    origins = [f"demo:news/{key}" for key in keys]
    found = {e.document.origin: e.document for e in live.filter(document__origin__in=origins)}
    return [found[origin] for origin in origins if origin in found]


def pages(language: str) -> list[Document]:
    live = Entry.objects.live().for_language(language).select_related("document")
    found = {entry.path: entry.document for entry in live.filter(path__in=STRIP)}
    return [found[path] for path in STRIP if path in found]


def schedule_next(live: HomePage, people: Cast) -> None:
    story = Document.objects.filter(origin=f"demo:news/{NEXT['story']}", number__isnull=False)
    [draft] = go("revise", [live], by=people["author"])
    draft.lead_story, draft.changed_by = story.first() or live.lead_story, people["author"]
    draft.save()
    [review] = go("submit", [draft], by=people["author"])
    day = clock.midnight(clock.today() + timedelta(days=DAYS_AHEAD))
    at, seen = day + timedelta(hours=9), {review.pk: review.content_hash}
    go("approve", [review], by=people["publisher"], at=at, seen=seen)


def go(verb: str, homes: list[HomePage], **options) -> list[HomePage]:
    outcome = take_all(verb, homes, **options)
    if outcome.refused:
        sentences = [s for refusal in outcome.refused for s in refusal.sentences]
        raise CommandError(f"The portal refused “{verb}” for a home page: {' '.join(sentences)}")
    return outcome.done
