"""`python -m tests.bench.archive --editions 1000 --check`, on the database of DATABASE_URL (or
SQLite under VAR_DIR), which must be empty; it is migrated first.
"""

import argparse
import os
import sys
import time

import django


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.core.management import call_command

    from tests.bench.archive import making

    parser = argparse.ArgumentParser(prog="python -m tests.bench.archive", description=__doc__)
    parser.add_argument("--editions", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=making.SEED)
    parser.add_argument("--check", action="store_true", help="compare all that is derived")
    options = parser.parse_args()
    started = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {text}", flush=True)

    call_command("migrate", verbosity=0)
    making.load(options.editions, options.seed, say)
    say("Loaded.")
    found = list(making.faults()) if options.check else []
    for fault in found[:20]:
        print(fault)
    if options.check:
        say(f"{len(found)} faults.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
