"""`can()` is the one function, and the conditions of lists agree with it."""

import pytest
from django.contrib.auth.models import AnonymousUser

from news.models import Article
from portal.accounts.models import Membership
from portal.accounts.roles import Role
from portal.publishing.rights import can, languages_of, visible_to
from portal.publishing.workflow import take
from tests import cast
from tests.portal.publishing import verbs_table as table

DESKS = [
    [[]],
    [["news"]],
    [["news/photo"]],
    [["news/opinions", "news/photo"]],
    [["news", "news/photo"]],
    [["news/photo"], ["news"]],
    [["newsroom"]],
    [["tourism"]],
    [["news/photo/portraits"]],
]


@pytest.fixture
def articles(chief):
    """One article in each stream and language."""
    return [
        take("start", cast.an_article(chief, stream, language=language), by=chief)
        for stream in [cast.a_stream("opinions"), cast.a_stream("photo"), cast.a_stream("newsroom")]
        for language in ("en", "ru")
    ]


def a_member(role, desks, languages=(), **fields):
    person = cast.a_person("member", **fields)
    for i, sections in enumerate(desks):
        desk = cast.a_desk(f"Desk {i}", sections, languages)
        Membership.objects.create(user=person, desk=desk, role=role)
    return person


def seen_by(person):
    return set(Article.objects.filter(visible_to(person, Article)))


@pytest.mark.parametrize("languages", [[], ["ru"]])
@pytest.mark.parametrize("desks", DESKS)
def test_list_shows_exactly_what_may_be_viewed(desks, languages, articles):
    person = a_member(Role.AUTHOR, desks, languages)
    assert seen_by(person) == {article for article in articles if can(person, "view", article)}


@pytest.mark.parametrize("role", table.ROLES)
def test_list_and_question_agree_for_every_role(role, articles):
    person = table.people(table.FOREIGN_DESK)[role]
    assert seen_by(person) == {article for article in articles if can(person, "view", article)}


@pytest.mark.parametrize(
    ("role", "count"),
    [
        (Role.AUTHOR, 2),
        (Role.PUBLISHER, 2),
        (Role.CHIEF, 6),
        (Role.ADMINISTRATOR, 0),
        (table.SUPERUSER, 6),
        (table.INACTIVE, 0),
    ],
)
def test_desk_sees_its_own_section_in_every_language(role, count, articles):
    assert len(seen_by(table.people(table.FOREIGN_DESK)[role])) == count


def test_visitor_may_nothing(articles):
    visitor = AnonymousUser()
    assert seen_by(visitor) == set()
    assert languages_of(visitor, "news", Article) == []
    assert not any(can(visitor, verb, articles[0]) for verb in [*table.VERBS, "view", "save"])


@pytest.mark.parametrize("place", table.PLACES)
@pytest.mark.parametrize("verb", table.VERBS)
def test_question_answers_as_the_table_of_roles(verb, place, make_article):
    draft = make_article()
    language = table.INTO if verb == "translate" else ""
    for role, person in table.people(place).items():
        assert can(person, verb, draft, language) is table.has_right(verb, role, place), role


def test_saving_takes_the_language_and_viewing_does_not(make_article):
    draft = make_article()
    colleague = table.people(table.FOREIGN_LANGUAGE)[Role.AUTHOR]
    assert can(colleague, "view", draft)
    assert not can(colleague, "save", draft)


@pytest.mark.parametrize(
    ("place", "role", "expected"),
    [
        (table.OWN, Role.AUTHOR, ["ru", "en"]),
        (table.FOREIGN_LANGUAGE, Role.AUTHOR, ["ru"]),
        (table.FOREIGN_DESK, Role.AUTHOR, []),
        (table.FOREIGN_DESK, Role.CHIEF, ["be", "ru", "en", "zh-hans"]),
        (table.OWN, Role.ADMINISTRATOR, []),
        (table.OWN, table.SUPERUSER, ["be", "ru", "en", "zh-hans"]),
        (table.OWN, table.INACTIVE, []),
    ],
)
def test_languages_in_which_a_person_may_write(place, role, expected, db):
    assert languages_of(table.people(place)[role], "news/opinions", Article) == expected


def test_superuser_who_left_may_nothing(make_article):
    left = cast.a_person("left", is_superuser=True, is_active=False)
    draft = make_article()
    assert not can(left, "submit", draft)
    assert seen_by(left) == set()
    assert languages_of(left, "news", Article) == []
