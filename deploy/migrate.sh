#!/bin/sh
# Brings the database up to date. A new SQLite database is made under another name and gets its
# own when it is whole: Django notes a migration after its tables, so a run killed between the two
# could not go on.
set -eu

migrate() { .venv/bin/python manage.py migrate --verbosity 0; }
is_set() { eval "[ -n \"\${$1:-}\" ]" || grep -q "^$1=." .env 2>/dev/null; }

mkdir -p var/static # WhiteNoise warns of a missing one
if is_set DATABASE_URL || is_set VAR_DIR || is_set ENV_FILE || [ -e var/portal.sqlite3 ]; then
    migrate
    exit 0
fi
rm -rf var/unfinished
mkdir var/unfinished
VAR_DIR=$PWD/var/unfinished migrate
rm -f var/portal.sqlite3-wal var/portal.sqlite3-shm # of a database that was deleted
mv var/unfinished/portal.sqlite3 var/portal.sqlite3
rm -rf var/unfinished
