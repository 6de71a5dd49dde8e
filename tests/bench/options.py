"""What `make bench ARGS=…` may be told."""

import argparse
from pathlib import Path

from tests.bench.serving import FOLDER, ROOT

PARTS = ("pages", "load", "editors", "exactness", "outage")
# Small: to try it out in three minutes.
QUICK = {
    **{"editions": [300], "rounds": 2, "imported": 100, "databases": ["PostgreSQL"]},
    **{"wagtail": [], "docs": FOLDER, "seconds": 12.0},
    **{"readers": 10, "articles": 12, "outage": 6.0, "profiles": 1},
}


def options(description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=description)
    add = parser.add_argument
    add("--quick", action="store_true", help="small: to try it out")
    add("--parts", nargs="+", choices=PARTS, default=PARTS, help="leave the others out")
    add("--editions", type=int, nargs="*", default=[1_000, 1_000_000], help="sizes to load")
    add("--databases", nargs="+", default=["PostgreSQL", "SQLite"], help="what to load them in")
    add(
        "--use",
        nargs="+",
        default=[],
        metavar="PLACE",
        help="measure archives loaded before instead, and leave them as they are: "
        "addresses of PostgreSQL databases, folders with a portal.sqlite3",
    )
    add("--wagtail", type=int, nargs="*", default=[1_000, 20_000], help="sizes of the peer")
    add("--rounds", type=int, default=5, help="over all pages")
    add("--seconds", type=float, default=600, help="of 200 visitors")
    add("--imported", type=int, default=10_000, help="articles of the import")
    add("--readers", type=int, default=50, help="who read while articles come and go")
    add("--articles", type=int, default=200, help="that come and go meanwhile")
    add("--outage", type=float, default=30, help="seconds without a database")
    add("--profiles", type=int, default=12, help="misses of a part that are looked into")
    add("--docs", type=Path, default=ROOT / "docs", help="where bench.json and bench.svg go")
    chosen = parser.parse_args()
    if chosen.quick:
        vars(chosen).update(QUICK)
    if chosen.use:
        chosen.editions = []
    return chosen
