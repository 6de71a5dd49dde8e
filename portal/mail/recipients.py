"""Who hears of a step: those who act next, or those whose text it is."""

from django.db.models import Prefetch, QuerySet

from portal.accounts.models import Membership, User
from portal.publishing.models import Authorship
from portal.publishing.rights import can
from portal.publishing.steps import Change

# After this verb one of those comes next: whoever may take it is told.
COMES_NEXT = {"submit": ("send_back", "approve"), "urgent": ("confirm",)}
# Four eyes: who wrote the text is not the one to do it.
NOT_BY_AUTHORS = {"urgent"}
# After these verbs the authors of the edition are told, and the document's owner after some.
TELLS_AUTHORS = {"send_back", "approve", "withdraw"}
TELLS_OWNER = {"approve", "withdraw"}
TOLD = COMES_NEXT.keys() | TELLS_AUTHORS


def concerned(changes: list[Change]) -> dict[User, list[Change]]:
    """The people to be told of one step, each with what of it concerns them.

    Nobody hears of what they did themselves, or of a text whose page they may not open.
    """
    verb, by = changes[0].step.verb.name, changes[0].step.by
    authors = authors_of(changes) if verb in TELLS_AUTHORS | NOT_BY_AUTHORS else {}
    people = on_the_desks() if verb in COMES_NEXT else among(changes, authors)
    told = {}
    for person in people.exclude(pk=by.pk):
        if own := [c for c in changes if is_concerned(person, c, authors)]:
            told[person] = own
    return told


def is_concerned(person: User, change: Change, authors: dict[tuple, set[int]]) -> bool:
    verb, edition = change.step.verb.name, change.edition
    wrote = person.pk in authors.get((edition.timeline_id, edition.number), ())
    if verb in COMES_NEXT:
        if wrote and verb in NOT_BY_AUTHORS:
            return False
        return any(can(person, following, edition) for following in COMES_NEXT[verb])
    owns = verb in TELLS_OWNER and person.pk == change.document.owner_id
    return (wrote or owns) and can(person, "view", edition)


def authors_of(changes: list[Change]) -> dict[tuple[int, int], set[int]]:
    """By timeline and edition number: who saved it since it was begun."""
    found = {(c.edition.timeline_id, c.edition.number): set() for c in changes}
    for row in Authorship.objects.filter(timeline__in={timeline for timeline, _n in found}):
        if (row.timeline_id, row.number) in found:
            found[row.timeline_id, row.number].add(row.person_id)
    return found


def within_reach() -> QuerySet[User]:
    """Those who work here and have an address, with their memberships: two queries."""
    memberships = Membership.objects.select_related("desk")
    prefetch = Prefetch("memberships", memberships, to_attr="desk_memberships")
    return User.objects.filter(is_active=True).exclude(email="").prefetch_related(prefetch)


def on_the_desks() -> QuerySet[User]:
    """A superuser may do everything, and is asked only where a desk counts on them."""
    return within_reach().filter(memberships__isnull=False).distinct().order_by("pk")


def among(changes: list[Change], authors: dict[tuple, set[int]]) -> QuerySet[User]:
    ids = set().union({c.document.owner_id for c in changes}, *authors.values())
    return within_reach().filter(pk__in=ids).order_by("pk")
