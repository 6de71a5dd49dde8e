import pytest
from django.core.management import CommandError, call_command

from portal.mail.models import Message, Status


@pytest.fixture
def run(capsys):
    def resend_mail(*arguments):
        call_command("resend_mail", *map(str, arguments))
        return capsys.readouterr().out

    return resend_mail


@pytest.fixture
def given_up(waiting):
    messages = waiting(2)
    Message.objects.update(status=Status.GIVEN_UP)
    return [message.pk for message in messages]


def test_named_mails_wait_again_and_no_others(run, given_up):
    assert run(given_up[0]) == f"Mail {given_up[0]} will be sent again: Mail 0\n"
    assert [m.status for m in Message.objects.order_by("pk")] == [Status.WAITING, Status.GIVEN_UP]


def test_dry_run_tells_and_changes_no_row(run, given_up):
    before = list(Message.objects.values_list())
    assert f"Mail {given_up[0]} would be sent again" in run(*given_up, "--dry-run")
    assert list(Message.objects.values_list()) == before


def test_mail_that_waits_or_does_not_exist_is_named_and_the_others_are_sent(run, given_up):
    run(given_up[0])
    with pytest.raises(CommandError, match=f"Left out: {given_up[0]}, 999999. There is no such"):
        run(*given_up, 999_999)
    assert set(Message.objects.values_list("status", flat=True)) == {Status.WAITING}
