"""The table word × verb × role × own or foreign desk or language, walked through the admin."""

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from portal.accounts.models import User
from portal.publishing.admin.bulk import IN_BULK
from portal.publishing.verbs import VERBS
from tests.desk import buttons, opened, url
from tests.portal.publishing import verbs_table as table

# The steps themselves are walked on each database by test_verbs.
pytestmark = pytest.mark.once

ON_PAGES = [verb for verb in table.VERBS if verb not in {"start", "adopt"}]
WORDS = [word for word in table.WORDS if word != "new"]
everywhere = pytest.mark.parametrize("place", table.PLACES)
every_word = pytest.mark.parametrize("word", WORDS)


@pytest.fixture
def build(author, publisher, stream):
    return lambda word: table.build(word, author=author, publisher=publisher, stream=stream)


def browsers(place) -> dict[str, Client]:
    """One browser for each role; nobody who has left can log in."""
    found = {}
    for role, person in table.people(place).items():
        found[role] = Client()
        if role != table.INACTIVE:
            found[role].force_login(User.objects.get(pk=person.pk))
    return found


def filled_in(verb, edition, author) -> dict:
    """The options of the door as the fields of a page."""
    options = dict(table.options(verb, edition, author))
    if "at" in options:
        at = timezone.localtime(options.pop("at"))
        options |= {"at_0": f"{at:%Y-%m-%d}", "at_1": f"{at:%H:%M:%S}"}
    if "seen" in options:
        (options["seen"],) = options["seen"].values()
    return options


def walk(word, place, edition, attempt, expected, verbs=ON_PAGES) -> list:
    """What each request did other than expected, as it moved a row of the document or none.

    Every request is taken back.
    """
    wrong, before = [], table.rows(edition)
    for role, client in browsers(place).items():
        for verb in verbs:
            with transaction.atomic():
                assert attempt(client, verb).status_code < 500
                went = table.rows(edition) != before
                transaction.set_rollback(True)
            if went is not expected(verb, role):
                wrong.append((verb, role, "went through" if went else "was refused"))
    return wrong


@everywhere
@every_word
def test_buttons_offer_what_the_table_allows_and_nothing_else(word, place, build):
    edition = build(word)
    labels = {str(VERBS[verb].label): verb for verb in ON_PAGES}
    for role, client in browsers(place).items():
        answer = client.get(url("change", edition))
        shown = buttons(answer) if answer.status_code == 200 else {}
        offered = {labels[label] for label, refused in shown.items() if not refused}
        assert offered == {v for v in ON_PAGES if table.is_allowed(v, word, role, place)}, role


@everywhere
@every_word
def test_posts_of_buttons_do_what_the_table_allows_and_nothing_else(word, place, build, author):
    edition = build(word)

    def press(client, verb):
        return client.post(url("take", edition, verb), filled_in(verb, edition, author))

    def expected(verb, role):
        return table.is_allowed(verb, word, role, place)

    assert walk(word, place, edition, press, expected) == []


@everywhere
@every_word
def test_forged_posts_to_the_stock_form_take_no_step_that_asks(
    word, place, build, author, chief, client
):
    """Only `submit` has its button in the form; the state itself cannot be typed."""
    edition = build(word)
    client.force_login(chief)
    form = opened(client, edition) if word == "draft" else {"version": edition.version}

    def forge(client, verb):
        fields = filled_in(verb, edition, author) | {"state": "approved", "live_from": "2019-06-05"}
        return client.post(url("change", edition), form | fields | {"_take": verb})

    def expected(verb, role):
        return verb == "submit" and table.is_allowed(verb, word, role, place)

    assert walk(word, place, edition, forge, expected, ["submit", "approve", "discard"]) == []


@everywhere
@every_word
def test_actions_on_the_list_do_what_the_table_allows_and_nothing_else(word, place, build, author):
    edition = build(word)

    def run(client, verb):
        fields = filled_in(verb, edition, author)
        chosen = {"action": verb, "_selected_action": edition.pk, "confirmed": "1"}
        seen = {f"seen-{edition.pk}": fields.get("seen", "")}
        return client.post(url("changelist"), fields | chosen | seen)

    def expected(verb, role):
        is_listed = word != "superseded"  # the list holds one row a timeline
        return is_listed and verb in IN_BULK and table.is_allowed(verb, word, role, place)

    assert walk(word, place, edition, run, expected, [*IN_BULK, "revise"]) == []
