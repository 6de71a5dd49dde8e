"""What the demo's articles are made with: streams, desks, subjects, pictures, files."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction

from news.demo.labels import CAMPAIGNS, STREAMS, SUBJECTS, Campaign
from news.demo.stories import FILES, PICTURES, Story
from news.models import Stream
from portal.accounts.demo_cast import Cast
from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import Role
from portal.media.from_disk import file_from, picture_from
from portal.media.models import File as KeptFile
from portal.media.models import Picture
from portal.publishing import clock
from portal.subjects.models import Office, Subject

PHOTO_DESK = "Photo and video desk"
# Desk → its sections, and who works there as what.
DESKS = {
    "News desk": (
        ["news/news", "news/press-releases", "news/opinions"],
        (("author", Role.AUTHOR), ("reviewer", Role.REVIEWER), ("publisher", Role.PUBLISHER)),
    ),
    "Campaign desk": (
        [f"news/{campaign.slug}" for campaign in CAMPAIGNS],
        (("author", Role.AUTHOR), ("reviewer", Role.REVIEWER), ("publisher", Role.PUBLISHER)),
    ),
    PHOTO_DESK: (
        ["news/photo", "news/video"],
        (("photographer", Role.AUTHOR), ("reviewer", Role.REVIEWER), ("publisher", Role.PUBLISHER)),
    ),
}
# Days from the loading in which a campaign without dates has begun, and after which it ends.
SINCE, UNTIL = 30, 335


@dataclass(frozen=True)
class Newsroom:
    """People by part, streams, desks and subjects by slug, pictures and files by name."""

    people: Cast
    streams: dict[str, Stream]
    desks: dict[str, Desk]
    subjects: dict[str, Subject]
    pictures: dict[str, Picture]
    files: dict[str, KeptFile]

    def crew(self, story: Story) -> Cast:
        """The people of the story's desk; its author is the photographer in Photo and Video."""
        if self.desks[story.stream].name == PHOTO_DESK:
            return self.people | {"author": self.people["photographer"]}
        return self.people


def open_newsroom(people: Cast, told: list[Story]) -> Newsroom:
    with transaction.atomic():
        streams, subjects = open_streams(), make_subjects()
        desks = open_desks(people)
    photographer = people["photographer"]
    pictures = {name: picture_of(name, photographer) for s in told for name in s.pictures}
    files = {name: file_of(name, photographer) for s in told for name in s.files}
    return Newsroom(people, streams, desks, subjects, pictures, files)


def open_streams() -> dict[str, Stream]:
    wanted = {slug: {"names": names} for slug, names in STREAMS.items()}
    wanted |= {c.slug: {"names": c.names, **term_of(c)} for c in CAMPAIGNS}
    return {
        slug: Stream.objects.get_or_create(slug=slug, defaults=fields | {"position": position})[0]
        for position, (slug, fields) in enumerate(wanted.items())
    }


def term_of(campaign: Campaign) -> dict:
    first = campaign.first_on or clock.today() - timedelta(days=SINCE)
    last = campaign.last_on or clock.today() + timedelta(days=UNTIL)
    return {
        "opens_at": clock.midnight(first),
        "ends_at": clock.midnight(last + timedelta(days=1)),
    }


def open_desks(people: Cast) -> dict[str, Desk]:
    desks = {}
    for name, (sections, members) in DESKS.items():
        desk, _new = Desk.objects.get_or_create(name=name, defaults={"sections": sections})
        desks |= {section.removeprefix("news/"): desk for section in sections}
        for part, role in members:
            Membership.objects.get_or_create(user=people[part], desk=desk, role=role)
    return desks


def make_subjects() -> dict[str, Subject]:
    subjects = {}
    for position, told in enumerate(SUBJECTS):
        subjects[told.slug], new = Subject.objects.get_or_create(
            kind=told.kind, slug=told.slug, defaults={"names": told.names, "position": position}
        )
        if new:
            Office.objects.bulk_create(
                Office(person=subjects[told.slug], titles=titles, from_on=first, until_on=last)
                for titles, first, last in told.offices
            )
    return subjects


def picture_of(name: str, by: User) -> Picture:
    return picture_from(PICTURES / name, by)


def file_of(name: str, by: User) -> KeptFile:
    return file_from(FILES / name, by)
