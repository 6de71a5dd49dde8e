"""Pages are kept within their bounds, and what is damaged is no page."""

import random
from datetime import timedelta

import pytest

from portal.page_cache.in_redis import RedisStore
from portal.page_cache.page import BROTLI, IDENTITY, Page
from portal.page_cache.stores import LARGE, SMALL, DiskStore, MemoryStore
from portal.publishing import clock

MEGABYTE = 2**20


def a_page(key="key", body=b"<p>A page</p>", mark=1):
    return Page.of(
        body,
        key=key,
        status="200 OK",
        headers=[("Content-Type", "text/html")],
        parameters=("before",),
        mark=mark,
        slots=[1, 2],
        until=float("inf"),
    )


def noise(count):
    """Bytes that no encoding makes smaller."""
    return random.Random(count).randbytes(count)


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


@pytest.fixture(params=["disk", "redis"])
def new_store(request, tmp_path):
    """new_store() → the store as another process has it."""
    if request.param == "disk":
        return lambda: DiskStore(tmp_path, 4 * MEGABYTE)
    request.getfixturevalue("redis_board")
    return RedisStore


def test_page_comes_back_as_it_was(new_store):
    page = a_page()
    new_store().put(page)
    again = new_store().get("key")
    assert again == page
    assert again.body(IDENTITY) == b"<p>A page</p>"
    assert new_store().get("another") is None


def test_page_takes_the_place_of_its_earlier_self_however_large_it_has_become(new_store):
    store, bodies = new_store(), [b"small", noise(SMALL + 1), b"small again"]
    for mark, body in enumerate(bodies, 1):
        store.put(a_page(body=body, mark=mark))
        assert new_store().get("key").body(IDENTITY) == body


def test_page_that_is_too_large_is_kept_nowhere(new_store):
    new_store().put(a_page(body=noise(LARGE + 1)))
    assert new_store().get("key") is None


def test_disk_is_never_fuller_than_its_bound(tmp_path):
    store = DiskStore(tmp_path, MEGABYTE * 2)
    for number in range(400):
        store.put(a_page(f"small {number}", noise(SMALL - 1_000)))
        store.put(a_page(f"large {number}", noise(LARGE - 1_000)))
    assert MEGABYTE < size_of(tmp_path) <= 2 * MEGABYTE


@pytest.mark.parametrize("limit", [-1, 0, 1, SMALL])
def test_disk_that_is_to_hold_nothing_holds_nothing(tmp_path, limit):
    store = DiskStore(tmp_path / "pages", limit)
    store.put(a_page())
    assert store.get("key") is None
    assert size_of(tmp_path) == 0


def test_memory_is_never_fuller_than_its_bound_and_forgets_what_nobody_asks_for():
    store = MemoryStore(10 * a_page().weight)
    for number in range(100):
        store.put(a_page(f"{number:02}"))
        store.get("00")
    assert store.weight == sum(page.weight for page in store.pages.values()) <= store.limit
    assert list(store.pages) == [*(f"{number}" for number in range(91, 100)), "00"]


def test_weight_of_a_page_holds_all_that_it_will_ever_be():
    page = a_page(body=noise(50_000))
    weight = page.weight
    for encoding in (IDENTITY, BROTLI):
        page.body(encoding)
    assert sum(map(len, page.bodies.values())) < weight == page.weight


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign", "of another release"])
def test_damaged_file_is_no_page(tmp_path, damage):
    store = DiskStore(tmp_path, MEGABYTE)
    store.put(a_page(body=b"<p>A page</p>" * 100))
    [path] = (each for each in tmp_path.rglob("*") if each.is_file())
    packed = path.read_bytes()
    said, _newline, body = packed.partition(b"\n")
    header = 10  # bytes of gzip's own; after it "no such kind of block"
    flipped = body[:header] + b"\xff" + body[header + 1 :]
    path.write_bytes(
        {
            "cut": packed[:-9],
            "flipped": said + b"\n" + flipped,
            "empty": b"",
            "foreign": b"<html>",
            "of another release": said.replace(b'"mark"', b'"sign"') + b"\n" + body,
        }[damage]
    )
    assert store.get("key") is None


def test_disk_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "pages").write_text("")
    store = DiskStore(tmp_path / "pages", MEGABYTE)
    store.put(a_page())
    assert store.get("key") is None


def test_what_a_killed_process_left_is_swept(tmp_path, time_machine):
    (tmp_path / "begun").mkdir()
    left = tmp_path / "begun" / "1-2"
    left.write_bytes(b"half")
    DiskStore(tmp_path, MEGABYTE)
    assert left.exists()  # somebody may be at it
    time_machine.move_to(clock.now() + timedelta(seconds=61))
    DiskStore(tmp_path, MEGABYTE)
    assert not left.exists()
