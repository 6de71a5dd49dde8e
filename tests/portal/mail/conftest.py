import pytest
from django.db.models import Value
from django.db.models.functions import Concat

from portal.accounts.models import User
from portal.mail.models import Message
from tests.portal.mail.smtp import mail_server
from tests.portal.publishing.times import NOON


@pytest.fixture
def addresses():
    """addresses() → from now on everybody has an address: "author@example.org" and so on."""

    def give():
        User.objects.update(email=Concat("username", Value("@example.org")))

    return give


@pytest.fixture
def newsroom(author, reviewer, publisher, chief, administrator, stranger, addresses):
    addresses()


@pytest.fixture
def told():
    """told() → the names of those for whom mails were written since it was last called."""
    seen = set()

    def names():
        new = Message.objects.exclude(pk__in=seen).order_by("to")
        seen.update(message.pk for message in new)
        return [message.to.partition("@")[0] for message in new]

    return names


@pytest.fixture
def server(settings):
    """A mail server that takes everything, and settings that name it."""
    with mail_server() as running:
        settings.SENDS_MAIL = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        settings.EMAIL_TIMEOUT = 5
        yield running


@pytest.fixture
def waiting(newsroom, make_in_review, author):
    """waiting(count=1) → so many mails in the outbox, all to the author."""

    document = make_in_review().document

    def make(count=1):
        Message.objects.all().delete()
        return [
            Message.objects.create(
                person=author,
                to="author@example.org",
                language="en",
                subject=f"Mail {i}",
                body="Good news.\n",
                key=f"test:{i}",
                verb="submit",
                document=document,
                timeline_id=1,
                edition_number=1,
            )
            for i in range(count)
        ]

    return make


@pytest.fixture
def noon(time_machine):
    """The clock stands at noon."""
    time_machine.move_to(NOON, tick=False)
