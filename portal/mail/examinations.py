"""What doctor wants to know of the outbox, and of those whom no mail reaches."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from portal.accounts.models import User
from portal.mail.models import Message, Status
from portal.publishing import clock
from portal.schedule.health import Finding, trouble, warning, well

# A mail that nobody tried to send so long after it was due.
LATE_AFTER = timedelta(minutes=10)
# What was given up is told for so long.
TOLD_FOR = timedelta(days=7)
MOST_NAMED = 10


def outbox(*, thorough: bool) -> Iterator[Finding]:
    now, messages = clock.now(), Message.objects.all()
    waiting = messages.pending().count()
    late = messages.pending().filter(next_try_at__lte=now - LATE_AFTER).count()
    if not settings.SENDS_MAIL:
        yield warning(
            f"EMAIL_URL is not set, so nothing is sent; mails that wait: {waiting}.",
            mend="set EMAIL_URL (README, “Settings”)",
        )
    elif late:
        yield trouble(
            f"Mails that wait although they are due for {spoken(LATE_AFTER)} or more: {late}.",
            mend="python manage.py run_schedule mail",
        )
    faults = list(unsettled(messages.uncertain(), messages.filter(status=Status.GIVEN_UP)))
    yield from faults
    if settings.SENDS_MAIL and not late and not faults:
        yield well(f"Mails that wait: {waiting}, none of them late.")


def unsettled(uncertain, given_up) -> Iterator[Finding]:
    if uncertain.exists():
        yield warning(
            "Mails that were perhaps sent and perhaps not, since the sender was stopped: "
            f"{named(uncertain)}.",
            mend="ask the person, then python manage.py resend_mail, or the list of mails",
        )
    given_up = given_up.filter(tried_at__gte=clock.now() - TOLD_FOR)
    if given_up.exists():
        last = given_up.first()
        yield warning(
            f"Mails given up in the last {TOLD_FOR.days} days: {named(given_up)}. "
            f"To {last.to}: {last.error}",
            mend="mend the address, then python manage.py resend_mail, or the list of mails",
        )


def named(messages) -> str:
    """How many, and which of them to begin with."""
    keys = messages.order_by("pk").values_list("pk", flat=True)
    first = ", ".join(str(pk) for pk in keys[:MOST_NAMED])
    return f"{keys.count()} (number {first}{' …' if keys.count() > MOST_NAMED else ''})"


def spoken(pause: timedelta) -> str:
    return f"{pause // timedelta(minutes=1)} minutes"


def people(*, thorough: bool) -> Iterator[Finding]:
    """Whom no mail reaches. Those who left the desks or the house get none on purpose."""
    on_desks = User.objects.filter(memberships__isnull=False).distinct()
    silent = on_desks.filter(is_active=True, email="")
    left = on_desks.filter(~Q(is_active=True)).count()
    if count := silent.count():
        names = ", ".join(silent.order_by("pk").values_list("username", flat=True)[:MOST_NAMED])
        yield warning(
            f"People on the desks without an address, who are told nothing: {count} ({names}"
            f"{' …' if count > MOST_NAMED else ''}); inactive and so left out as well: {left}.",
            mend="add the addresses in the admin, People and desks",
        )
    else:
        yield well(f"Everybody on the desks has an address; inactive and left out: {left}.")
