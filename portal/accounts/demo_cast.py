"""The people of the demo, and the file that keeps their passwords."""

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import transaction

from portal.accounts.models import Desk, Membership, User
from portal.accounts.roles import Role

Cast = dict[str, User]


@dataclass(frozen=True)
class Person:
    part: str
    first_name: str
    last_name: str
    does: str
    # Only for the roles that belong to no desk; desks are made by the rooms that own the sections.
    role: Role | None = None

    @property
    def username(self) -> str:
        return f"demo-{self.part}"


PEOPLE = (
    Person("author", "Anna", "Koval", "author, news desk"),
    Person("photographer", "Olga", "Zaitseva", "author, photo and video desk"),
    Person("reviewer", "Igor", "Sidorov", "reviewer, both desks"),
    Person("publisher", "Maria", "Petrova", "publisher, both desks"),
    Person("chief", "Viktor", "Orlov", "chief editor", Role.CHIEF),
    Person("duty", "Elena", "Zhuk", "duty officer, alerts only", Role.DUTY),
    Person("administrator", "Sergei", "Novik", "administrator", Role.ADMINISTRATOR),
)
# Who does what at the desk of a site without content.
CREW = (
    ("author", Role.AUTHOR),
    ("photographer", Role.AUTHOR),
    ("reviewer", Role.REVIEWER),
    ("publisher", Role.PUBLISHER),
)
HEAD = """\
# Demo accounts of the portal. Log in at {address}/admin/
# The passwords are random and for this installation only. `manage.py load_demo` reads this file
# and gives an account the password that stands here.

"""


def accounts_file() -> Path:
    return Path(settings.VAR_DIR) / "demo-accounts.txt"


def gather(address: str) -> Cast:
    """The demo accounts by part, made or mended where needed.

    The file is on the disk before the first account exists, so a killed run never leaves an
    account whose password nobody knows.
    """
    passwords = keep_passwords(accounts_file(), address)
    with transaction.atomic():
        return {person.part: account_of(person, passwords[person.username]) for person in PEOPLE}


def account_of(person: Person, password: str) -> User:
    user = User.objects.filter(username=person.username).first()
    if user is None:
        user = User(
            username=person.username,
            first_name=person.first_name,
            last_name=person.last_name,
            is_staff=True,
        )
    if user.pk is None or not check_password(password, user.password):
        user.set_password(password)
        user.save()
    if person.role:
        Membership.objects.get_or_create(user=user, desk=None, role=person.role)
    return user


def open_desk(people: Cast) -> None:
    """One desk for everything in every language, for a site that has no content yet."""
    with transaction.atomic():
        desk, _is_new = Desk.objects.get_or_create(name="Editors")
        for part, role in CREW:
            Membership.objects.get_or_create(user=people[part], desk=desk, role=role)


def keep_passwords(path: Path, address: str) -> dict[str, str]:
    """Passwords by username: those in the file, and new ones for whom it does not name."""
    known = read_passwords(path)
    passwords = {p.username: known.get(p.username) or secrets.token_urlsafe(12) for p in PEOPLE}
    if passwords != known:
        write_private(path, table(passwords, address))
    elif path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return passwords


def read_passwords(path: Path) -> dict[str, str]:
    """What the file still holds; lines that are no account are passed over."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    names = {person.username for person in PEOPLE}
    rows = [line.split()[-2:] for line in lines if len(line.split()) > 2]
    return {name: password for name, password in rows if name in names}


def table(passwords: dict[str, str], address: str) -> str:
    rows = [("role", "username", "password")]
    rows += [(person.does, person.username, passwords[person.username]) for person in PEOPLE]
    return HEAD.format(address=address) + "".join(
        f"{does:<31}  {username:<19}  {password}\n" for does, username, password in rows
    )


def write_private(path: Path, text: str) -> None:
    """The whole file or none, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
