"""What happened in fifteen years: documents, their languages, their editions, as plain decisions.

Nothing is stored here. Intervals are laid out as `portal.publishing.line` would; `check` compares.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from portal.publishing.models import State
from portal.publishing.models.document import FIRST_NUMBER
from tests.bench.archive.newsroom import STREAMS, Newsroom

YEARS = 15
LANGUAGES = {"ru": 1.0, "be": 0.7, "en": 0.6, "zh-hans": 0.3}  # the share of documents in each
REVISIONS = (0.78, 0.95, 0.99)  # cumulated shares of time lines with one, two, three editions
# Shares of editions that are not, or not simply, public.
HIDDEN = {State.DRAFT: 0.005, State.IN_REVIEW: 0.003, State.DISCARDED: 0.004}
SCHEDULED = 0.003
# What becomes of a time line, in per mille: nothing more, withdrawn, an end planned ahead, a draft
# of the next edition, the next edition scheduled.
ODDITIES = (("", "withdrawn", "ends", "draft", "ahead"), (988, 5, 2, 4, 1))
RECENT = timedelta(days=365)  # what is older was adopted, what is newer went through the door
MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Told:
    """An edition."""

    number: int
    state: State
    changed_at: datetime
    live_from: datetime | None = None
    live_until: datetime | None = None
    is_head: bool = False


@dataclass(slots=True)
class Line:
    language: str
    editions: list[Told]
    ends_at: datetime | None = None

    @property
    def first(self) -> datetime | None:
        return self.editions[0].live_from

    @property
    def head(self) -> Told:
        return max(self.editions, key=lambda told: (told.live_from is None, told.number))


@dataclass(slots=True)
class Story:
    """A document. `number` is None while nothing of it was approved."""

    number: int | None
    begun_at: datetime
    stream: object
    layout: str = "text"
    subjects: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    related: list[int] = field(default_factory=list)  # places of earlier stories in the archive
    link: int | None = None  # the place of an earlier story
    lines: list[Line] = field(default_factory=list)


class Archive:
    """Tells stories until there are `size` editions, the oldest first."""

    def __init__(self, size: int, random: Random, newsroom: Newsroom, now: datetime):
        self.size, self.random, self.newsroom, self.now = size, random, newsroom, now
        self.start = now - timedelta(days=365.25 * YEARS)
        self.count = 0  # editions told
        self.number = FIRST_NUMBER
        self.numbers: list[int] = []  # of documents, by their place; 0 where there is none
        self.weights = list(STREAMS.values())

    def stories(self) -> Iterator[Story]:
        hidden = {state: max(2, int(self.size * share)) for state, share in HIDDEN.items()}
        ahead = max(4, int(self.size * SCHEDULED))
        past = self.size - sum(hidden.values()) - ahead
        while self.count < past:
            share = self.count / past
            yield self.told(self.published(self.start + (self.now - self.start) * share))
        while self.count < past + ahead:
            yield self.told(
                self.published(self.now + timedelta(days=1 + 60 * self.random.random()))
            )
        for state, count in hidden.items():
            for _i in range(count):
                yield self.told(self.unpublished(state))

    def told(self, story: Story) -> Story:
        self.count += sum(len(line.editions) for line in story.lines)
        self.numbers.append(story.number or 0)
        return story

    # --- Documents --------------------------------------------------------------------------------

    def published(self, at: datetime) -> Story:
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        at = day + timedelta(seconds=self.random.randint(5 * 3600, 18 * 3600))
        if day <= self.now <= at:
            at = self.now - MINUTE * self.random.randint(2, 200)
        self.number += self.random.randint(1, 9)
        story = self.begun(at, self.number)
        for language, share in LANGUAGES.items():
            if self.random.random() < share:
                story.lines.append(self.line(language, at))
                # A translation follows within two days, or is ready by then where it is due ahead.
                at += MINUTE * self.random.randint(0, 900)
                at = at if day > self.now else min(at, self.now - MINUTE)
        return story

    def unpublished(self, state: State) -> Story:
        at = self.now - timedelta(hours=self.random.randint(1, 24 * 60))
        story = self.begun(at, None)
        story.lines.append(Line("ru", [Told(1, state, at, is_head=True)]))
        return story

    def begun(self, at: datetime, number: int | None) -> Story:
        random, room = self.random, self.newsroom
        story = Story(number, at, self.stream_at(at))
        story.layout = {"photo": "photo", "video": "video"}.get(story.stream.slug, "text")
        count = random.choices((0, 1, 2, 3, 4), (10, 25, 30, 20, 15))[0]
        drawn = random.choices(room.subjects, cum_weights=room.weights, k=count)
        story.subjects = sorted(set(drawn))
        covers = random.randint(3, 9) if story.layout == "photo" else int(random.random() < 0.9)
        story.pictures = random.sample(room.pictures, covers)
        if random.random() < 0.03:
            story.files = random.sample(room.files, random.randint(1, 2))
        if self.numbers and random.random() < 0.3:
            story.link = self.earlier()
        if self.numbers and random.random() < 0.2:
            story.related = sorted({self.earlier() for _i in range(random.randint(1, 3))})
        return story

    def stream_at(self, at: datetime):
        for campaign in self.newsroom.campaigns:
            if campaign.opens_at <= at < campaign.ends_at and self.random.random() < 0.15:
                return campaign
        return self.random.choices(self.newsroom.streams, self.weights)[0]

    def earlier(self) -> int:
        """The place of a story, near ones more often."""
        last = len(self.numbers) - 1
        return max(0, last - int(self.random.expovariate(1 / 200)))

    # --- Editions ---------------------------------------------------------------------------------

    def line(self, language: str, at: datetime) -> Line:
        line = Line(language, [Told(1, State.APPROVED, at, at)])
        drawn = self.random.random()
        for share in REVISIONS:
            if drawn < share or not self.revise(line):
                break
        if at < self.now:
            self.now_and_then(line)
        for told, following in zip(line.editions, line.editions[1:], strict=False):
            told.live_until = following.live_from
        approved = [told for told in line.editions if told.live_from]
        if line.ends_at:
            approved[-1].live_until = line.ends_at
        line.head.is_head = True
        return line

    def revise(self, line: Line) -> bool:
        """A correction some hours or weeks later, unless that lies ahead."""
        last = line.editions[-1]
        at = last.live_from + MINUTE * int(10 + self.random.expovariate(1 / 4000))
        if at >= self.now:
            return False
        line.editions.append(Told(last.number + 1, State.APPROVED, at, at))
        return True

    def now_and_then(self, line: Line) -> None:
        last, happened = line.editions[-1], self.random.choices(*ODDITIES)[0]
        number, days = last.number + 1, timedelta(days=1 + 30 * self.random.random())
        if happened == "withdrawn":
            line.ends_at = min(last.live_from + days, self.now - MINUTE / 2)
        elif happened == "ends":
            line.ends_at = self.now + days
        elif happened == "draft":
            line.editions.append(Told(number, State.DRAFT, self.now - MINUTE * 30))
        elif happened == "ahead":
            due = self.now + days
            line.editions.append(Told(number, State.APPROVED, self.now - MINUTE * 20, due))
