"""The table of section 3 of the house, written down once more, apart from the code it judges.

`build()` makes an edition of each word; `people()` makes one person of each role in a place;
`is_allowed()` says what the table says. Walkers (the door itself, buttons, forged posts, bulk
actions) try every combination and compare.
"""

from datetime import timedelta

from portal.accounts.models import Desk
from portal.accounts.roles import Role
from portal.publishing import clock
from portal.publishing.models import Audit, Ending, Entry, Timeline, Urgency
from portal.publishing.workflow import take
from tests import cast

# Which words a verb applies to. "ending" is a live edition whose end is planned, "flagged" one
# that was published urgently and is not confirmed yet.
PUBLIC = {"live", "ending"}
FROM = {
    "start": {"new"},
    "revise": {*PUBLIC, "flagged", "withdrawn"},
    "restore": {"superseded", "discarded"},
    "translate": {*PUBLIC, "flagged", "draft", "in_review", "scheduled", "withdrawn"},
    "submit": {"draft"},
    "recall": {"in_review"},
    "send_back": {"in_review"},
    "approve": {"in_review"},
    "urgent": {"draft", "in_review"},
    "confirm": {"flagged"},
    "reschedule": {"scheduled"},
    "unschedule": {"scheduled"},
    # The timeline is withdrawn, although a correction superseded the page's edition meanwhile.
    # Of what is scheduled the end is planned.
    "withdraw": {*PUBLIC, "flagged", "superseded", "scheduled"},
    "keep": {"ending"},
    "discard": {"draft"},
    "adopt": {"new"},
}
VERBS = sorted(FROM)
WORDS = sorted(set().union(*FROM.values()))

AUTHORS = {Role.AUTHOR, Role.REVIEWER, Role.PUBLISHER, Role.CHIEF}
REVIEWERS = AUTHORS - {Role.AUTHOR}
PUBLISHERS = REVIEWERS - {Role.REVIEWER}
MAY = {
    "start": AUTHORS,
    "revise": AUTHORS,
    "restore": AUTHORS,
    "translate": AUTHORS,
    "submit": AUTHORS,
    "recall": AUTHORS,
    "discard": AUTHORS,
    "send_back": REVIEWERS,
    "approve": PUBLISHERS,
    "urgent": {Role.CHIEF},
    "confirm": PUBLISHERS,
    "reschedule": PUBLISHERS,
    "unschedule": PUBLISHERS,
    "withdraw": PUBLISHERS,
    "keep": PUBLISHERS,
    "adopt": {Role.CHIEF},
}
SUPERUSER = "superuser"
INACTIVE = "inactive"
ROLES = [*Role, SUPERUSER, INACTIVE]

# The edition is English and stands in news/opinions; a translation goes into Russian.
OWN, FOREIGN_DESK, FOREIGN_LANGUAGE = "own desk", "foreign desk", "foreign language"
PLACES = {
    OWN: {"sections": ["news"], "languages": ["en", "ru"]},
    FOREIGN_DESK: {"sections": ["news/photo"], "languages": []},
    FOREIGN_LANGUAGE: {"sections": ["news/opinions"], "languages": ["ru"]},
}
INTO = "ru"


def is_allowed(verb, word, role, place) -> bool:
    return word in FROM[verb] and has_right(verb, role, place)


def has_right(verb, role, place) -> bool:
    if role in {SUPERUSER, INACTIVE}:
        return role == SUPERUSER
    if role not in MAY[verb]:
        return False
    if role == Role.CHIEF or place == OWN:
        return True
    return place == FOREIGN_LANGUAGE and verb == "translate"


def people(place) -> dict:
    """One person of each role, all of them members of a desk that has `place` to care for."""
    desk, _created = Desk.objects.get_or_create(name=place, defaults=PLACES[place])
    word = place.replace(" ", "-")
    found = cast.roles_of_a_desk(desk, prefix=f"{word}-")
    found[SUPERUSER] = cast.a_person(f"{word}-superuser", is_superuser=True)
    found[INACTIVE] = cast.a_person(f"{word}-left", Role.PUBLISHER, desk, is_active=False)
    return found


def build(word, *, author, publisher, stream, desk=None):
    """An edition that is `word` now, written by `author` and approved by `publisher`.

    Neither of the two is among `people()`, so four eyes never decide a case.
    """
    new = cast.an_article(author, stream, desk)
    if word == "new":
        return new
    draft = take("start", new, by=author)
    if word == "draft":
        return draft
    if word == "flagged":
        return cast.fresh(cast.publish_urgently(draft, cast.a_chief()))
    if word == "discarded":
        return take("discard", draft, by=author)
    review = take("submit", draft, by=author)
    if word == "in_review":
        return review
    ahead = clock.now() + timedelta(hours=1)
    live = cast.approve(review, publisher, at=ahead if word == "scheduled" else None)
    if word == "withdrawn":
        take("withdraw", live, by=publisher, note="A mistake.")
    if word == "ending":
        take("withdraw", live, by=publisher, note="Until then.", at=ahead)
    if word == "superseded":
        following = take("submit", take("revise", live, by=author), by=author)
        cast.approve(following, publisher)
    return cast.fresh(live)


def options(verb, edition, author) -> dict:
    """What a person who presses the button fills in, so that only the table decides.

    As `take_all()` takes it.
    """
    return {
        "translate": {"language": INTO},
        "send_back": {"note": "Name the source."},
        "withdraw": {"note": "The fair is cancelled.", **end_of(edition)},
        "reschedule": {"at": clock.now() + timedelta(hours=2)},
        "approve": seen(edition),
        "urgent": seen(edition) | {"note": "The road is closed."},
        "adopt": {"author": author},
    }.get(verb, {})


def end_of(edition) -> dict:
    """At once, but for what is scheduled: an hour after its beginning."""
    is_scheduled = edition.live_from is not None and edition.live_from > clock.now()
    return {"at": edition.live_from + timedelta(hours=1)} if is_scheduled else {}


def seen(edition) -> dict:
    return {"seen": {edition.pk: edition.content_hash} if edition.pk else {}}


def rows(edition) -> dict:
    """Every stored row of the edition's document that a step could touch, byte for byte."""
    document = edition.document_id
    tables = {
        "editions": type(edition).objects.filter(document=document),
        "entries": Entry.objects.filter(document=document),
        "urgencies": Urgency.objects.filter(timeline__document=document),
        "endings": Ending.objects.filter(timeline__document=document),
        "timelines": Timeline.objects.filter(document=document),
        "audit": Audit.objects.filter(document=document),
    }
    return {name: list(found.order_by("pk").values_list()) for name, found in tables.items()}
