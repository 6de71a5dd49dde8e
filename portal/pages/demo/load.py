"""Brings the demo's pages through the door. `load_demo` calls `load`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.management.base import CommandError
from django.db import transaction
from django.utils.timezone import make_aware

from portal import languages
from portal.accounts.demo_cast import Cast
from portal.accounts.models import Desk, Membership
from portal.accounts.roles import Role
from portal.media.from_disk import file_from, picture_from
from portal.media.models import File, Picture
from portal.pages.demo.tellings import FILES, PICTURES, Telling, Text, origin_of, tellings
from portal.pages.models import Page, PageFact, PageFile, PagePicture, Place
from portal.pages.tree import plant
from portal.publishing.errors import Refused
from portal.publishing.models import Document
from portal.publishing.workflow import take_all

DESK = "Pages desk"
MEMBERS = {"author": Role.AUTHOR, "reviewer": Role.REVIEWER, "publisher": Role.PUBLISHER}


@dataclass(frozen=True)
class Study:
    """What the pages are made with: people by part, the desk, pictures and files by name."""

    people: Cast
    desk: Desk
    pictures: dict[str, Picture]
    files: dict[str, File]


def load(people: Cast, write: Callable[[str], None]) -> list[tuple[str, str]]:
    """Make what is missing; what is there stays untouched. Returns what is worth a visit, as
    pairs of path and description.

    Each page comes with all its languages in one transaction, so a killed run leaves none
    half-way and the next run makes the rest.
    """
    told = tellings()
    study = open_study(people, told)
    origins = set(
        Document.objects.filter(origin__startswith="demo:").values_list("origin", flat=True)
    )
    missing = [telling for telling in told if telling.origin not in origins]
    for telling in missing:
        tell(telling, told, study)
        write(f"page {telling.path}: {', '.join(text.language for text in telling.texts)}")
    write(f"Pages: {len(missing)} loaded, {len(told) - len(missing)} were there already.")
    return [
        (languages.localise("en", f"{path}/"), about)
        for path, about in (("about", "a page"), ("about/geography", "a page below it"))
    ]


def open_study(people: Cast, told: list[Telling]) -> Study:
    with transaction.atomic():
        desk, _new = Desk.objects.get_or_create(name=DESK, defaults={"sections": ["pages"]})
        for part, role in MEMBERS.items():
            Membership.objects.get_or_create(user=people[part], desk=desk, role=role)
    by = people["author"]
    pictures = {name: picture_from(PICTURES / name, by) for t in told for name in t.pictures}
    files = {name: file_from(FILES / name, by) for t in told for name in t.files}
    return Study(people, desk, pictures, files)


@transaction.atomic
def tell(telling: Telling, told: list[Telling], study: Study) -> None:
    """One page with all its languages, at its place in the tree."""
    place = place_for(telling, told)
    author = study.people["author"]
    document = Document(origin=telling.origin, owner=author, desk=study.desk)
    numbers = dict(
        Document.objects.filter(
            origin__in=[origin for text in telling.texts for origin in text.links]
        ).values_list("origin", "number")
    )
    editions = [edition_of(telling, t, document, place, numbers, study) for t in telling.texts]
    outcome = take_all("adopt", editions, by=study.people["chief"], author=author)
    if outcome.refused:
        refuse(telling, [s for refusal in outcome.refused for s in refusal.sentences])


def place_for(telling: Telling, told: list[Telling]) -> Place:
    """Below its parent, wherever that stands now, and after the siblings that come before it."""
    parent = None
    if telling.parent:
        parent = Place.objects.get(document__origin=origin_of("page", telling.parent))
    before = [
        other.origin
        for other in told
        if other.parent == telling.parent and other.position < telling.position
    ]
    ahead = Place.objects.filter(parent=parent, document__origin__in=before)
    last = ahead.order_by("position").last()
    try:
        return plant(parent, telling.word, last.position + 1 if last else 1)
    except Refused as refused:
        refuse(telling, refused.sentences)


def refuse(telling: Telling, sentences: list[str]) -> None:
    raise CommandError(
        f"The portal refused the demo page {telling.path}: {' '.join(map(str, sentences))} "
        "Run load_demo again once the cause is removed; it goes on where it stopped."
    )


def edition_of(
    telling: Telling, text: Text, document: Document, place: Place, numbers, study: Study
) -> Page:
    page = Page(
        document=document,
        language=text.language,
        live_from=make_aware(telling.at),
        place=place,
        title=text.title,
        lead=text.lead,
        body=telling.body_of(text, numbers),
    )
    return page.with_parts(
        *pictures_in(telling, text, study),
        *files_in(telling, text, study),
        *facts_in(telling, text),
    )


def pictures_in(telling: Telling, text: Text, study: Study) -> list[PagePicture]:
    return [
        PagePicture(
            key=telling.key_of(name),
            position=position,
            picture=study.pictures[name],
            credit=text.credit,
            **description,
        )
        for position, (name, description) in enumerate(
            zip(telling.pictures, text.pictures, strict=True)
        )
    ]


def files_in(telling: Telling, text: Text, study: Study) -> list[PageFile]:
    return [
        PageFile(position=position, file=study.files[name], title=text.files[name])
        for position, name in enumerate(telling.files)
    ]


def facts_in(telling: Telling, text: Text) -> list[PageFact]:
    return [
        PageFact(
            key=telling.key_of(f"fact {position}"),
            position=position,
            label=words["label"],
            value=words["value"],
            source_name=words["source"],
            as_of=checked.as_of,
            source_url=checked.url,
            check_every=checked.months,
        )
        for position, (checked, words) in enumerate(zip(telling.facts, text.facts, strict=True))
    ]
