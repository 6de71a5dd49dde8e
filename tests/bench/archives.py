"""The archives that are measured: loaded for this run, or before it and left as they are."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg2

from tests.bench.accounting import parse
from tests.bench.serving import FOLDER, environment, inside

DATA = FOLDER / "data"
SQLITE_FILE = "portal.sqlite3"
COUNT = "SELECT count(*) FROM news_article"


@dataclass(frozen=True)
class Portal:
    """An archive of one size on one database. `source` is the database's address or the file;
    `server` the first process of its PostgreSQL.
    """

    database: str
    size: int
    source: str
    folder: Path
    server: int | None = None
    is_ours: bool = False

    @property
    def name(self) -> str:
        return f"portal {self.size:,} {self.database}"

    @property
    def env(self) -> dict[str, str]:
        url = self.source if self.database == "PostgreSQL" else f"sqlite:///{self.source}"
        return environment(url, self.folder)


# --- Opening --------------------------------------------------------------------------------------


def loaded(database: str, size: int, url: str, say: Callable[[str], None]) -> Portal:
    """A new archive; `url` is that of the run's own PostgreSQL."""
    folder = new_folder(f"{database}-{size}")
    if database == "PostgreSQL":
        source = create_database(url, f"portal_{size}")
        portal = Portal(database, size, source, folder, server_of(url), is_ours=True)
    else:
        portal = Portal(database, size, str(folder / SQLITE_FILE), folder, is_ours=True)
    say(f"{portal.name}: loading")
    inside("archive", "--editions", str(size), env=portal.env)
    return portal


def loaded_before(place: str) -> Portal:
    """The address of a PostgreSQL database, or the folder in which a portal.sqlite3 lies."""
    if "://" in place:
        with closing(psycopg2.connect(place)) as connection, connection.cursor() as cursor:
            cursor.execute(COUNT)
            size = about(cursor.fetchone()[0])
        folder = new_folder(f"PostgreSQL-{size}-used")
        return Portal("PostgreSQL", size, place, folder, server_of(place))
    file = Path(place, SQLITE_FILE).resolve(strict=True)
    with closing(sqlite3.connect(file)) as connection:
        size = about(connection.execute(COUNT).fetchone()[0])
    return Portal("SQLite", size, str(file), new_folder(f"SQLite-{size}-used"))


def about(count: int) -> int:
    """The size that was asked for: the last story may have brought some editions more."""
    return round(count, -2) if count >= 1_000 else count


def new_folder(name: str) -> Path:
    folder = DATA / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@contextmanager
def to_write_in(portal: Portal) -> Iterator[Portal]:
    """The archive itself if it is thrown away after this run, or else a copy. Nobody may be
    connected to it.
    """
    if portal.is_ours:
        yield portal
        return
    copy = replace(portal, folder=new_folder(f"{portal.folder.name}-copy"), is_ours=True)
    if portal.database == "PostgreSQL":
        name = portal.source.rpartition("/")[2]
        copy = replace(copy, source=create_database(portal.source, f"{name}_copy", name))
    else:
        copy = replace(copy, source=shutil.copy(portal.source, copy.folder / SQLITE_FILE))
    try:
        yield copy
    finally:
        shutil.rmtree(copy.folder, ignore_errors=True)
        if portal.database == "PostgreSQL":
            drop_database(copy.source)


# --- PostgreSQL -----------------------------------------------------------------------------------


def create_database(url: str, name: str, template: str = "template1") -> str:
    """The address of a new database of the same server."""
    address = beside(url, name)
    drop_database(address)
    strategy = "STRATEGY file_copy" if template != "template1" else ""  # not by way of the journal
    run(beside(url, "postgres"), f'CREATE DATABASE "{name}" TEMPLATE "{template}" {strategy}')
    return address


def drop_database(address: str) -> None:
    name = address.rpartition("/")[2]
    run(beside(address, "postgres"), f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def beside(url: str, name: str) -> str:
    return f"{url.rpartition('/')[0]}/{name}"


def run(url: str, statement: str) -> None:
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)


def server_of(url: str) -> int:
    """The first process of the PostgreSQL server, above the one that answers us."""
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return parse(Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text()).parent
