"""People and desks on the editors' desk."""

import pytest
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse

from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import Role
from tests import cast
from tests.desk import page, text, typed

PEOPLE, DESKS = "/admin/accounts/user/", "/admin/accounts/desk/"
PASSWORD = "seventeen owls at night"


def change(row):
    return f"/admin/accounts/{row._meta.model_name}/{row.pk}/change/"


@pytest.fixture
def as_admin(client, administrator):
    client.force_login(administrator)
    return client


def test_administrator_adds_a_person_with_a_role_who_then_logs_in(as_admin, desk, client):
    data = typed(as_admin.get(f"{PEOPLE}add/"), "#user_form") | {
        "username": "anna",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "memberships-0-desk": desk.pk,
        "memberships-0-role": "author",
    }
    assert as_admin.post(f"{PEOPLE}add/", data).status_code == 302
    assert User.objects.get(username="anna").memberships.get().role == Role.AUTHOR
    client.logout()
    form = typed(client.get("/admin/login/"), "#login-form")
    answer = client.post("/admin/login/", form | {"username": "anna", "password": PASSWORD})
    assert answer.url == "/admin/"
    assert "Articles" in text(client.get("/admin/"))


def test_administrator_chooses_the_language_of_a_person_s_mails(as_admin, author, settings):
    settings.LANGUAGE_CODE = "be"
    assert author.mail_language == "be"
    data = typed(as_admin.get(change(author)), "#user_form")
    assert data["language"] == ""
    assert as_admin.post(change(author), data | {"language": "ru"}).status_code == 302
    author.refresh_from_db()
    assert author.mail_language == "ru"
    data = typed(as_admin.get(change(author)), "#user_form") | {"language": "xx"}
    assert page(as_admin.post(change(author), data)).select(".errorlist")


@pytest.mark.parametrize("password", ["short", "password1234"])
def test_weak_password_gets_a_sentence(password, as_admin):
    data = typed(as_admin.get(f"{PEOPLE}add/"), "#user_form")
    data |= {"username": "anna", "password1": password, "password2": password}
    assert page(as_admin.post(f"{PEOPLE}add/", data)).select(".errorlist")
    assert not User.objects.filter(username="anna").exists()


def test_role_without_its_desk_gets_a_sentence(as_admin, author):
    data = typed(as_admin.get(change(author)), "#user_form") | {"memberships-1-role": "publisher"}
    answer = as_admin.post(change(author), data)
    assert "Authors, reviewers and publishers need a desk" in text(answer)
    assert author.memberships.count() == 1


def test_administrator_does_not_hand_rights_to_themselves(as_admin, administrator, desk):
    assert "memberships-0-role" not in typed(as_admin.get(change(administrator)), "#user_form")
    own = administrator.memberships.get()
    data = typed(as_admin.get(change(administrator)), "#user_form") | {
        "memberships-TOTAL_FORMS": "2",
        "memberships-INITIAL_FORMS": "1",
        "memberships-0-id": own.pk,
        "memberships-0-user": administrator.pk,
        "memberships-0-role": "chief",
        "memberships-1-user": administrator.pk,
        "memberships-1-desk": desk.pk,
        "memberships-1-role": "publisher",
    }
    as_admin.post(change(administrator), data)
    assert [m.role for m in administrator.memberships.all()] == [Role.ADMINISTRATOR]


def test_administrator_makes_no_superuser(as_admin, administrator, author):
    for person in (administrator, author):
        data = typed(as_admin.get(change(person)), "#user_form")
        assert "is_superuser" not in data
        as_admin.post(change(person), data | {"is_superuser": "on", "is_staff": "on"})
    assert not User.objects.filter(is_superuser=True).exists()


def test_administrator_does_not_take_over_a_superuser(as_admin, superuser):
    before = superuser.password
    address = f"{PEOPLE}{superuser.pk}/password/"
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    assert as_admin.post(address, passwords).status_code == 403
    assert as_admin.post(change(superuser), {"username": "mine"}).status_code == 403
    superuser.refresh_from_db()
    assert (superuser.username, superuser.password) == ("superuser", before)


def test_administrator_does_not_lock_themselves_out(as_admin, administrator):
    data = typed(as_admin.get(change(administrator)), "#user_form")
    as_admin.post(change(administrator), data | {"is_active": ""})
    administrator.refresh_from_db()
    assert administrator.is_active


def test_what_an_administrator_changed_stands_in_the_history(as_admin, author, desk):
    data = typed(as_admin.get(change(author)), "#user_form")
    data |= {"memberships-1-desk": desk.pk, "memberships-1-role": "publisher"}
    as_admin.post(change(author), data)
    history = text(as_admin.get(f"{PEOPLE}{author.pk}/history/"))
    assert "Added membership “author, publisher, News desk”" in history


def test_person_who_left_cannot_enter_and_is_not_deleted(as_admin, author, client):
    data = typed(as_admin.get(change(author)), "#user_form")
    data.pop("is_active")
    as_admin.post(change(author), data)
    assert as_admin.post(f"{PEOPLE}{author.pk}/delete/", {"post": "yes"}).status_code == 403
    author.refresh_from_db()
    assert not author.is_active
    client.force_login(author)
    assert client.get("/admin/").status_code == 302


def test_same_answer_for_a_wrong_password_an_unknown_name_and_an_outsider(client, desk):
    cast.a_person("author", Role.AUTHOR, desk, password=PASSWORD)
    cast.a_person("outsider", password=PASSWORD)
    tries = [("author", "wrong"), ("nobody", "wrong"), ("outsider", PASSWORD)]
    answers = [
        text(client.post("/admin/login/", {"username": name, "password": password}))
        for name, password in tries
    ]
    assert len(set(answers)) == 1


def test_desk_covers_the_sections_and_languages_that_were_chosen(as_admin):
    data = {"name": "Photo", "sections": "news/photo\r\n\r\nnews/video/\r\n", "languages": ["ru"]}
    assert as_admin.post(f"{DESKS}add/", data).status_code == 302
    desk = Desk.objects.get()
    assert (desk.sections, desk.languages) == (["news/photo", "news/video"], ["ru"])
    data = typed(as_admin.get(change(desk)), "#desk_form")
    assert data["sections"].split() == ["news/photo", "news/video"]
    assert data["languages"] == ["ru"]


def test_desk_with_nothing_chosen_covers_everything(as_admin):
    as_admin.post(f"{DESKS}add/", {"name": "All", "sections": "  \n"})
    desk = Desk.objects.get()
    assert (desk.sections, desk.languages) == ([], [])
    assert "all" in text(as_admin.get(DESKS))


@pytest.mark.parametrize(
    "fields",
    [{"sections": "News Photo"}, {"sections": "../x"}, {"languages": ["xx"]}, {"name": ""}],
)
def test_desk_that_cannot_be_gets_a_sentence(fields, as_admin):
    answer = as_admin.post(f"{DESKS}add/", {"name": "A", "sections": "news"} | fields)
    assert page(answer).select(".errorlist")
    assert not Desk.objects.exists()


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher", "chief", "stranger"])
def test_people_and_desks_need_a_right_of_their_own(role, client, author, desk, request):
    client.force_login(request.getfixturevalue(role))
    addresses = [PEOPLE, f"{PEOPLE}add/", change(author), DESKS, f"{DESKS}add/", change(desk)]
    for address in [*addresses, f"{PEOPLE}{author.pk}/password/", f"{PEOPLE}{author.pk}/history/"]:
        assert client.get(address).status_code == 403, address
        assert client.post(address, {}).status_code == 403, address
    assert Membership.objects.filter(user=author).count() == 1


def test_groups_are_not_a_second_source_of_rights(as_admin):
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_group_changelist")
    assert Group.objects.count() == 0
