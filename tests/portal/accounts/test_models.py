"""Desks, memberships, and the rights that come from them and from nowhere else."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.accounts import roles
from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import Role
from tests import cast


@pytest.mark.parametrize(
    ("sections", "section", "covered"),
    [
        ([], "news/opinions", True),
        (["news"], "news", True),
        (["news"], "news/photo", True),
        (["news"], "newsroom", False),
        (["news"], "newsroom/photo", False),
        (["news/photo"], "news", False),
        (["news/photo"], "news/photographs", False),
        (["news/photo"], "news/photo", True),
        (["tourism", "news/photo"], "news/photo", True),
        (["tourism"], "news/photo", False),
    ],
)
def test_desk_covers_its_sections_and_all_below_them(sections, section, covered):
    assert Desk(sections=sections).covers_section(section) is covered


@pytest.mark.parametrize(
    ("languages", "language", "covered"),
    [
        ([], "be", True),
        (["ru", "be"], "be", True),
        (["ru"], "en", False),
        (["zh-hans"], "zh-hans", True),
        (["zh-hans"], "zh", False),
        (["ru"], "", True),  # asked without a language: to look at something
    ],
)
def test_desk_covers_its_languages(languages, language, covered):
    assert Desk(languages=languages).covers_language(language) is covered


MAY = {
    Role.AUTHOR: {roles.CHANGE},
    Role.REVIEWER: {roles.CHANGE, roles.REVIEW},
    Role.PUBLISHER: {roles.CHANGE, roles.REVIEW, roles.PUBLISH},
    Role.CHIEF: {
        roles.CHANGE,
        roles.REVIEW,
        roles.PUBLISH,
        roles.URGENT,
        roles.ADOPT,
        roles.LABELS,
        roles.ALERTS,
    },
    Role.DUTY: {roles.ALERTS},
    Role.ADMINISTRATOR: {roles.ACCOUNTS},
}


@pytest.mark.parametrize("role", Role)
def test_role_is_a_set_of_permissions(role, desk):
    person = cast.a_person("somebody", role, desk)
    assert person.get_all_permissions() == MAY[role]
    every = set().union(*MAY.values())
    assert {right for right in every if person.has_perm(right)} == MAY[role]


def test_rights_of_several_memberships_add_up(desk, other_desk):
    person = cast.a_person("somebody", Role.REVIEWER, desk)
    Membership.objects.create(user=person, desk=other_desk, role=Role.PUBLISHER)
    assert person.get_all_permissions() == MAY[Role.PUBLISHER]


def test_inactive_person_and_person_without_membership_may_nothing(desk):
    left = cast.a_person("left", Role.PUBLISHER, desk, is_active=False)
    fresh = cast.a_person("fresh")
    assert left.get_all_permissions() == fresh.get_all_permissions() == set()
    assert not left.has_perm(roles.CHANGE)


def test_rights_over_one_object_are_not_asked_of_the_person(author, desk):
    assert not author.has_perm(roles.CHANGE, desk)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("has_desk", [True, False])
def test_desk_is_given_to_the_roles_that_belong_to_one(role, has_desk, desk):
    belongs = role not in {Role.CHIEF, Role.DUTY, Role.ADMINISTRATOR}
    membership = Membership(
        user=cast.a_person("somebody"), desk=desk if has_desk else None, role=role
    )
    if has_desk is belongs:
        membership.full_clean()
        membership.save()
        return
    with pytest.raises(ValidationError, match="need a desk"):
        membership.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        membership.save()


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.CHIEF])
def test_membership_is_given_once(role, desk):
    person = cast.a_person("somebody", role, desk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            user=person, role=role, desk=desk if role == Role.AUTHOR else None
        )


def test_there_are_no_groups_and_no_single_permissions():
    fields = {field.name for field in User._meta.get_fields()}
    assert not fields & {"groups", "user_permissions"}


def test_memberships_are_read_once_for_the_life_of_a_person(author, django_assert_num_queries):
    person = User.objects.get(pk=author.pk)
    with django_assert_num_queries(1):
        for _i in range(3):
            assert [str(membership.desk) for membership in person.desk_memberships] == ["News desk"]


def test_person_is_called_by_full_name_where_there_is_one():
    assert str(User(username="yk", first_name="Yanka", last_name="Kupala")) == "Yanka Kupala"
    assert str(User(username="yk")) == "yk"
