import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.urls import reverse

from portal.at_the_desk import knows_people
from portal.publishing.past import Past
from portal.publishing.plain import Plain
from portal.publishing.world import World

PUBLIC = ["/en/", "/en/news/", "/en/nothing/", "/plain-150-white/en/", "/robots.txt"]


@pytest.fixture
def at_work(client, superuser):
    """The browser of somebody who has logged in."""
    client.force_login(superuser)
    return client


@pytest.fixture
def opened(monkeypatch):
    """The sessions that were made for requests."""
    found, init = [], SessionStore.__init__

    def noted(self, *args, **kwargs):
        init(self, *args, **kwargs)
        found.append(self)

    monkeypatch.setattr(SessionStore, "__init__", noted)
    return found


@pytest.mark.parametrize("address", PUBLIC)
def test_who_works_on_the_site_sees_there_what_visitors_see(at_work, address):
    theirs, visitors = at_work.get(address), Client().get(address)
    assert theirs.content == visitors.content
    assert theirs.headers == visitors.headers


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_opens_no_session_and_sets_no_cookie(at_work, opened, address):
    answer = at_work.get(address)
    assert not opened
    assert not answer.cookies
    assert not hasattr(answer.wsgi_request, "user")


@pytest.mark.parametrize("address", ["/admin/", "/at/2026-06-05T11:00/en/"])
def test_the_desk_and_the_time_machine_know_who_asks(at_work, opened, address):
    answer = at_work.get(address)
    assert answer.status_code == 200
    assert opened
    assert hasattr(answer.wsgi_request, "_messages")
    assert Client().get(address).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/", "/en/news/", "/admin/login/"])
def test_a_form_without_a_token_is_refused_wherever_it_is_sent(address):
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403


@pytest.mark.django_db
def test_a_form_with_its_token_is_taken(superuser):
    browser = Client(enforce_csrf_checks=True)
    browser.get(reverse("admin:login"))
    token = browser.cookies["csrftoken"].value
    answer = browser.post(reverse("admin:login"), {"csrfmiddlewaretoken": token})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "world", "answer"),
    [
        ("/admin/news/article/", None, True),
        ("/en/", World("past", past=Past("2026-06-05T11:00")), True),
        ("/en/", None, False),
        ("/administration/", None, False),
        ("/en/", World("preview"), False),
        ("/en/", World("plain", plain=Plain()), False),
    ],
)
def test_people_are_known_where_it_matters_who_asks(rf, path, world, answer):
    request = rf.get(path)
    request.world = world
    assert knows_people(request) is answer
