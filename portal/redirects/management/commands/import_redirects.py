import json
import sys
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import CommandError

from portal.accounts.models import User
from portal.publishing.management.examples import CommandWithExamples
from portal.redirects.files import Unreadable
from portal.redirects.importing import read_and_make

EXAMPLES = """\
the file:
  from,to
  /en/about-the-country/culture,108863     a document, wherever it is live
  /*/old/,108870                           the same behind every language
  /by/about,/be/about/                     an address outside of the languages
  /en/press-center/video/,/en/news/video/  an address of the site
  /en/shop/,https://shop.example/          an address elsewhere

examples:
  python manage.py import_redirects old.csv --by olga --dry-run
      checks every line and makes nothing
  python manage.py import_redirects old.csv --by olga --host www.old.example
      whole addresses of that host are ours as well
  python manage.py export_redirects | python manage.py import_redirects - --by olga
      what stands already and leads to the same is left as it is
"""


class Command(CommandWithExamples):
    help = (
        "Makes redirects from a CSV file (UTF-8 or windows-1251; commas, semicolons or tabs).\n"
        "The whole file is checked first: with a single fault nothing is made, and each fault is\n"
        "named with its line and column. May be stopped at any moment and run again."
    )
    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument("file", help="the file, or - for standard input")
        parser.add_argument("--by", required=True, metavar="NAME", help="whose redirects these are")
        parser.add_argument(
            "--host",
            action="append",
            default=[],
            metavar="NAME",
            help="A name that the site had before; may be given again.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be done; change nothing."
        )
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="Answer as one line of JSON."
        )

    def handle(self, *, file, by, host, dry_run, as_json, **options):
        person = User.objects.filter(username=by, is_active=True).first()
        if person is None:
            raise CommandError(f"There is no account “{by}”. Name the one to be written down.")
        hosts = frozenset(name.lower() for name in host)
        try:
            content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
            done = read_and_make(content, Path(file).name, person, hosts=hosts, write=not dry_run)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(f"{file}: {error}") from error
        if as_json:
            self.stdout.write(json.dumps(answer(done, dry_run), ensure_ascii=False))
        else:
            for fault in done.faults:
                self.stderr.write(f"{file}, line {fault.line}, {fault.field}: {fault.sentence}")
        if done.faults:
            raise CommandError(f"{len(done.faults)} faults in {file}; nothing was made.")
        if not as_json and (dry_run or options["verbosity"] > 1 or self.stdout.isatty()):
            will = "would be made" if dry_run else "made"
            self.stdout.write(
                f"Read as {done.encoding}. Redirects {will}: {len(done.redirects)}; "
                f"standing already: {done.unchanged}."
            )


def answer(done, dry_run) -> dict:
    return {
        "dry_run": dry_run,
        "encoding": done.encoding,
        "made": 0 if done.faults else len(done.redirects),
        "unchanged": done.unchanged,
        "faults": [asdict(fault) for fault in done.faults],
    }
