"""The outbox on the desk: administrators read it and send again; nobody writes in it."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.mail.models import UNCERTAIN_AFTER, Message, Status
from portal.mail.sending import claim
from portal.publishing import clock
from tests.desk import page, text

MAILS = "/admin/mail/message/"


@pytest.fixture
def as_admin(client, administrator):
    client.force_login(administrator)
    return client


def act(client, action, *messages):
    chosen = {"action": action, "_selected_action": [message.pk for message in messages]}
    return text(client.post(MAILS, chosen, follow=True))


def row_of(client, message):
    rows = page(client.get(MAILS)).select("#result_list tbody tr")
    (row,) = (row for row in rows if row.select_one(f"[value='{message.pk}']"))
    return " ".join(row.get_text(" ").split())


def given_up(message):
    Message.objects.filter(pk=message.pk).update(status=Status.GIVEN_UP, error="550 no such person")
    return message


def test_administrator_reads_what_was_written_to_whom_and_what_became_of_it(as_admin, waiting):
    first, _second = waiting(2)
    given_up(first)
    listed = text(as_admin.get(MAILS))
    assert "Mail 0 author@example.org" in listed
    assert "given up" in listed
    shown = text(as_admin.get(f"{MAILS}{first.pk}/change/"))
    assert "550 no such person" in shown
    assert "Good news." in shown


def test_list_is_narrowed_by_state_and_found_by_address(as_admin, waiting):
    first, _second = waiting(2)
    given_up(first)
    assert "Mail 1" not in text(as_admin.get(f"{MAILS}?status__exact=given_up"))
    assert len(page(as_admin.get(f"{MAILS}?q=author@")).select("#result_list tbody tr")) == 2
    assert "Mail 0" not in text(as_admin.get(f"{MAILS}?q=nobody@"))


def test_administrator_sends_again_and_the_history_tells_who(as_admin, administrator, waiting):
    first, second = waiting(2)
    answer = act(as_admin, "send_again", given_up(first), second)
    assert "1 mail will be sent again within a minute." in answer
    assert "1 mail was left out" in answer
    assert set(Message.objects.values_list("status", "error")) == {(Status.WAITING, "")}
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (administrator, str(first.pk))
    assert "To be sent again." in text(as_admin.get(f"{MAILS}{first.pk}/history/"))


def test_administrator_takes_an_uncertain_mail_as_sent(as_admin, waiting, time_machine):
    first, second = waiting(2)
    claim(first)
    assert "being sent" in row_of(as_admin, first)
    time_machine.move_to(clock.now() + UNCERTAIN_AFTER + timedelta(seconds=1))
    assert "Submit for review perhaps sent, perhaps not" in row_of(as_admin, first)
    answer = act(as_admin, "take_as_sent", first, second)
    assert "1 mail is taken as sent." in answer
    assert dict(Message.objects.values_list("pk", "status")) == {
        first.pk: Status.SENT,
        second.pk: Status.WAITING,
    }


def test_no_field_of_a_mail_can_be_changed_and_none_deleted(as_admin, waiting):
    (message,) = waiting()
    before = list(Message.objects.values_list())
    form = page(as_admin.get(f"{MAILS}{message.pk}/change/")).select_one("#message_form")
    assert not form.select("input:not([type=hidden]), textarea, select")
    assert as_admin.post(f"{MAILS}{message.pk}/change/", {"to": "x@y.z"}).status_code == 403
    assert as_admin.post(f"{MAILS}{message.pk}/delete/", {"post": "yes"}).status_code == 403
    act(as_admin, "delete_selected", message)
    assert list(Message.objects.values_list()) == before


@pytest.mark.parametrize("role", ["author", "publisher", "chief", "stranger"])
def test_outbox_needs_the_right_over_accounts(role, client, waiting, request):
    (message,) = waiting()
    client.force_login(request.getfixturevalue(role))
    for address in (MAILS, f"{MAILS}{message.pk}/change/", f"{MAILS}{message.pk}/history/"):
        assert client.get(address).status_code == 403, address
    chosen = {"action": "send_again", "_selected_action": [message.pk]}
    assert client.post(MAILS, chosen).status_code == 403


def test_list_costs_the_same_few_queries_however_long(as_admin, waiting):
    costs = []
    for count in (1, 50):
        waiting(count)
        with CaptureQueriesContext(connection) as asked:
            assert len(page(as_admin.get(MAILS)).select("#result_list tbody tr")) == count
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 12
