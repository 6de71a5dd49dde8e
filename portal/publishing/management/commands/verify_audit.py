from django.core.management.base import CommandError

from portal.publishing.auditing import broken_links
from portal.publishing.management.examples import CommandWithExamples
from portal.publishing.models import Audit

EXAMPLES = """\
examples:
  python manage.py verify_audit
      proves every chain; ends with exit code 1 if one does not hold
  python manage.py verify_audit > /var/log/portal/audit.txt || mail -s "Audit" admin@example.org
      from a timer, at night
"""


class Command(CommandWithExamples):
    help = (
        "Proves that nobody changed, removed, cut or swapped rows of the audit behind the door.\n"
        "Names the first broken row of each document."
    )
    examples = EXAMPLES

    def handle(self, **options):
        broken = 0
        for sentence in broken_links():
            broken += 1
            self.stdout.write(sentence)
        if broken:
            raise CommandError(
                f"{broken} chains do not hold. Keep this database as it is and compare it with "
                "a backup."
            )
        self.stdout.write(f"{Audit.objects.count()} rows, and every chain holds.")
