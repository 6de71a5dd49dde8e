from django.core.management.base import CommandError

from portal.publishing.index import rebuild
from portal.publishing.management.examples import CommandWithExamples

EXAMPLES = """\
examples:
  python manage.py rebuild_entries --check
      names what has drifted and ends with exit code 1; writes nothing
  python manage.py rebuild_entries && python manage.py rebuild_uses
      mends the index, then what is derived from it
"""


class Command(CommandWithExamples):
    help = (
        "Derives the public index (what lists, feeds and links read) anew from the editions.\n"
        "The site stays open meanwhile."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="Write nothing; name what has drifted and end with exit code 1.",
        )

    def handle(self, *, check, **options):
        count = 0
        for line in rebuild(write=not check):
            count += 1
            self.stdout.write(line)
        if check and count:
            raise CommandError(f"{count} entries have drifted. Run manage.py rebuild_entries.")
        self.stdout.write(
            f"{count} entries had drifted." if count else "Every entry is as it should be."
        )
