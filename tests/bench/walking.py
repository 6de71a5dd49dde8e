"""Walks every public page and every list of the desk, and asks for the plan of each query.

`python -m tests.bench.walking` prints what reads too much of the archive that DATABASE_URL names.
"""

import re

import django
from django.apps import apps

# The least privileged first.
PEOPLE = ("trainee", "author", "duty", "chief")
# Tells when the newest of each part was changed: reads all, and is kept as any page.
EXCUSED = {"/sitemap.xml"}
VALUES = re.compile(r"'[^']*'|\b\d+\b")
WHOLE_TREES = 1_000  # rows; a smaller table may be read whole


def sizes(fewest: int = WHOLE_TREES) -> dict[str, int]:
    """The tables that grow with every publication, and how many rows each has."""
    from portal.media.models import FileUse, Use
    from portal.publishing import models as publishing
    from portal.publishing.registry import content_types
    from portal.subjects.models import EntrySubject

    names = ("Audit", "Authorship", "Document", "Ending", "Entry", "Reference", "Timeline")
    growing = [*(getattr(publishing, name) for name in names), EntrySubject, Use, FileUse]
    parts = [model for model in apps.get_models() if issubclass(model, publishing.Part)]
    editions = content_types().values()
    labels = [f.remote_field.through for model in editions for f in model._meta.many_to_many]
    models = [*growing, *editions, *parts, *labels]
    counts = {model._meta.db_table: model.objects.count() for model in models}
    return {table: count for table, count in counts.items() if count >= fewest}


def people() -> dict:
    from portal.accounts.models import User

    found = {user.username: user for user in User.objects.filter(username__in=PEOPLE)}
    return {name: found[name] for name in PEOPLE}


def public(language: str) -> list[str]:
    from tests.bench import addresses

    return [each for each in dict.fromkeys(addresses.public(language)) if each not in EXCUSED]


def scans_at(browser, address: str, tables: dict[str, int], known: set[str]) -> list[tuple]:
    """(address, scan) of each query that reads one of these tables from end to end. What is of the
    same shape as one in `known` is not asked again, and what is new goes in.
    """
    from portal.page_cache.remembering import forget_all
    from tests.bench import plans

    asked: list[str] = []
    forget_all()
    with plans.watched(asked):
        answer = browser.get(address)
    if answer.status_code >= 500:
        raise RuntimeError(f"{address} answers {answer.status_code}.")
    new = {shape: sql for sql in asked if (shape := VALUES.sub("?", sql)) not in known}
    known |= new.keys()
    return [(address, scan) for sql in new.values() for scan in plans.scans(sql, tables)]


def main() -> None:
    from tests.bench import addresses
    from tests.reading import Reader

    tables, known = sizes(), set()
    for language in ("ru", "zh-hans"):
        visitor = Reader(headers={"host": "127.0.0.1"})
        for address in public(language):
            tell(scans_at(visitor, address, tables, known))
    for person, lists in addresses.desk(people()):
        editor = Reader(headers={"host": "127.0.0.1"})
        editor.force_login(person)
        for address in lists:
            tell(scans_at(editor, address, tables, known))


def tell(found: list[tuple]) -> None:
    for address, scan in found:
        print(f"{address}\n    {scan.how}\n    {scan.sql[:200]} … {scan.sql[-200:]}", flush=True)


if __name__ == "__main__":
    django.setup()
    main()
