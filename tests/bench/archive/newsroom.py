"""Who writes the archive, where and about what: people, desks, streams, subjects, pictures."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from news.models import Stream
from portal.accounts.models import Desk, User
from portal.accounts.roles import Role
from portal.media.models import File, Picture
from portal.subjects.models import Office, Subject
from tests import cast

STREAMS = {
    "politics": 18, "economy": 17, "society": 16, "culture": 10, "sport": 12, "press-releases": 8,
    "events": 8, "opinions": 4, "photo": 4, "video": 3,
}  # fmt: skip
CAMPAIGNS = ("elections", "games", "jubilee")  # two are over, one is open
SUBJECTS = {"topic": 60, "region": 130, "person": 800}
PICTURES, FILES = 300, 40
DESK_OF_ONE = ("society", "sport")  # the sections of the least privileged editor's desk


@dataclass
class Newsroom:
    """Primary keys, by what the archive asks for; people by their part."""

    people: dict[str, User]
    desk: Desk
    small_desk: Desk
    streams: list[Stream]
    campaigns: list[Stream]
    subjects: list[int]
    weights: list[float]  # cumulated, of `subjects`: a few are common, many rare
    pictures: list[int]
    files: list[int]


def open_newsroom(random: Random, now: datetime) -> Newsroom:
    desk = cast.a_desk("News desk")
    small = cast.a_desk("Society desk", [f"news/{slug}" for slug in DESK_OF_ONE], ["ru", "be"])
    people = {
        "author": cast.a_person("author", Role.AUTHOR, desk),
        "colleague": cast.a_person("colleague", Role.AUTHOR, desk),
        "reviewer": cast.a_person("reviewer", Role.REVIEWER, desk),
        "publisher": cast.a_person("publisher", Role.PUBLISHER, desk),
        "chief": cast.a_person("chief", Role.CHIEF),
        "duty": cast.a_person("duty", Role.DUTY),
        # The least privileged: one desk, two sections, two languages.
        "trainee": cast.a_person("trainee", Role.AUTHOR, small),
    }
    subjects = make_subjects()
    weights = list(accumulate(1 / (place + 3) for place in range(len(subjects))))
    random.shuffle(subjects)
    streams, campaigns = make_streams(now)
    pictures, files = make_pictures(people["author"]), make_files(people["author"])
    return Newsroom(people, desk, small, streams, campaigns, subjects, weights, pictures, files)


def make_streams(now: datetime) -> tuple[list[Stream], list[Stream]]:
    streams = [
        Stream.objects.create(slug=slug, names=names(slug), position=place)
        for place, slug in enumerate(STREAMS)
    ]
    terms = [(3000, 2800), (900, 700), (60, -60)]  # days ago
    campaigns = [
        Stream.objects.create(
            slug=slug,
            names=names(slug),
            position=50,
            opens_at=now - timedelta(days=opens),
            ends_at=now - timedelta(days=ends),
        )
        for slug, (opens, ends) in zip(CAMPAIGNS, terms, strict=True)
    ]
    return streams, campaigns


def names(slug: str) -> dict[str, str]:
    name = slug.replace("-", " ").capitalize()
    return {"en": name, "ru": f"{name} по-русски", "be": f"{name} па-беларуску"}


def make_subjects() -> list[int]:
    rows = [
        Subject(kind=kind, slug=f"{kind}-{place}", names=names(f"{kind}-{place}"), position=place)
        for kind, count in SUBJECTS.items()
        for place in range(1, count + 1)
    ]
    Subject.objects.bulk_create(rows)
    people = Subject.objects.filter(kind="person")
    Office.objects.bulk_create(
        Office(person=person, titles=names("minister"), from_on="2015-01-01") for person in people
    )
    return list(Subject.objects.order_by("pk").values_list("pk", flat=True))


def make_pictures(by: User) -> list[int]:
    """Rows only: no page asks the disk whether their files are there."""
    Picture.objects.bulk_create(
        Picture(
            token=f"{place:032x}",
            width=1600,
            height=900,
            sha256=f"{place:064x}",
            original_name=f"photo-{place}.jpg",
            credit="BelTA",
            created_by=by,
        )
        for place in range(PICTURES)
    )
    return list(Picture.objects.order_by("pk").values_list("pk", flat=True))


def make_files(by: User) -> list[int]:
    File.objects.bulk_create(
        File(
            token=f"{place:031x}f",
            sha256=f"{place:063x}f",
            kind="pdf",
            size=250_000,
            language="ru",
            public_name="report.pdf",
            original_name="report.pdf",
            created_by=by,
        )
        for place in range(FILES)
    )
    return list(File.objects.order_by("pk").values_list("pk", flat=True))
