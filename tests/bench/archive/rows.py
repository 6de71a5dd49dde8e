"""Makes rows of stories: of editions, and of all that the door would derive from them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from news.models import Article
from portal.publishing.folding import fold
from portal.publishing.hashing import canonical
from portal.publishing.models import Answer, State
from portal.publishing.slugs import slug_for
from tests.bench.archive.newsroom import DESK_OF_ONE, Newsroom
from tests.bench.archive.stories import RECENT, Line, Story, Told
from tests.bench.archive.tables import OF_AUDIT, Tables
from tests.bench.archive.words import Speaker

KIND = Article._meta.label_lower
MINUTE = timedelta(minutes=1)
ANSWERS = (Answer.GONE, Answer.GONE, Answer.NOTICE, Answer.REDIRECT)
VIDEO = "https://video.example/watch?v=1"


@dataclass(slots=True)
class Text:
    title: str
    lead: str
    body: str
    slug: str


@dataclass(slots=True)
class Event:
    """A row of the audit that is not chained yet."""

    at: datetime
    verb: str
    person: object
    language: str
    number: int
    details: dict
    fingerprint: str = ""
    note: str = ""


class Writer:
    """Writes one story after the other; a document's key is its place in the archive, from 1."""

    def __init__(
        self,
        random: Random,
        newsroom: Newsroom,
        speakers: dict[str, Speaker],
        numbers: list[int],
        now: datetime,
    ):
        self.random, self.newsroom, self.speakers = random, newsroom, speakers
        self.numbers, self.now = numbers, now
        self.tables = Tables()
        self.written = 0

    def write(self, story: Story) -> None:
        self.written += 1
        people, random = self.newsroom.people, self.random
        is_small = story.stream.slug in DESK_OF_ONE and random.random() < 0.5
        desk = self.newsroom.small_desk if is_small else self.newsroom.desk
        owner = random.choice([people["author"], people["colleague"]])
        events = [e for line in story.lines for e in self.write_line(story, line, owner)]
        count, head = self.write_chain(events)
        is_adopted = story.begun_at < self.now - RECENT
        self.tables.documents.add(
            *(KIND, story.number, owner.pk, desk.pk),
            f"archive:{self.written}" if is_adopted else None,
            min(story.begun_at, self.now) - MINUTE * 90,
            *(count, head),
        )

    # --- Editions ---------------------------------------------------------------------------------

    def write_line(self, story: Story, line: Line, owner) -> list[Event]:
        timeline = self.tables.timelines.add(
            self.written, line.language, len(line.editions), line.first
        )
        text, events = self.new_text(story, line.language), []
        for told in line.editions:
            if told.number > 1 and self.random.random() < 0.3:
                text.body = self.body(story, line.language)
            self.write_edition(story, line, told, timeline, owner, text)
            events += self.events_of(line, told, owner, text.body)
        if line.ends_at:
            events.append(self.write_ending(story, line, timeline))
        return events

    def new_text(self, story: Story, language: str) -> Text:
        speaker = self.speakers[language]
        title = speaker.title()
        body = self.body(story, language)
        return Text(title, speaker.lead(), body, slug_for(title, language))

    def body(self, story: Story, language: str) -> str:
        number = self.numbers[story.link] if story.link is not None else 0
        return self.speakers[language].body(number)

    def write_edition(self, story, line, told: Told, timeline: int, owner, text: Text) -> None:
        first = line.first if told.live_from else None
        interval = (told.live_from, told.live_until, first)
        edition = self.tables.articles.add(
            *(timeline, self.written, line.language, told.number, told.number - 1 or None),
            *(str(told.state), *interval, told.is_head, told.changed_at, owner.pk),
            *(text.title, fold(text.title), text.slug, text.lead),
            *(story.layout, story.stream.pk, text.body, "BelTA" if story.link else ""),
            VIDEO if story.layout == "video" else "",
        )
        self.tables.authors.add(timeline, told.number, owner.pk)
        self.write_parts(story, edition, text)
        if told.live_from:
            self.write_index(story, line, told, timeline, text, interval)

    def write_parts(self, story: Story, edition: int, text: Text) -> None:
        tables, key = self.tables, self.random.getrandbits
        for position, picture in enumerate(story.pictures):
            tables.pictures.add(edition, f"{key(128):032x}", *self.shown(position, picture, text))
        for position, file in enumerate(story.files):
            tables.files.add(edition, f"{key(128):032x}", position, file, "The report")
        for subject in story.subjects:
            tables.subjects.add(edition, subject)
        for place in story.related:
            tables.related.add(edition, place + 1)

    def shown(self, position: int, picture: int, text: Text) -> tuple:
        return position, picture, text.title, "", "BelTA"

    def write_index(self, story, line, told, timeline: int, text: Text, interval: tuple) -> None:
        tables, section = self.tables, story.stream.section
        path = f"news/{story.number:06d}/" + (f"{text.slug}/" if text.slug else "")
        entry = tables.entries.add(
            *(self.written, timeline, told.number, story.number, KIND, line.language, section),
            *(text.title, text.lead, path),
            len(story.pictures) if story.layout == "photo" else 0,
            story.layout == "video",
            *interval,
        )
        if story.link is not None and self.numbers[story.link]:
            tables.references.add(entry, story.link + 1)
        for subject in story.subjects:
            tables.entry_subjects.add(
                entry, subject, KIND, line.language, section, story.number, *interval
            )
        for position, picture in enumerate(story.pictures):
            tables.uses.add(entry, *self.shown(position, picture, text))
        for file in story.files:
            tables.file_uses.add(entry, file)

    def write_ending(self, story: Story, line: Line, timeline: int) -> Event:
        answer = self.random.choice(ANSWERS)
        target = story.link + 1 if story.link is not None else None
        if answer == Answer.REDIRECT and target is None:
            answer = Answer.GONE
        notice = "The text is out of date." if answer == Answer.NOTICE else ""
        target = target if answer == Answer.REDIRECT else None
        note = "It is out of date."
        self.tables.endings.add(timeline, line.ends_at, note, str(answer), notice, target)
        details = {"ends_at": line.ends_at.isoformat(), "answer": str(answer)}
        at, last = min(line.ends_at, self.now), len([e for e in line.editions if e.live_from])
        publisher = self.newsroom.people["publisher"]
        return Event(at, "withdraw", publisher, line.language, last, details, note=note)

    # --- The record -------------------------------------------------------------------------------

    def events_of(self, line: Line, told: Told, owner, body: str) -> list[Event]:
        """An old edition was adopted; a newer one went through the door, step by step. The
        fingerprints have their shape only: nothing compares those of the past.
        """
        people, place = self.newsroom.people, (line.language, told.number)
        fingerprint = f"1:{hashlib.sha256(body.encode()).hexdigest()}"
        details = {"live_from": told.live_from.isoformat()} if told.live_from else {}
        if told.live_from and told.live_from < self.now - RECENT:
            details |= {"author_id": owner.pk, "author": str(owner)}
            return [Event(told.changed_at, "adopt", people["chief"], *place, details, fingerprint)]
        verb, at = "start" if told.number == 1 else "revise", min(told.changed_at, self.now)
        based_on = {"based_on": told.number - 1} if told.number > 1 else {}
        events = [Event(at - MINUTE * 60, verb, owner, *place, based_on)]
        if told.state in {State.IN_REVIEW, State.APPROVED}:
            events.append(Event(at - MINUTE * 30, "submit", owner, *place, {}, fingerprint))
        if told.state == State.APPROVED:
            publisher = people["publisher"]
            events.append(Event(at, "approve", publisher, *place, details, fingerprint))
        if told.state == State.DISCARDED:
            events.append(Event(at, "discard", owner, *place, {}))
        return events

    def write_chain(self, events: list[Event]) -> tuple[int, str]:
        """The length of the document's chain, and the hash of its last row."""
        head = ""
        events.sort(key=lambda event: event.at)
        for sequence, event in enumerate(events, start=1):
            row = (
                *(self.written, sequence, event.at, event.verb, event.person.pk),
                *(str(event.person), event.language, event.number, event.note, event.details),
                *(event.fingerprint, head),
            )
            content = dict(zip(OF_AUDIT, row, strict=True))
            content["at"] = event.at.isoformat(timespec="microseconds")
            head = hashlib.sha256(canonical(content)).hexdigest()
            self.tables.audit.add(*row, head)
        return len(events), head
