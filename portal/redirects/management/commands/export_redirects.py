from pathlib import Path

from portal.publishing.management.examples import CommandWithExamples
from portal.redirects.files import lines_of
from portal.redirects.models import Redirect

EXAMPLES = """\
examples:
  python manage.py export_redirects > redirects.csv
      what stands, with hits; import_redirects reads it again
  python manage.py export_redirects --all --output history.csv
      those that were undone as well
"""


class Command(CommandWithExamples):
    help = (
        "Writes the redirects as CSV (UTF-8, fit for Excel). Cells that a spreadsheet would take\n"
        "for formulas are written with an apostrophe."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Also those that were undone.")
        parser.add_argument("--output", metavar="FILE", help="Write there, not to the screen.")

    def handle(self, *, output, **options):
        chosen = Redirect.objects.all() if options["all"] else Redirect.objects.standing()
        rows = chosen.with_people().order_by("pk").iterator(chunk_size=2_000)
        if not output:
            for line in lines_of(rows):
                self.stdout.write(line, ending="")
            return
        whole = Path(f"{output}.part")  # so that no half file bears the name
        with whole.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines_of(rows))
        whole.rename(output)
