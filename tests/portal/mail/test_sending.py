"""Sending to a real server: once, again after a refusal, never after silence."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.mail import get_connection

from portal.accounts.models import User
from portal.mail.models import UNCERTAIN_AFTER, Message, Status
from portal.mail.sending import PAUSES, claim, send_again, send_due, take_as_sent
from portal.publishing import clock

pytestmark = pytest.mark.django_db


def send():
    return list(send_due(write=True))


def fresh(message):
    return Message.objects.get(pk=message.pk)


def test_waiting_mail_is_sent_once(server, waiting):
    (message,) = waiting()
    assert send() == [f"Mail {message.pk} to author@example.org is sent: Mail 0"]
    assert send() == []
    assert server.recipients == ["author@example.org"]
    sent = fresh(message)
    assert (sent.status, sent.attempts, sent.error) == (Status.SENT, 1, "")
    assert sent.sent_at >= sent.tried_at


def test_mail_arrives_as_it_was_written(server, waiting, settings):
    settings.DEFAULT_FROM_EMAIL = "Portal <portal@example.org>"
    (message,) = waiting()
    Message.objects.update(subject="На проверку: “Ноч”", body="Прывітанне,\n.\n..\nда пабачэння\n")
    send()
    ((_recipient, arrived),) = server.delivered
    assert arrived["Subject"] == "На проверку: “Ноч”"
    assert arrived["From"] == "Portal <portal@example.org>"
    assert arrived["To"] == "author@example.org"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived.get_content_type() == "text/plain"
    assert arrived.get_content().replace("\r\n", "\n") == "Прывітанне,\n.\n..\nда пабачэння\n"


def test_mail_sent_again_bears_the_same_id(server, waiting):
    (message,) = waiting()
    send()
    send_again(Message.objects.all())
    send()
    first, second = (arrived["Message-ID"] for _recipient, arrived in server.delivered)
    assert first == second


@pytest.mark.parametrize("stage", ["RCPT", "DATA", "END"])
def test_refused_for_now_is_tried_again_with_a_growing_pause(stage, server, waiting, time_machine):
    (message,) = waiting()
    server.refusals[stage] = "450 4.2.0 the box is full"
    moments = []
    for _attempt in PAUSES:
        assert send()[0].endswith("was refused for now: 450 4.2.0 the box is full")
        assert send() == []  # not before its time
        moments += [clock.now(), fresh(message).next_try_at]
        time_machine.move_to(fresh(message).next_try_at + timedelta(seconds=1))
    pauses = [later - earlier for earlier, later in zip(moments[::2], moments[1::2], strict=True)]
    assert all(first < second for first, second in pairwise(pauses))
    assert send()[0].endswith(
        "is given up. Refused 7 times, at last with: 450 4.2.0 the box is full"
    )
    time_machine.move_to(clock.now() + timedelta(days=365))
    assert send() == []
    assert fresh(message).status == Status.GIVEN_UP
    assert server.delivered == []


def test_refused_once_and_taken_then_is_sent_once(server, waiting, time_machine):
    waiting()
    server.refusals["END"] = "451 4.3.0 later"
    send()
    server.refusals.clear()
    time_machine.move_to(clock.now() + timedelta(minutes=2))
    send()
    send()
    assert server.recipients == ["author@example.org"]


@pytest.mark.parametrize("stage", ["RCPT", "DATA", "END"])
def test_refused_for_good_is_given_up_at_once_with_the_reason(stage, server, waiting):
    (message,) = waiting()
    server.refusals[stage] = "550 5.1.1 no such person"
    assert send() == [
        f"Mail {message.pk} to author@example.org is given up. 550 5.1.1 no such person"
    ]
    assert send() == []
    assert fresh(message).status == Status.GIVEN_UP
    assert fresh(message).error == "550 5.1.1 no such person"


def test_one_that_is_refused_does_not_keep_the_others(server, waiting):
    messages = waiting(4)
    Message.objects.filter(pk=messages[0].pk).update(to="@")  # no mail can be made of it
    Message.objects.filter(pk=messages[1].pk).update(to="full@example.org")
    server.refusals["full@example.org"] = "452 4.2.2 the box is full"
    lines = send()
    assert f"Mail {messages[0].pk} to @ is given up. Invalid address" in lines[0]
    assert "was refused for now: 452" in lines[1]
    assert server.recipients == ["author@example.org"] * 2


@pytest.mark.parametrize("refusal", ["450 4.7.1 slowly", "550 5.7.1 you may not send"])
def test_where_the_server_refuses_us_no_mail_loses_an_attempt(refusal, server, waiting):
    waiting(3)
    server.refusals["MAIL"] = refusal
    for _attempt in range(10):
        with pytest.raises(OSError, match=r"slowly|may not send"):
            send()
    assert set(Message.objects.values_list("status", "attempts")) == {(Status.WAITING, 0)}
    server.refusals.clear()
    assert len(send()) == 3


def test_where_the_server_is_away_all_wait_and_none_is_claimed(server, waiting, settings):
    waiting(3)
    settings.EMAIL_PORT = 1
    with pytest.raises(ConnectionError):
        send()
    assert set(Message.objects.values_list("status", "attempts")) == {(Status.WAITING, 0)}


@pytest.mark.parametrize("stage", ["RCPT", "DATA", "END"])
def test_after_silence_nobody_knows_and_it_is_never_sent_again_by_itself(
    stage, server, waiting, time_machine
):
    (message,) = waiting()
    server.hangs_up_at.add(stage)
    assert "may have been sent or not" in send()[0]
    server.hangs_up_at.clear()
    time_machine.move_to(clock.now() + timedelta(days=1))
    assert send() == []
    assert fresh(message).status == Status.SENDING
    assert list(Message.objects.uncertain()) == [message]
    assert len(server.delivered) == (1 if stage == "END" else 0)  # which is why


def test_server_that_takes_the_mail_and_then_breaks_has_it(server, waiting):
    (message,) = waiting()
    server.hangs_up_at.add("QUIT")
    send()
    assert fresh(message).status == Status.SENT


def test_without_a_server_nothing_is_claimed(waiting, settings):
    settings.SENDS_MAIL = False
    waiting(3)
    assert send() == []
    assert set(Message.objects.values_list("status", "attempts")) == {(Status.WAITING, 0)}


def test_without_email_url_mail_is_not_sent_anywhere(settings):
    assert not settings.SENDS_MAIL


def test_who_left_meanwhile_gets_nothing(server, waiting, author):
    (message,) = waiting()
    User.objects.filter(pk=author.pk).update(is_active=False)
    assert send() == [f"Mail {message.pk} to author@example.org is given up. The person has left."]
    assert server.delivered == []


def test_dry_run_names_what_is_due_and_changes_no_row(server, waiting):
    messages = waiting(2)
    before = list(Message.objects.values_list())
    assert [line.split(" is due")[0] for line in send_due(write=False)] == [
        f"Mail {message.pk} to author@example.org" for message in messages
    ]
    assert list(Message.objects.values_list()) == before
    assert server.delivered == []


# --- Again, knowingly ---------------------------------------------------------------------------


@pytest.fixture
def uncertain(waiting, time_machine):
    (message,) = waiting()
    claim(message)
    time_machine.move_to(clock.now() + UNCERTAIN_AFTER + timedelta(seconds=1))
    return message


def test_uncertain_mail_is_sent_again_when_somebody_says_so(server, uncertain):
    assert send() == []
    assert send_again(Message.objects.all()) == [uncertain]
    send()
    assert server.recipients == ["author@example.org"]


def test_mail_goes_again_to_the_address_that_the_person_has_by_now(server, waiting, author):
    waiting()
    server.refusals["RCPT"] = "550 5.1.1 no such person"
    send()
    server.refusals.clear()
    User.objects.filter(pk=author.pk).update(email="anna@example.org")
    send_again(Message.objects.all())
    send()
    assert server.recipients == ["anna@example.org"]


def test_mail_that_waits_or_is_being_sent_now_is_not_put_back(waiting):
    first, _second = waiting(2)
    claim(first)
    before = list(Message.objects.values_list())
    assert send_again(Message.objects.all()) == []
    assert list(Message.objects.values_list()) == before


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_mail_to_nobody_is_not_put_back(change, uncertain, author):
    User.objects.filter(pk=author.pk).update(**change)
    assert send_again(Message.objects.all()) == []


def test_uncertain_mail_that_arrived_is_taken_as_sent(uncertain, waiting):
    Message.objects.create(**{**vars_of(uncertain), "key": "another", "status": Status.WAITING})
    assert take_as_sent(Message.objects.all()) == 1
    assert fresh(uncertain).status == Status.SENT
    assert not Message.objects.uncertain().exists()


def vars_of(message):
    left_out = {"id", "status", "key"}
    return {f.attname: getattr(message, f.attname) for f in message._meta.fields
            if f.attname not in left_out}  # fmt: skip


def test_each_mail_has_a_connection_of_its_own(server, waiting, monkeypatch):
    """One that broke meanwhile is noticed before the next mail is claimed."""
    opened = []
    backend = type(get_connection())
    monkeypatch.setattr(backend, "open", counting(backend.open, opened))
    waiting(3)
    send()
    assert len(opened) == 3


def counting(open_it, opened):
    def wrapped(self):
        if self.connection is None:
            opened.append(self)
        return open_it(self)

    return wrapped
