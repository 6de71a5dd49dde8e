"""A walk through the verbs under a clock of its own, and what must hold after every step."""

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise

from news.models import Article
from portal.publishing import clock
from portal.publishing.auditing import broken_links
from portal.publishing.index import rebuild
from portal.publishing.line import read_lines
from portal.publishing.models import OPEN, Audit, Document, Entry
from portal.publishing.workflow import take_all
from tests import cast
from tests.portal.publishing import verbs_table as table
from tests.portal.publishing.times import NOON

TICK = timedelta(microseconds=1)
VERBS = sorted(set(table.VERBS) - {"adopt"})


class Walk:
    """Remembers every past it has seen, and holds later ones against it."""

    def __init__(self, new_article, time_machine):
        self.new_article, self.time_machine = new_article, time_machine
        self.now = NOON
        self.past_answers, self.past_boundaries = {}, {}
        self.taken = []

    def wait(self, minutes) -> None:
        self.remember()
        self.move(minutes)

    def move(self, minutes) -> None:
        self.now += timedelta(minutes=minutes)
        self.time_machine.move_to(self.now, tick=False)

    def fitting(self) -> dict[str, list[Article]]:
        """For each verb the editions that it applies to."""
        read = read_lines(Article, Document.objects.in_bulk(), None)
        lines = [read[key] for key in sorted(read)]  # PostgreSQL gives them in any order
        words = [(edition, self.word(line, edition)) for line in lines for edition in line.editions]
        found = {verb: [e for e, word in words if word in table.FROM[verb]] for verb in VERBS}
        return found | {"start": [self.new_article()]}

    def any_edition(self, verb) -> list[Article]:
        return [self.new_article()] if verb == "start" else list(Article.objects.order_by("pk"))

    def word(self, line, edition) -> str:
        word = line.word(edition, self.now)
        if word == "live" and line.flag_of(edition):
            return "flagged"
        return "ending" if word == "live" and line.planned_end(self.now) else str(word)

    def step(self, verb, edition, by, minutes_ahead, answers) -> bool:
        """Take the step; whether it went through."""
        options = {"note": "Because.", "answers": answers}
        if verb in {"approve", "withdraw", "reschedule"} and minutes_ahead is not None:
            options["at"] = self.now + timedelta(minutes=minutes_ahead)
        if verb == "translate":
            options["language"] = table.INTO
        if verb in {"approve", "urgent"}:
            options["seen"] = {edition.pk: cast.fresh(edition).content_hash}
        audits = Audit.objects.count()
        outcome = take_all(verb, [edition], by=by, **options)
        sentences = [sentence for refusal in outcome.refused for sentence in refusal.sentences]
        assert "Somebody else was faster. Load the page again." not in sentences, self.taken
        assert Audit.objects.count() == audits + len(outcome.done)
        if outcome.done:
            self.taken.append((verb, str(self.now.time()), options.get("at")))
        return bool(outcome.done)

    # --- What must hold --------------------------------------------------------------------------

    def remember(self) -> None:
        rows = self.boundaries()
        for moment in {moment for moments in rows.values() for moment in moments if moment}:
            for at in (moment - TICK, moment, moment + TICK):
                if at < self.now:
                    self.past_answers.setdefault(at, live(at))
        for key, moments in rows.items():
            for name, moment in zip(("from", "until"), moments, strict=True):
                if moment and moment < self.now:
                    self.past_boundaries.setdefault((*key, name), moment)

    def boundaries(self) -> dict:
        rows = Article.objects.filter(state="approved")
        columns = ("timeline", "number", "live_from", "live_until")
        return {(t, n): (start, end) for t, n, start, end in rows.values_list(*columns)}

    def check(self) -> None:
        rows = self.boundaries()
        for (timeline, number, name), moment in self.past_boundaries.items():
            kept = dict(zip(("from", "until"), rows[timeline, number], strict=True))
            assert kept[name] == moment, (self.taken, timeline, number, name)
        for at, answer in list(self.past_answers.items())[-3:]:
            assert live(at) == answer, (self.taken, at)
        lines = defaultdict(list)
        for edition in Article.objects.select_related("timeline").order_by("live_from"):
            lines[edition.timeline].append(edition)
        for timeline, editions in lines.items():
            self.check_timeline(timeline, editions)
        assert mirrored(Entry, "edition_number") == mirrored(Article, "number"), self.taken

    def check_timeline(self, timeline, editions) -> None:
        approved = [edition for edition in editions if edition.state == "approved"]
        for earlier, later in pairwise(approved):
            assert earlier.live_until is not None, self.taken
            assert earlier.live_until <= later.live_from, self.taken
        assert sum(edition.is_head for edition in editions) == 1, self.taken
        assert sum(edition.state in OPEN for edition in editions) <= 1, self.taken
        assert sum(edition.live_from > self.now + TICK for edition in approved) <= 1, self.taken
        first = approved[0].live_from if approved else None
        assert timeline.first_published_at == first, self.taken
        assert {edition.first_published_at for edition in approved} <= {first}, self.taken

    def check_all_past(self) -> None:
        for at, answer in self.past_answers.items():
            assert live(at) == answer, (self.taken, at)
        assert list(broken_links()) == []
        assert list(rebuild(write=False)) == []
        assert clock.now() == self.now


def live(at) -> tuple:
    """What editions and index say was public at `at`."""
    editions = Article.objects.live(at).values_list("timeline", "number", "title")
    entries = Entry.objects.live(at).values_list("timeline", "edition_number", "title")
    return sorted(editions), sorted(entries)


def mirrored(model, number) -> list:
    columns = ("timeline", number, "live_from", "live_until", "first_published_at", "title")
    return sorted(model.objects.filter(live_from__isnull=False).values_list(*columns), key=str)
