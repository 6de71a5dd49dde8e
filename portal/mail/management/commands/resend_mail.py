from django.core.management.base import CommandError

from portal.mail.models import Message
from portal.mail.sending import send_again
from portal.publishing.management.examples import CommandWithExamples

EXAMPLES = """\
examples:
  python manage.py doctor
      names the mails that were given up, or that nobody knows of whether they were sent
  python manage.py resend_mail 12 15
      sends these two again with the next run, to the address that each person has by now
  python manage.py resend_mail 12 --dry-run
      says what would be sent to whom
"""


class Command(CommandWithExamples):
    help = (
        "Sends mails once more, knowingly: whoever got one before gets it twice. Needed where\n"
        "the sender was killed and nobody knows, or where the server refused the address."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument("numbers", nargs="+", type=int, metavar="number")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be done; change nothing."
        )

    def handle(self, *, numbers, dry_run, **options):
        chosen = Message.objects.filter(pk__in=numbers)
        found = list(chosen.repeatable().order_by("pk")) if dry_run else send_again(chosen)
        for message in found:
            will = "would be" if dry_run else "will be"
            self.stdout.write(f"Mail {message.pk} {will} sent again: {message.subject}")
        if left := sorted(set(numbers) - {message.pk for message in found}):
            raise CommandError(
                f"Left out: {', '.join(map(str, left))}. There is no such mail, or it waits "
                "already, is being sent at this moment, or its person has left or has no address."
            )
