from portal.media.making import work_left
from portal.publishing.management.examples import CommandWithExamples

EXAMPLES = """\
examples:
  python manage.py make_renditions --dry-run
      says how many files of how many pictures are missing; makes nothing
  python manage.py make_renditions
      makes them; may be stopped at any moment and run again
"""


class Command(CommandWithExamples):
    help = (
        "Makes the renditions of pictures that are missing: AVIF, which uploads leave out, and\n"
        "whatever else was lost, crops included. The site stays open meanwhile."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Make nothing; say what is missing."
        )

    def handle(self, *, dry_run, **options):
        pictures = files = 0
        for work in work_left():
            if work.is_lost:
                self.stderr.write(f"{work.picture}: its files are lost. Upload the picture again.")
                continue
            pictures, files = pictures + 1, files + len(work.names)
            if not dry_run:
                work.do()
            self.show_progress(f"{pictures} pictures, {files} files …")
        done = "missing" if dry_run else "made"
        self.show_progress("")
        self.stdout.write(f"{files} files of {pictures} pictures {done}.")

    def show_progress(self, words):
        """On one line, and only to somebody who watches."""
        if self.stdout.isatty():
            self.stdout.write(f"\r\033[K{words}", ending="")
            self.stdout.flush()
