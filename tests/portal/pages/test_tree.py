"""The tree keeps its shape whoever writes, and hides no other address."""

import pytest
from django.db import IntegrityError, transaction

from portal import languages
from portal.pages.models import RESERVED, Place
from portal.pages.tree import WORD
from portal.publishing.errors import Refused
from portal.publishing.models import Document
from portal.publishing.workflow import take
from tests import cast
from tests.house.routes import public_routes


def test_every_first_word_of_another_address_is_reserved():
    firsts = {route.removeprefix("<lang>/").split("/")[0] for route in public_routes()}
    words = {first for first in firsts if WORD.match(first)}
    worlds = {"at", "preview", "plain"}
    prefixes = {languages.prefix(code) for code in languages.CODES}
    missing = (words | worlds | prefixes | {"admin", "static"}) - RESERVED
    assert not missing


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"path": "elsewhere"},
        {"word": "other"},
        {"word": "Upper", "path": "about/Upper"},
        {"word": "1st", "path": "about/1st"},
        {"path": "a/b/c/about/word"},
        {"parent": None},
        {"path": "about/taken", "word": "taken"},
    ],
)
def test_the_database_refuses_a_place_that_cannot_be(changes):
    cast.a_place("about/taken")
    place = cast.a_place("about/word")
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(pk=place.pk).update(**changes)


@pytest.mark.django_db
def test_the_database_refuses_a_place_below_itself():
    place = cast.a_place("about/word")
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(pk=place.pk).update(parent=place, path="word/word")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["news", "admin", "a/b/c/d/e"])
def test_a_place_that_may_not_be_is_refused_with_a_sentence(path):
    with pytest.raises(Refused):
        cast.a_place(path)
    assert not Place.objects.filter(path=path).exists()


@pytest.mark.django_db
def test_the_order_is_the_one_in_which_the_tree_is_read():
    for path in ("culture", "about", "about/b", "about-us", "about/a", "about/b/c"):
        cast.a_place(path)
    read = ["culture", "about", "about/b", "about/b/c", "about/a", "about-us"]
    assert list(Place.objects.values_list("path", flat=True)) == read


@pytest.mark.django_db
def test_two_documents_never_stand_at_one_place(author, pages_desk, chief, make_page):
    make_page("about")
    another = cast.a_page(author, "about", document=Document(owner=author, desk=pages_desk))
    with pytest.raises(Refused, match="Another page stands at “about”"):
        take("start", another, by=chief)
    cast.a_place("plans")
    first, second = (
        cast.a_page(author, "plans", document=Document(owner=author, desk=pages_desk))
        for _i in range(2)
    )
    take("start", first, by=chief)
    second.place.document = None  # as read before the first was begun
    with pytest.raises(Refused, match="faster"):
        take("start", second, by=chief)
