"""What stands around the articles: pages, menus, home pages, a banner, an alert. All of it comes
through the door, as it would on the site.
"""

from datetime import datetime, timedelta
from random import Random

from portal import languages
from portal.media.models import Picture
from portal.navigation.models import (
    FIRST,
    SECOND,
    Alert,
    Banner,
    BannerPicture,
    Menu,
    MenuItem,
    Slot,
)
from portal.pages.models import Page, Place
from portal.publishing.models import Document, Entry
from portal.publishing.workflow import take_all
from tests import cast
from tests.bench.archive.newsroom import Newsroom
from tests.bench.archive.words import Speaker

TOPS = ("about", "government", "business", "travel")
# How many stand below each top, and below each of those: 4 × (1 + 8 × (1 + 2)) = 100 pages.
TREE, SMALL_TREE = (8, 2), (2, 0)
STORIES = 4  # on a home page: one that leads, and features


class Surroundings:
    def __init__(
        self, random: Random, newsroom: Newsroom, speakers: dict[str, Speaker], now: datetime
    ):
        self.random, self.speakers, self.since = random, speakers, now - timedelta(days=900)
        self.author, self.chief = newsroom.people["author"], newsroom.people["chief"]
        self.picture = Picture.objects.first()

    def put(self, tree: tuple[int, int] = TREE) -> None:
        self.adopt(self.pages(tree))
        self.adopt(self.menus())
        self.adopt(self.homes())
        self.adopt(self.banners())
        self.adopt(self.alerts())

    def adopt(self, editions: list) -> None:
        outcome = take_all("adopt", editions, by=self.chief, author=self.author)
        for refusal in outcome.refused:
            raise RuntimeError(" ".join(refusal.sentences))

    def pages(self, tree: tuple[int, int]) -> list[Page]:
        made = []
        for path in paths(*tree):
            place = cast.a_place(path)
            document = Document(owner=self.author)
            for code in languages.CODES:
                page = Page(document=document, language=code, place=place, **self.text(code))
                parts = cast.on_a_page(pictures=[self.picture])
                made.append(page.with_parts(*parts, cast.a_fact()))
        return made

    def text(self, language: str) -> dict:
        """Of a page or of what stands around it, as old as the site's newest face."""
        speaker = self.speakers[language]
        return {
            "title": speaker.title(),
            "lead": speaker.lead(),
            "body": speaker.body(),
            "live_from": self.since,
        }

    def short(self, language: str) -> dict:
        return {name: text for name, text in self.text(language).items() if name != "body"}

    def menus(self) -> list[Menu]:
        places = {place.path: place.document for place in Place.objects.select_related("document")}
        made = []
        for slot in Slot:
            document = Document(owner=self.chief)
            for code in languages.CODES:
                title = Menu.name_of(slot, code)
                menu = Menu(document=document, language=code, slot=slot, title=title)
                menu.live_from = self.since
                made.append(menu.with_parts(*items(places)))
        return made

    def homes(self) -> list:
        strip = list(Document.objects.filter(place__path__in=TOPS))
        made = []
        for code in languages.CODES:
            live = Entry.objects.live().for_language(code).for_kind("news.article")
            newest = live.select_related("document").newest_first()[:STORIES]
            first, *others = [entry.document for entry in newest]
            home = cast.a_home(self.chief, language=code, story=first, features=others, strip=strip)
            made.append(home)
        document = made[0].document
        for home in made:
            home.document = document
        return made

    def banners(self) -> list[Banner]:
        document = Document(owner=self.chief)
        made = [
            Banner(document=document, language=code, room="news/", **self.short(code))
            for code in languages.CODES
        ]
        return [each.with_parts(cast.shown(self.picture, BannerPicture)) for each in made]

    def alerts(self) -> list[Alert]:
        document = Document(owner=self.chief)
        return [
            Alert(document=document, language=code, **self.short(code)) for code in languages.CODES
        ]


def paths(below: int, deep: int) -> list[str]:
    found = []
    for top in TOPS:
        found.append(top)
        for part in range(1, below + 1):
            found.append(f"{top}/part-{part}")
            found += [f"{top}/part-{part}/leaf-{leaf}" for leaf in range(1, deep + 1)]
    return found


def items(places: dict[str, Document]) -> list[MenuItem]:
    """The tops of the tree, each with what stands right below it, and the news."""
    told = [(FIRST, "News", {"room": "news/"})]
    for top in TOPS:
        told.append((FIRST, top.capitalize(), {"target": places[top]}))
        below = [path for path in places if path.startswith(f"{top}/") and path.count("/") == 1]
        told += [(SECOND, path.rpartition("/")[2], {"target": places[path]}) for path in below]
    return [
        MenuItem(label=label, level=level, position=position, **target)
        for position, (level, label, target) in enumerate(told)
    ]
