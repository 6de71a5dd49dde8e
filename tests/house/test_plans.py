"""No page reads a table of contents from end to end: asked of the database itself, in an archive
that is large enough for it to prefer an index.

A new page or a new list of the desk is under this guard by existing.
"""

import pytest
from django.db import transaction

from portal.publishing.models import Entry
from tests.bench import addresses, plans, walking
from tests.bench.archive import making
from tests.reading import Reader

pytestmark = pytest.mark.xdist_group("plans")

SIZE = 7_000  # editions
FEWEST = 1_500  # of fewer rows PostgreSQL rightly reads all


@pytest.fixture(scope="module")
def archive(django_db_setup, django_db_blocker):
    """Loaded once, for as long as this module's tests run; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        making.load(SIZE, is_small=True)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sizes(archive):
    """The tables under guard, and how many rows each has."""
    return walking.sizes(FEWEST)


def told(found):
    """Each scan once, with the first address that it was met at."""
    lines = {}
    for address, scan in found:
        lines.setdefault((scan.table, scan.how.partition(":")[0]), f"{address}\n    {scan}")
    return "\n".join(lines.values())


@pytest.mark.parametrize("language", ["ru", "zh-hans"])
def test_no_public_page_reads_a_table_from_end_to_end(archive, sizes, language):
    visitor, known, found = Reader(), set(), []
    for address in walking.public(language):
        found += walking.scans_at(visitor, address, sizes, known)
    assert not found, told(found)


def test_no_list_of_the_desk_reads_a_table_from_end_to_end(archive, sizes):
    known, found = set(), []
    for person, lists in addresses.desk(walking.people()):
        editor = Reader()
        editor.force_login(person)
        for address in lists:
            found += walking.scans_at(editor, address, sizes, known)
    assert not found, told(found)


def test_a_scan_is_found_out(archive, sizes):
    asked = []
    with plans.watched(asked):
        list(Entry.objects.filter(lead="nobody says this"))
    assert [scan.table for sql in asked for scan in plans.scans(sql, sizes)] == ["publishing_entry"]
