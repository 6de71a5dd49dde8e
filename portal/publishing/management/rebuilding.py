"""Commands that derive rows anew, and report with `--check` which had drifted."""

from django.core.management.base import CommandError

from portal.publishing.management.examples import CommandWithExamples

EXAMPLES = """\
examples:
  python manage.py {name} --check
      names what has drifted and ends with exit code 1; writes nothing
  python manage.py rebuild_entries && python manage.py rebuild_uses
      mends the index, then what is derived from it
"""


class RebuildCommand(CommandWithExamples):
    """A subclass sets its `name` and says how to `rebuild(write=...)`: a line for each drift."""

    name = ""

    @property
    def examples(self):
        return EXAMPLES.format(name=self.name)

    def rebuild(self, *, write):
        raise NotImplementedError

    def add_arguments(self, parser):
        parser.add_argument(
            "--check",
            action="store_true",
            help="Write nothing; name what has drifted and end with exit code 1.",
        )

    def handle(self, *, check, **options):
        count = 0
        for line in self.rebuild(write=not check):
            count += 1
            self.stdout.write(line)
        if check and count:
            raise CommandError(f"{count} entries have drifted. Run manage.py {self.name}.")
        self.stdout.write(f"{count} entries had drifted." if count else "All is as it should be.")
