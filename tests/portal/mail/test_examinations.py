"""What doctor tells of the outbox and of the people whom no mail reaches."""

from datetime import timedelta

import pytest

from portal.accounts.models import User
from portal.mail.examinations import LATE_AFTER, TOLD_FOR, outbox, people
from portal.mail.models import UNCERTAIN_AFTER, Message, Status
from portal.mail.sending import claim
from portal.publishing import clock
from portal.schedule.health import Level

SECOND = timedelta(seconds=1)


def found(check):
    findings = list(check(thorough=False))
    return [finding.level for finding in findings], " ".join(f.sentence for f in findings)


@pytest.fixture
def later(time_machine):
    return lambda pause: time_machine.move_to(clock.now() + pause, tick=False)


@pytest.fixture(autouse=True)
def sends_mail(settings):
    settings.SENDS_MAIL = True


def test_mail_that_waits_its_turn_is_well(waiting):
    waiting(2)
    assert found(outbox) == ([Level.WELL], "Mails that wait: 2, none of them late.")


def test_mail_that_nobody_sends_is_trouble_from_the_second_it_is_late(waiting, later):
    waiting(2)
    later(LATE_AFTER - SECOND)
    assert found(outbox)[0] == [Level.WELL]
    later(2 * SECOND)
    levels, sentence = found(outbox)
    assert levels == [Level.TROUBLE]
    assert "due for 10 minutes or more: 2." in sentence


def test_without_email_url_the_waiting_are_counted_and_nothing_is_late(waiting, later, settings):
    settings.SENDS_MAIL = False
    waiting(2)
    later(timedelta(days=1))
    assert found(outbox) == (
        [Level.WARNING],
        "EMAIL_URL is not set, so nothing is sent; mails that wait: 2.",
    )


def test_mail_that_was_perhaps_sent_is_named(waiting, later):
    first, _second = waiting(2)
    claim(first)
    Message.objects.exclude(pk=first.pk).delete()
    assert found(outbox)[0] == [Level.WELL]  # somebody is at it
    later(UNCERTAIN_AFTER + SECOND)
    levels, sentence = found(outbox)
    assert levels == [Level.WARNING]
    assert f"perhaps sent and perhaps not, since the sender was stopped: 1 (number {first.pk})" in (
        sentence
    )


def test_mail_given_up_is_told_for_a_week(waiting, later):
    (message,) = waiting()
    claim(message)
    Message.objects.update(status=Status.GIVEN_UP, error="550 no such person")
    levels, sentence = found(outbox)
    assert levels == [Level.WARNING]
    assert sentence.endswith(f"1 (number {message.pk}). To author@example.org: 550 no such person")
    later(TOLD_FOR + SECOND)
    assert found(outbox)[0] == [Level.WELL]


def test_of_many_only_the_first_are_named(waiting):
    for message in waiting(12):
        claim(message)
    Message.objects.update(status=Status.GIVEN_UP)
    assert " …)" in found(outbox)[1]
    assert "12 (number" in found(outbox)[1]


def test_people_without_an_address_are_counted_and_named(newsroom, reviewer, publisher):
    assert found(people)[0] == [Level.WELL]
    User.objects.filter(username__in=["author", "reviewer"]).update(email="")
    User.objects.filter(username="publisher").update(is_active=False)
    levels, sentence = found(people)
    assert levels == [Level.WARNING]
    assert "told nothing: 2 (author, reviewer); inactive and so left out as well: 1." in sentence
