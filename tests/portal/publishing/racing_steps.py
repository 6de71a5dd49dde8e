"""What a racer does: everything is read before the barrier, as a person reads a page first."""

from functools import partial

from news.models import Article
from portal.accounts.models import User
from portal.publishing.errors import Refused
from portal.publishing.workflow import take


def prepare(name, pk, person):
    """The step, ready to be taken. `pk` is the edition's whose page is open."""
    by = User.objects.get(username=person)
    edition = Article.objects.whole().get(pk=pk)
    if name == "save":
        edition.title, edition.changed_by = f"As {person} puts it", by
        return edition.save
    if name == "approve":
        return partial(take, name, edition, by=by, seen=edition.content_hash)
    if name == "withdraw":
        # The page of what is live now: the edition before the one in review.
        edition = Article.objects.get(timeline=edition.timeline_id, number=edition.number - 1)
    return partial(take, name, edition, by=by, note="At once.")


def outcome(step) -> str:
    """ "" for a step that went through, else the sentence that the person reads."""
    try:
        step()
    except Refused as refused:
        return str(refused)
    return ""
