"""The people of the tests and the steps they take, as plain functions.

Fixtures of the same names stand in `tests/conftest.py`; other processes (races) import these.
"""

from datetime import date

from django.db import transaction

from news.models import Article, ArticleFile, ArticlePicture, Stream
from portal import languages
from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import WITHOUT_DESK, Role
from portal.home.models import Feature, HomePage, StripPage, home_document
from portal.media.models import File, Picture
from portal.pages.models import Page, PageFact, PageFile, PagePicture, Place
from portal.pages.tree import LAST, plant
from portal.publishing.models import Document, Preview
from portal.publishing.workflow import take
from portal.subjects.models import Office, Person, Region, Subject, Topic

TEXT = {
    "title": "The library opens at night",
    "lead": "Readers may stay until dawn.",
    "body": "<p>The doors open at nine in the evening.</p>",
}


def a_desk(name="News desk", sections=("news",), languages=()):
    return Desk.objects.create(name=name, sections=list(sections), languages=list(languages))


def a_person(name, role=None, desk=None, **fields):
    """Somebody who may enter the admin; with a role, a member of `desk` (if the role has one)."""
    user = User.objects.create_user(name, is_staff=True, **fields)
    if role:
        place = None if role in WITHOUT_DESK else desk
        Membership.objects.create(user=user, desk=place, role=role)
    return user


def a_stream(slug="opinions", **names):
    return Stream.objects.create(slug=slug, names=names or {"en": slug.title()})


def a_topic(slug="culture", **names):
    return Topic.objects.create(slug=slug, names=names or {"en": slug.title()})


def a_person_of_note(slug="a-minister", **names):
    return Person.objects.create(slug=slug, names=names or {"en": slug.title()})


def a_region(slug="brest", **names):
    return Region.objects.create(slug=slug, names=names or {"en": slug.title()})


def a_picture(by, name="library.jpg"):
    """A picture's row, without files."""
    token = f"{Picture.objects.count():032x}"
    return Picture.objects.create(
        token=token, width=1600, height=900, sha256="0" * 64, original_name=name, created_by=by
    )


def a_file(by, kind="pdf", **fields):
    """A row of the library of files, without the file."""
    fields = {"language": "en", "original_name": f"report.{kind}"} | fields
    return File.objects.create(
        token=f"{File.objects.count():032x}",
        sha256="0" * 64,
        kind=kind,
        size=1024,
        public_name=f"report.{kind}",
        created_by=by,
        **fields,
    )


def offered(file, part=ArticleFile, **fields):
    """The file's place in an article (or another text) that is not stored yet."""
    return part(file=file, **{"title": "The report"} | fields)


def shown(picture, part=ArticlePicture, **fields):
    """The picture's place in an article (or another text) that is not stored yet."""
    return part(picture=picture, **{"alt": "The reading room"} | fields)


def on_a_page(*, pictures=(), files=()):
    """The same for a page."""
    return [
        *(shown(picture, PagePicture, position=n) for n, picture in enumerate(pictures, start=1)),
        *(offered(file, PageFile, position=n) for n, file in enumerate(files, start=1)),
    ]


def a_subject(kind="topic", slug="culture", **names):
    return Subject.objects.create(kind=kind, slug=slug, names=names or {"en": slug.title()})


def an_office(person, from_on, until_on=None, **titles):
    return Office.objects.create(person=person, from_on=from_on, until_on=until_on, titles=titles)


def an_article(owner, stream, desk=None, *, language="en", document=None, subjects=(), **fields):
    """An article that nobody has begun yet, complete unless `fields` say otherwise."""
    document = document or Document(owner=owner, desk=desk)
    article = Article(document=document, language=language, stream=stream, **TEXT | fields)
    return article.with_labels(subjects=list(subjects))


def a_place(path="about", position=LAST):
    """The place at this path of the tree, planted with those above it where they are not there."""
    above, _slash, word = path.rpartition("/")
    known = Place.objects.filter(path=path).first()
    with transaction.atomic():
        return known or plant(a_place(above) if above else None, word, position)


def a_page(owner, place="about", desk=None, *, language="en", document=None, **fields):
    """A page that nobody has begun yet, complete unless `fields` say otherwise."""
    place = a_place(place) if isinstance(place, str) else place
    document = document or place.document or Document(owner=owner, desk=desk)
    return Page(document=document, language=language, place=place, **TEXT | fields)


def a_fact(**fields):
    """A fact of a page that is not stored yet."""
    fields = {"as_of": date(2026, 1, 1), "source_name": "National Statistical Committee"} | fields
    return PageFact(**{"label": "Population", "value": "9.1 million"} | fields)


def a_home(owner, *, language="en", story=None, features=(), strip=(), **fields):
    """A home page that nobody has begun yet. `story`, its lead, and the rest are documents."""
    fields = {"title": "The country's front page", "lead": "All that matters."} | fields
    home = HomePage(
        document=home_document(owner=owner), language=language, lead_story=story, **fields
    )
    return home.with_parts(
        *(Feature(document=each, position=place) for place, each in enumerate(features, 1)),
        *(StripPage(document=each, position=place) for place, each in enumerate(strip, 1)),
    )


def fresh(edition):
    """The edition as the database has it now, by a new object."""
    return type(edition).objects.whole().get(pk=edition.pk)


def save(edition, by, **changes):
    """What the admin form does: read anew, change, save in a person's name."""
    edition = fresh(edition)
    for name, value in changes.items():
        setattr(edition, name, value)
    edition.changed_by = by
    edition.save()
    return edition


def approve(edition, by, **options):
    """Approve by somebody who has read what is stored now."""
    return take("approve", edition, by=by, seen=fresh(edition).content_hash, **options)


def publish_urgently(edition, by, note="The road is closed.", **options):
    seen = fresh(edition).content_hash
    return take("urgent", edition, by=by, note=note, seen=seen, **options)


def a_chief():
    """A chief editor who is nobody else's chief: who published cannot confirm."""
    return a_person(f"chief-{User.objects.count()}", Role.CHIEF)


def preview_of(edition, by, at=None):
    """The secret address of its page."""
    token = Preview.issue(edition, by, at)
    return f"/preview/{token}/{languages.prefix(edition.language)}/{edition.path}"


def roles_of_a_desk(desk, prefix=""):
    """One person for each role."""
    return {role: a_person(f"{prefix}{role}", role, desk) for role in Role}
