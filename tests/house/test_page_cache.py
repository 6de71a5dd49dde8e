"""No kept page is ever another than the one that would be made now, whatever changes."""

from datetime import timedelta

import pytest

from portal import fragments
from portal.page_cache.remembering import forget_all
from portal.publishing import clock
from tests import cast
from tests.house.changes import Changes
from tests.house.sweep import Sweep
from tests.kept import KeptReader, page_cache
from tests.reading import Reader

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TICK = timedelta(microseconds=1)
DAY = timedelta(days=1)
# Besides what a crawl finds: questions, and worlds.
ASKED = ["/en/news/?topic=culture", "/en/news/?from=2019-06-01&until=2019-06-30"]
ASKED += ["/plain-200-black/en/", "/plain-150-white-pictures/en/news/2019/06/05/"]
# Of one language everything; of another what changes with it; the machines' files.
LOOKED_AT = ("/en/", "/ru/news/", "/sitemap", "/robots.txt")


class Twins:
    """Two visitors: one reads what is kept, the other what is made now."""

    def __init__(self, folder):
        self.kept, self.fresh = KeptReader(page_cache(folder)), Reader()
        self.addresses: set[str] = set()

    def differences(self) -> list[str]:
        """The addresses at which the two do not read the same, where the second is answered by a
        process that remembers nothing.
        """
        self.kept.asked.clear()
        kept = {address: self.read(self.kept, address) for address in sorted(self.addresses)}
        forget_all()
        fragments.forget()
        return [address for address, read in kept.items() if self.read(self.fresh, address) != read]

    @staticmethod
    def read(visitor, address):
        answer = visitor.get(address)
        return answer.status_code, answer.content

    def look_around(self) -> None:
        """Learn the addresses that there are now; those from before are still looked at."""
        crawled = Sweep(self.kept).crawl()
        self.addresses |= {a for a in crawled if a.startswith(LOOKED_AT)} | set(ASKED)


@pytest.fixture
def twins(places, tmp_path, make_live):
    """A site with everything on it, seen by both."""
    make_live(title="Of today")
    twins = Twins(tmp_path)
    twins.look_around()
    assert len(twins.addresses) > 50
    assert twins.differences() == []
    return twins


def test_kept_pages_are_those_that_would_be_made_now_after_each_change(
    twins, chief, superuser, stream, time_machine, record_property
):
    start, kept, all_in_all = clock.now(), 0, 0
    changes = Changes(cast.a_chief(), chief, superuser, stream)
    for number, (name, change) in enumerate(changes, start=1):
        time_machine.move_to(start + timedelta(minutes=number))  # longer than a step takes
        change()
        twins.look_around()
        assert twins.differences() == [], name
        kept += len(twins.addresses) - len(twins.kept.asked)
        all_in_all += len(twins.addresses)
    # By the clock alone: a campaign opens and ends, what stands beside is due, midnights pass.
    for moment in (DAY, 2 * DAY, 3 * DAY, 5 * DAY, 40 * DAY):
        for at in (start + moment - TICK, start + moment):
            time_machine.move_to(at, tick=False)
            assert twins.differences() == [], moment
    record_property("page cache", f"{kept:,} of {all_in_all:,} pages stayed kept over the changes")
    assert kept > all_in_all / 4
