"""The one door: `take_all()` is the only code that changes the state of an edition."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from portal.publishing import clock
from portal.publishing.auditing import record
from portal.publishing.copying import copy_of, copy_parts_and_labels
from portal.publishing.effects import EFFECTS
from portal.publishing.errors import Refused
from portal.publishing.index import update_index
from portal.publishing.line import Line, lay_out, read_lines, write_lines
from portal.publishing.models import (
    Authorship,
    Document,
    Edition,
    Numbering,
    Part,
    State,
    Timeline,
    lock_documents,
)
from portal.publishing.refusals import Known, dead_links, numbers_to_link, refusals
from portal.publishing.signals import state_changed, state_changing
from portal.publishing.slugs import slug_for
from portal.publishing.steps import Afterwards, Change, Obstacle, Outcome, Refusal, Step
from portal.publishing.verbs import VERBS

logger = logging.getLogger(__name__)
BEGINS = {"start", "adopt"}
COPIES = {"revise", "restore", "translate"}
# A translation gets its own when it is first saved: its title is not translated yet.
GETS_A_SLUG = {"start", "revise", "restore", "adopt"}


def take(verb: str, edition: Edition, *, by, seen: str = "", **options) -> Edition:
    """`take_all` of one. Returns the edition as it now is, or raises Refused."""
    outcome = take_all(verb, [edition], by=by, seen={edition.pk: seen}, **options)
    for refusal in outcome.refused:
        raise Refused(refusal.sentences)
    return outcome.done[0]


def take_all(
    verb: str,
    editions: Iterable[Edition],
    *,
    by,
    note: str = "",
    at: datetime | None = None,
    seen: dict[int, str] | None = None,
    answers: Iterable[str] = (),
    language: str = "",
    author=None,
    afterwards: Afterwards | None = None,
) -> Outcome:
    """Take one step with each edition, under the documents' lock, in one transaction.

    What is refused stays as it was and says why; the rest goes through. `start` and `adopt` take
    editions not stored yet, with `document` and `language` set (a new Document may be shared by
    several), parts and labels given by `with_parts()` and `with_labels()`; `revise`, `restore` and
    `translate` answer with the new draft. `at` is an aware moment, `seen` maps pk to the content
    hash the person saw, `answers` are the consents that obstacles asked for, `author` is the
    second person of an adoption, `afterwards` what a withdrawal leaves at the address.
    """
    editions = list(editions)
    options = {
        "note": note,
        "at": at,
        "seen": seen or {},
        "answers": frozenset(answers),
        "language": language,
        "author": author,
        "afterwards": afterwards or Afterwards(),
    }
    try:
        with transaction.atomic():
            return _Door(VERBS[verb], editions, by, options).pass_all()
    except (IntegrityError, OperationalError) as error:
        if isinstance(error, OperationalError) and "lock" not in str(error):
            raise
        logger.warning("%s: a race was lost: %s", verb, error)
        late = Obstacle(_("Somebody else was faster. Load the page again."))
        return Outcome(refused=[Refusal(edition, [late]) for edition in editions])


class _Door:
    """One passage of editions; its methods are the stages, in order."""

    def __init__(self, verb, editions, by, options):
        self.editions = editions
        self.documents = lock_documents({e.document_id for e in editions} - {None})
        self.step = Step(verb=verb, by=by, now=clock.now(), **options)
        self.outcome = Outcome()

    def pass_all(self) -> Outcome:
        by_model = defaultdict(list)
        for edition in self.editions:
            by_model[type(edition)].append(edition)
        for model, editions in by_model.items():
            self.pass_model(model, editions)
        return self.outcome

    def pass_model(self, model: type[Edition], editions: list[Edition]) -> None:
        self.lines = read_lines(model, self.documents, self.step.by)
        fresh = self.read(model, editions)
        self.known: Known = {}
        if self.step.verb.checks_text:
            self.known = numbers_to_link(fresh, self.step.at or self.step.now)
        changes = []
        for edition, own in zip(editions, fresh, strict=True):
            if change := self.pass_one(edition, own):
                changes.append(change)
        if changes:
            self.write(model, changes)
            self.outcome.done += [change.edition for change in changes]

    def read(self, model: type[Edition], editions: list[Edition]) -> list[Edition]:
        """The editions as the database has them now, each in its line; new ones as it will."""
        stored = model.objects.whole().in_bulk([e.pk for e in editions if e.pk is not None])
        fresh = [stored.get(edition.pk, edition) for edition in editions]
        for edition in fresh:
            if edition.pk is None:
                edition.normalise()
            if edition.document_id is not None:  # the locked row, not what the caller remembers
                edition.document = self.documents[edition.document_id]
        for edition in stored.values():
            self.line_of(edition).replace(edition)
        return fresh

    def line_of(self, edition: Edition, language: str = "") -> Line:
        """The line of the edition's document, made in memory where there is none yet."""
        document, language = edition.document, language or edition.language
        key = (document.pk or id(document), language)
        if key not in self.lines:
            self.lines[key] = Line(Timeline(document=document, language=language))
        return self.lines[key]

    def pass_one(self, edition: Edition, own: Edition) -> Change | None:
        step, line = self.step, self.line_of(own)
        target = self.line_of(own, step.language) if step.language else line
        obstacles = refusals(step, line, own, target)
        if step.verb.checks_text:
            obstacles += dead_links(own, self.known)
        if obstacles:
            self.outcome.refused.append(Refusal(edition, obstacles))
            return None
        before, source = line.word(own, step.now), None
        if step.verb.name in COPIES:
            source, own = own, copy_of(own, step.language or own.language)
        details = EFFECTS[step.verb.name](step, target, own)
        lay_out(target)
        document = target.timeline.document
        return Change(step, target, own, step.verb, before, document, details, source)

    def write(self, model: type[Edition], changes: list[Change]) -> None:
        lines = list({id(change.line): change.line for change in changes}.values())
        store_new_lines(lines)
        for own in (change.edition for change in changes if change.verb.name in GETS_A_SLUG):
            own.slug = slug_for(own.title, own.language, own.slug)
        give_numbers(changes)
        write_lines(model, lines, self.step.now)
        store_parts_and_authors(model, self.step, changes)
        update_index(lines, changes, self.known)
        record(self.step, changes)
        state_changing.send(sender=model, changes=changes)
        transaction.on_commit(lambda: state_changed.send_robust(sender=model, changes=changes))


def store_new_lines(lines: list[Line]) -> None:
    """Documents and timelines come to be only now that something of them went through."""
    documents = {id(line.timeline.document): line.timeline.document for line in lines}
    Document.objects.bulk_create([d for d in documents.values() if d.pk is None], batch_size=200)
    new = [line for line in lines if line.timeline.pk is None]
    Timeline.objects.bulk_create([line.timeline for line in new], batch_size=200)
    for line in new:
        line.timeline_is_stored()


def give_numbers(changes: list[Change]) -> None:
    """A document gets its public number at the first approval in any language."""
    approved = [c.document for c in changes if c.verb.publishes]
    unnumbered = list({id(d): d for d in approved if d.number is None}.values())
    if unnumbered:
        for document, number in zip(unnumbered, Numbering.reserve(len(unnumbered)), strict=True):
            document.number = number


def store_parts_and_authors(model: type[Edition], step: Step, changes: list[Change]) -> None:
    if step.verb.name in COPIES:
        copy_parts_and_labels(model, changes)
    if step.verb.name in BEGINS:
        store_new_parts(changes)
        store_new_labels(model, changes)
    if step.verb.name in BEGINS | COPIES:
        store_authors(step, changes)
    if step.verb.name == "adopt":
        # Fingerprints and the index are made from what the database keeps.
        stored = model.objects.whole().in_bulk([change.edition.pk for change in changes])
        for change in changes:
            stored[change.edition.pk].document = change.document
            change.edition = stored[change.edition.pk]


def store_authors(step: Step, changes: list[Change]) -> None:
    """Who begins an edition is an author of it. A copy of what nobody has approved takes its
    authors along, else discarding and starting anew would be a way round four eyes.
    """
    author = step.author or step.by
    found = {(c.edition.timeline_id, c.edition.number, author.pk) for c in changes}
    unapproved = {
        (c.source.timeline_id, c.source.number): c.edition
        for c in changes
        if c.source and c.source.state != State.APPROVED
    }
    for row in Authorship.objects.filter(timeline__in={timeline for timeline, _n in unapproved}):
        if copy := unapproved.get((row.timeline_id, row.number)):
            found.add((copy.timeline_id, copy.number, row.person_id))
    Authorship.objects.bulk_create(
        [Authorship(timeline_id=t, number=n, person_id=p) for t, n, p in sorted(found)],
        batch_size=200,
    )


def store_new_parts(changes: list[Change]) -> None:
    by_type: dict[type[Part], list[Part]] = defaultdict(list)
    for change in changes:
        for part in change.edition.new_parts:
            part.edition = change.edition
            by_type[type(part)].append(part)
    for part_type, parts in by_type.items():
        part_type.objects.bulk_create(parts, batch_size=200)


def store_new_labels(model: type[Edition], changes: list[Change]) -> None:
    for field in model._meta.many_to_many:
        through = field.remote_field.through
        rows = [
            through(**{field.m2m_field_name(): c.edition, field.m2m_reverse_field_name(): label})
            for c in changes
            for label in c.edition.new_labels.get(field.name, ())
        ]
        through.objects.bulk_create(rows, batch_size=200)
