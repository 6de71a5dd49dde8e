"""What each verb does to a line in memory. Nothing is asked here and nothing is stored."""

from portal.publishing.line import TICK, Line
from portal.publishing.models import Edition, Ending, State, Urgency
from portal.publishing.steps import RETURN_SCHEDULED, Step
from portal.publishing.words import Word


def join(line: Line, edition: Edition, step: Step, state: State) -> None:
    """Give a new edition its place in the line."""
    line.timeline.editions_count += 1
    edition.timeline, edition.document = line.timeline, line.timeline.document
    line.timeline.document.kind = edition.kind
    edition.number = line.timeline.editions_count
    edition.state = state
    edition.changed_by, edition.changed_at = step.by, step.now
    line.editions.append(edition)


def start(step: Step, line: Line, edition: Edition) -> dict:
    join(line, edition, step, State.DRAFT)
    return {}


def begin_copy(step: Step, line: Line, edition: Edition) -> dict:
    """Revise, restore and translate: `edition` is the copy; its `based_on` names the source."""
    join(line, edition, step, State.DRAFT)
    return {"based_on": edition.based_on}


def submit(step: Step, line: Line, edition: Edition) -> dict:
    edition.state = State.IN_REVIEW
    return {}


def back_to_draft(step: Step, line: Line, edition: Edition) -> dict:
    edition.state = State.DRAFT
    return {}


def approve(step: Step, line: Line, edition: Edition) -> dict:
    scheduled = line.find(Word.SCHEDULED, step.now)
    edition.live_from = step.at or line.earliest_start(step.now)
    edition.state = State.APPROVED
    details = {"live_from": edition.live_from.isoformat()}
    if scheduled and RETURN_SCHEDULED in step.answers:
        unschedule(step, line, scheduled)
        details["unscheduled"] = scheduled.number
    return details


def urgent(step: Step, line: Line, edition: Edition) -> dict:
    details = approve(step, line, edition)
    line.urgencies.append(
        Urgency(timeline=line.timeline, number=edition.number, at=step.now, by=step.by)
    )
    return details


def confirm(step: Step, line: Line, edition: Edition) -> dict:
    urgency = line.flag_of(edition)
    urgency.confirmed_at, urgency.confirmed_by = step.now, step.by
    line.urgencies.append(urgency)
    return {"published_by": str(urgency.by)}


def reschedule(step: Step, line: Line, edition: Edition) -> dict:
    moved_from, edition.live_from = edition.live_from, step.at
    return {"moved_from": moved_from.isoformat(), "live_from": step.at.isoformat()}


def unschedule(step: Step, line: Line, edition: Edition) -> dict:
    """Never blocked by somebody's draft: where the place is taken the edition is discarded."""
    edition.state = State.DISCARDED if line.open_edition else State.IN_REVIEW
    return {"to": str(edition.state)}


def withdraw(step: Step, line: Line, edition: Edition) -> dict:
    details = {}
    live, scheduled = line.find(Word.LIVE, step.now), line.find(Word.SCHEDULED, step.now)
    at = step.at or max(step.now, live.live_from + TICK)
    if scheduled and at <= scheduled.live_from:
        unschedule(step, line, scheduled)
        details["unscheduled"] = scheduled.number
    line.endings = [ending for ending in line.endings if ending.at <= step.now]
    after = step.afterwards
    line.endings.append(
        Ending(
            timeline=line.timeline,
            at=at,
            reason=step.note,
            answer=after.answer,
            notice=after.notice,
            target=after.target,
        )
    )
    details |= {"ends_at": at.isoformat(), "answer": str(after.answer)}
    if after.notice:
        details["notice"] = after.notice
    if after.target:
        details["target"] = after.target.number
    return details


def keep(step: Step, line: Line, edition: Edition) -> dict:
    planned = line.planned_end(step.now)
    line.endings.remove(planned)
    return {"planned_end": planned.at.isoformat()}


def discard(step: Step, line: Line, edition: Edition) -> dict:
    edition.state = State.DISCARDED
    return {}


def adopt(step: Step, line: Line, edition: Edition) -> dict:
    """The caller sets `live_from`, in the past as well; by default it is now."""
    edition.live_from = edition.live_from or step.now
    join(line, edition, step, State.APPROVED)
    edition.changed_by = step.author
    return {
        "live_from": edition.live_from.isoformat(),
        "author_id": step.author.pk,
        "author": str(step.author),
    }


EFFECTS = {
    "start": start,
    "revise": begin_copy,
    "restore": begin_copy,
    "translate": begin_copy,
    "submit": submit,
    "recall": back_to_draft,
    "send_back": back_to_draft,
    "approve": approve,
    "urgent": urgent,
    "confirm": confirm,
    "reschedule": reschedule,
    "unschedule": unschedule,
    "withdraw": withdraw,
    "keep": keep,
    "discard": discard,
    "adopt": adopt,
}
