"""Fills the site with the demo: accounts, and what each room has to show."""

from importlib import import_module

from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection
from django.utils.module_loading import module_has_submodule

from portal import languages
from portal.accounts import demo_cast
from portal.accounts.models import User
from portal.publishing.management.examples import CommandWithExamples

EXAMPLES = """\
examples:
  python manage.py migrate && python manage.py load_demo
      the demo on a new database
  python manage.py load_demo
      again: changes nothing, completes a run that was stopped, tells the addresses
  python manage.py load_demo --empty
      the accounts and one desk for all that is to come, and no content
  python manage.py load_demo --address http://127.0.0.1:8080
      the same for a site that is served somewhere else
"""


class Command(CommandWithExamples):
    help = (
        "Loads the demo: accounts for every role and written articles in every state.\n"
        "Running it again changes no row."
    )

    examples = EXAMPLES

    def add_arguments(self, parser):
        parser.add_argument(
            "--address",
            default="http://127.0.0.1:8000",
            help="where the site is served; only printed (default: %(default)s)",
        )

        parser.add_argument(
            "--empty", action="store_true", help="accounts and a desk, and no content"
        )

    def handle(self, *args, address, empty, **options):
        if User._meta.db_table not in connection.introspection.table_names():
            raise CommandError(
                "The database has no tables yet. Run `python manage.py migrate` first."
            )
        address = address.rstrip("/")
        people = demo_cast.gather(address)
        places = [(languages.localise(code, ""), languages.native_name(code)) for code in
                  languages.CODES]  # fmt: skip
        if empty:
            demo_cast.open_desk(people)
        for room in () if empty else rooms_with_a_demo():
            places += room.load(people, self.stdout.write)
        self.tell(address, [*places, ("/admin/", "for editors")])

    def tell(self, address, places):
        self.stdout.write("\nAddresses:")
        for path, about in places:
            self.stdout.write(f"  {address}{path}  {about}")
        self.stdout.write(f"\nAccounts (passwords: {demo_cast.accounts_file()}):")
        for person in demo_cast.PEOPLE:
            self.stdout.write(f"  {person.username:<20} {person.does}")


def rooms_with_a_demo():
    """The `demo.load` modules of the apps that have one, in the order of INSTALLED_APPS."""
    for config in apps.get_app_configs():
        if module_has_submodule(config.module, "demo.load"):
            yield import_module(f"{config.name}.demo.load")
