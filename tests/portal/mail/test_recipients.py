"""Each mail goes to those concerned and to nobody else: verb × role × desk."""

import pytest

from portal.accounts.models import Membership, User
from portal.accounts.roles import Role
from portal.mail.recipients import TOLD
from portal.publishing.verbs import VERBS
from portal.publishing.workflow import take, take_all
from tests import cast
from tests.portal.publishing import verbs_table as table

pytestmark = pytest.mark.django_db

# Who of a desk that covers the text hears of a step, whoever wrote it.
HEARS = {
    "submit": {Role.REVIEWER, Role.PUBLISHER, Role.CHIEF},
    "urgent": {Role.PUBLISHER, Role.CHIEF},
}
# Whose text it is: "author" and "second" saved it, "owner" only owns the document.
OWN = {
    "send_back": {"author", "second"},
    "approve": {"author", "second", "owner"},
    "withdraw": {"author", "second", "owner"},
}
BEFORE = {"submit": "draft", "send_back": "in_review", "approve": "in_review", "withdraw": "live"}


@pytest.fixture
def team(desk):
    """An owner and two authors, and who takes the steps after them: a publisher, a chief."""
    found = {name: cast.a_person(name, Role.AUTHOR, desk) for name in ("owner", "author", "second")}
    found["chief"] = cast.a_person("chief", Role.CHIEF)
    return found | {"acting": cast.a_person("acting", Role.PUBLISHER, desk)}


@pytest.fixture
def text_in(team, stream, desk):
    """text_in("in_review") → a text of the owner's that two authors have written."""

    def make(word):
        draft = take("start", cast.an_article(team["owner"], stream, desk), by=team["author"])
        draft = cast.save(draft, team["second"], title="Storks return")
        if word == "draft":
            return draft
        review = take("submit", draft, by=team["author"])
        return review if word == "in_review" else cast.approve(review, team["acting"])

    return make


def take_step(verb, edition, team):
    by = team[{"submit": "author", "urgent": "chief"}.get(verb, "acting")]
    assert take_all(verb, [edition], by=by, **table.options(verb, edition, by)).done


@pytest.mark.parametrize("place", table.PLACES)
@pytest.mark.parametrize("verb", sorted(TOLD))
def test_mail_goes_to_those_concerned_and_to_nobody_else(
    verb, place, team, text_in, told, addresses
):
    people = table.people(place)  # one of each role, a superuser, and one who has left
    edition = text_in(BEFORE.get(verb, "in_review"))
    addresses()
    told()
    take_step(verb, edition, team)
    expected = set(OWN.get(verb, ()))
    if verb in HEARS:
        expected.add("acting")  # a publisher of the text's own desk
    if verb == "submit":
        expected.add("chief")
    for role in HEARS.get(verb, ()):
        if place == table.OWN or role == Role.CHIEF:
            expected.add(people[role].username)
    assert told() == sorted(expected)


@pytest.mark.parametrize("verb", sorted(VERBS.keys() - TOLD))
def test_other_verbs_are_told_to_nobody(
    verb, author, publisher, stream, desk, chief, told, addresses
):
    word = sorted(table.FROM[verb])[0]
    edition = table.build(word, author=author, publisher=publisher, stream=stream, desk=desk)
    addresses()
    take_all(verb, [edition], by=chief, **table.options(verb, edition, author))
    assert told() == []


def test_who_submits_is_not_asked_to_review_it(make_article, reviewer, publisher, told, addresses):
    draft = make_article(by=reviewer)
    addresses()
    take("submit", draft, by=reviewer)
    assert told() == ["publisher"]


def test_who_wrote_an_urgent_text_is_not_asked_to_confirm_it(
    make_in_review, publisher, chief, desk, told, addresses
):
    edition = make_in_review(by=publisher)
    cast.a_person("third", Role.PUBLISHER, desk)
    addresses()
    told()
    cast.publish_urgently(edition, chief)
    assert told() == ["third"]


def test_who_left_the_desk_hears_no_more_of_the_text_they_wrote(
    make_in_review, publisher, author, told, addresses
):
    review = make_in_review()
    addresses()
    Membership.objects.filter(user=author).delete()
    cast.approve(review, publisher)
    assert told() == []


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_who_has_no_address_or_has_left_the_house_gets_nothing(
    change, make_article, author, reviewer, publisher, told, addresses
):
    draft = make_article()
    addresses()
    User.objects.filter(pk=reviewer.pk).update(**change)
    take("submit", draft, by=author)
    assert told() == ["publisher"]


def test_superuser_is_asked_only_where_a_desk_counts_on_them(
    make_article, author, superuser, desk, told, addresses
):
    drafts = [make_article(), make_article()]
    addresses()
    take("submit", drafts[0], by=author)
    assert told() == []
    Membership.objects.create(user=superuser, desk=desk, role=Role.AUTHOR)
    take("submit", drafts[1], by=author)
    assert told() == ["superuser"]
