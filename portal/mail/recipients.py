"""Who hears of a step: those who act next, or those whose text it is."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Q, QuerySet

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

    Nobody hears of what they did themselves, or of a text whose page they may not open. One query
    for a single text (an approval has 25 in all), two for many.
    """
    step = changes[0].step
    people = [person for person in asked_for(changes) if person.pk != step.by.pk]
    if len(changes) == 1:
        return {person: changes for person in people if has_a_part(person, changes[0])}
    wrote = set(writers(changes).values_list("person", "timeline", "number"))
    told = {}
    for person in people:
        own = [c for c in changes if is_asked_for(person, c, wrote) and has_a_part(person, c)]
        if own:
            told[person] = own
    return told


def has_a_part(person: User, change: Change) -> bool:
    """Whether the person has the right that the mail speaks of, in this section and language."""
    verbs = COMES_NEXT.get(change.verb.name, ("view",))
    return any(can(person, verb, change.edition) for verb in verbs)


def asked_for(changes: list[Change]) -> list[User]:
    """All who may come into question, for one text or another."""
    verb = changes[0].verb.name
    wrote = Q(user__in=writers(changes).values("person"))
    if verb in TELLS_OWNER:
        return on_the_desks(wrote | Q(user__in={c.document.owner_id for c in changes}))
    if verb in TELLS_AUTHORS:
        return on_the_desks(wrote)
    return on_the_desks(~wrote if verb in NOT_BY_AUTHORS and len(changes) == 1 else Q())


def is_asked_for(person: User, change: Change, wrote: set[tuple]) -> bool:
    """`asked_for` of this one change among many."""
    verb, edition = change.verb.name, change.edition
    is_author = (person.pk, edition.timeline_id, edition.number) in wrote
    if verb in COMES_NEXT:
        return not (is_author and verb in NOT_BY_AUTHORS)
    return is_author or (verb in TELLS_OWNER and person.pk == change.document.owner_id)


def writers(changes: list[Change]) -> QuerySet[Authorship]:
    """Who saved these editions since they were begun; of many, a few others may be among them."""
    editions = [change.edition for change in changes]
    return Authorship.objects.filter(
        timeline__in={edition.timeline_id for edition in editions},
        number__in={edition.number for edition in editions},
    )


def on_the_desks(condition: Q) -> list[User]:
    """Active people with a membership and an address; one query, memberships included.

    A superuser may do everything, and is told only where a desk counts on them.
    """
    rows = Membership.objects.filter(condition, user__is_active=True).exclude(user__email="")
    rows = rows.select_related("user", "desk").order_by("user", "pk")
    people = []
    for _pk, own in groupby(rows, key=attrgetter("user_id")):
        memberships = list(own)
        person = memberships[0].user
        person.desk_memberships = memberships
        people.append(person)
    return people
